package org.assay.article;

import java.util.ArrayList;
import java.util.List;

/** Where a quote stands in a text when every run of white space counts as one space. */
final class Matches {

    private final String text;
    private final StringBuilder folded = new StringBuilder();
    private final int[] from;

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

    /** All places, in the text's order; they may overlap. */
    static List<Passage> of(String text, String quote) {
        String wanted = new Matches(quote).folded.toString().strip();
        var places = new ArrayList<Passage>();
        if (wanted.isEmpty()) {
            return places;
        }
        var matches = new Matches(text);
        int counted = 0;
        int points = 0;
        for (int at = matches.folded.indexOf(wanted); at >= 0; at = matches.folded.indexOf(wanted, at + 1)) {
            int start = matches.from[at];
            int end = matches.end(at + wanted.length());
            if (!matches.splitsPair(start) && !matches.splitsPair(end)) {
                points += text.codePointCount(counted, start);
                counted = start;
                places.add(Passage.at(text, start, end, points, points + text.codePointCount(start, end)));
            }
        }
        return places;
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
