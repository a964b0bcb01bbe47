package org.assay.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;

/** Where in a text the words stand that were looked for. Texts stay texts: the template escapes them. */
final class Hits {

    /** In UTF-16 units, to whole words: as long as two lines. */
    private static final int EXCERPT = 200;

    /** @param hit whether it was looked for */
    public record Piece(String text, boolean hit) {}

    private record Span(int start, int end) {}

    private final Predicate<String> written;
    private final Predicate<String> stemmed;

    Hits(Predicate<String> written, Predicate<String> stemmed) {
        this.written = written;
        this.stemmed = stemmed;
    }

    /** The whole text. */
    List<Piece> in(String text, String language) {
        return pieces(text, spans(text, language), 0, text.length());
    }

    /** The part of a long text around the first hit; empty where there is none. */
    List<Piece> around(String text, String language) {
        var spans = spans(text, language);
        if (spans.isEmpty()) {
            return List.of();
        }
        int start = wordAfter(text, Math.max(0, spans.getFirst().start() - EXCERPT / 3));
        int end = wordBefore(
                text, Math.min(text.length(), start + EXCERPT), spans.getFirst().end());
        var within = new ArrayList<Piece>();
        if (start > 0) {
            within.add(new Piece("… ", false));
        }
        within.addAll(pieces(
                text,
                spans.stream()
                        .filter(span -> span.start() >= start && span.end() <= end)
                        .toList(),
                start,
                end));
        if (end < text.length()) {
            within.add(new Piece(" …", false));
        }
        return within;
    }

    private List<Span> spans(String text, String language) {
        var found = new ArrayList<Span>();
        add(found, text, Analysis.WRITTEN, written);
        if (Analysis.knows(language)) {
            add(found, text, Analysis.stemmed(language), stemmed);
        }
        found.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        var apart = new ArrayList<Span>();
        for (Span span : found) {
            if (!apart.isEmpty() && span.start() <= apart.getLast().end()) {
                var last = apart.removeLast();
                apart.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                apart.add(span);
            }
        }
        return apart;
    }

    private static void add(List<Span> found, String text, Analyzer analyzer, Predicate<String> wanted) {
        for (var token : Analysis.tokens(analyzer, text)) {
            if (wanted.test(token.term())) {
                found.add(new Span(token.start(), token.end()));
            }
        }
    }

    private static List<Piece> pieces(String text, List<Span> spans, int start, int end) {
        var pieces = new ArrayList<Piece>();
        int at = start;
        for (Span span : spans) {
            if (span.start() > at) {
                pieces.add(new Piece(text.substring(at, span.start()), false));
            }
            pieces.add(new Piece(text.substring(span.start(), span.end()), true));
            at = span.end();
        }
        if (at < end) {
            pieces.add(new Piece(text.substring(at, end), false));
        }
        return pieces;
    }

    private static int wordAfter(String text, int at) {
        if (at == 0) {
            return 0;
        }
        int space = text.indexOf(' ', at);
        return space < 0 || space > at + EXCERPT / 4
                ? at + (Character.isLowSurrogate(text.charAt(at)) ? 1 : 0)
                : space + 1;
    }

    private static int wordBefore(String text, int at, int least) {
        if (at == text.length()) {
            return at;
        }
        int space = text.lastIndexOf(' ', at);
        return space > least ? space : Math.max(least, at - (Character.isLowSurrogate(text.charAt(at)) ? 1 : 0));
    }
}
