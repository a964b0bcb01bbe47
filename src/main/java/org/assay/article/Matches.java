package org.assay.article;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a quote stands in a text when every run of white space counts as one space. */
final class Matches {

    private final String text;
    private final StringBuilder folded = new StringBuilder();
    private final int[] from;
    private int counted;
    private int points;

    private Matches(String text) {
        this.text = text;
        this.from = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            boolean space = isSpace(text.charAt(i));
            if (space && !folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ') {
                continue;
            }
            from[folded.length()] = i;
            folded.append(space ? ' ' : text.charAt(i));
        }
        from[folded.length()] = text.length();
    }

    /**
     * All places, in the text's order; they may overlap. There may be as many as the text has letters: each is made when it is
     * asked for.
     */
    static Stream<Passage> of(String text, String quote) {
        String wanted = new Matches(quote).folded.toString().strip();
        return wanted.isEmpty() ? Stream.empty() : new Matches(text).of(wanted);
    }

    private Stream<Passage> of(String wanted) {
        return IntStream.iterate(folded.indexOf(wanted), at -> at >= 0, at -> folded.indexOf(wanted, at + 1))
                .filter(at -> !splitsPair(from[at]) && !splitsPair(end(at + wanted.length())))
                .mapToObj(at -> passage(from[at], end(at + wanted.length())));
    }

    /** To be asked for one after the other: code points are counted from the place before. */
    private Passage passage(int start, int end) {
        points += text.codePointCount(counted, start);
        counted = start;
        return Passage.at(text, start, end, points, points + text.codePointCount(start, end));
    }

    /** The unit after the last one matched: trailing white space of a run is not part of the quote. */
    private int end(int foldedEnd) {
        return from[foldedEnd - 1] + 1;
    }

    private boolean splitsPair(int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    static boolean endsAlike(String before, String wanted, boolean cut) {
        String a = fold(before);
        String b = fold(wanted);
        return a.endsWith(b) || cut && b.endsWith(a);
    }

    static boolean beginsAlike(String after, String wanted, boolean cut) {
        String a = fold(after);
        String b = fold(wanted);
        return a.startsWith(b) || cut && b.startsWith(a);
    }

    private static String fold(String text) {
        return new Matches(text).folded.toString().strip();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
