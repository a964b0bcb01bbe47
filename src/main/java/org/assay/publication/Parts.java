package org.assay.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * A document over any number of rows, in parts: each part reads one page of them, in a transaction of its own, when it is
 * asked for. What is published meanwhile may or may not be in it; nothing is in it twice.
 */
final class Parts<T> implements Iterator<String> {

    private final Frame frame;
    private final LongFunction<List<T>> pageAfter;
    private final ToLongFunction<T> key;
    private final Function<T, String> writing;

    private long last;
    private boolean began;
    private boolean ended;
    private boolean hasRows;

    /** What stands before, between and after the rows. */
    record Frame(String head, String separator, String tail) {}

    /**
     * @param after the key after which the rows begin
     * @param pageAfter the rows after a key, by key; none at the end
     */
    Parts(
            Frame frame,
            long after,
            LongFunction<List<T>> pageAfter,
            ToLongFunction<T> key,
            Function<T, String> writing) {
        this.frame = frame;
        this.last = after;
        this.pageAfter = pageAfter;
        this.key = key;
        this.writing = writing;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public String next() {
        String head = began ? "" : frame.head();
        began = true;
        String rows = QuarkusTransaction.requiringNew().call(this::rows);
        ended = rows.isEmpty();
        return head + (ended ? frame.tail() : rows);
    }

    private String rows() {
        var text = new StringBuilder();
        for (T row : pageAfter.apply(last)) {
            text.append(hasRows ? frame.separator() : "").append(writing.apply(row));
            hasRows = true;
            last = key.applyAsLong(row);
        }
        return text.toString();
    }
}
