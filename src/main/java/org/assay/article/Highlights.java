package org.assay.article;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A snapshot cut into paragraphs, and these into stretches that the same claims' quotes cover, so that overlapping
 * quotes show rightly.
 */
public final class Highlights {

    private Highlights() {}

    /**
     * A line of the snapshot that is not empty.
     *
     * @param start the code point at which it begins
     */
    public record Paragraph(int start, List<Stretch> stretches) {}

    /**
     * @param claims those whose quote covers it
     * @param ending those whose quote ends with it
     */
    public record Stretch(String text, List<Long> claims, List<Long> ending) {

        public boolean isQuoted() {
            return !claims.isEmpty();
        }

        public boolean isShared() {
            return claims.size() > 1;
        }
    }

    static List<Paragraph> of(String text, List<ClaimsFound.Found> found) {
        var paragraphs = new ArrayList<Paragraph>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            int length = line.codePointCount(0, line.length());
            if (!line.isBlank()) {
                paragraphs.add(new Paragraph(start, stretches(line, start, start + length, found)));
            }
            start += length + 1;
        }
        return paragraphs;
    }

    private static List<Stretch> stretches(String line, int start, int end, List<ClaimsFound.Found> found) {
        var here = found.stream()
                .filter(claim -> claim.quote().start() < end && claim.quote().end() > start)
                .toList();
        var cuts = new TreeSet<>(List.of(start, end));
        for (var claim : here) {
            cuts.add(Math.max(start, claim.quote().start()));
            cuts.add(Math.min(end, claim.quote().end()));
        }
        var stretches = new ArrayList<Stretch>();
        int at = 0;
        Integer from = null;
        for (int to : cuts) {
            if (from != null) {
                int left = from;
                int next = line.offsetByCodePoints(at, to - left);
                stretches.add(new Stretch(
                        line.substring(at, next),
                        here.stream()
                                .filter(claim -> claim.quote().start() <= left
                                        && claim.quote().end() >= to)
                                .map(ClaimsFound.Found::claim)
                                .toList(),
                        here.stream()
                                .filter(claim -> claim.quote().end() == to)
                                .map(ClaimsFound.Found::claim)
                                .toList()));
                at = next;
            }
            from = to;
        }
        return stretches;
    }
}
