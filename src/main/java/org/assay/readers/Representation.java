package org.assay.readers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** In which form a check is asked for: a page, its ClaimReview, or the dossier that was signed. */
public enum Representation {
    PAGE("text/html"),
    CLAIM_REVIEW("application/ld+json"),
    DOSSIER("application/json");

    private final String type;

    Representation(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    /** The one that this {@code Accept} likes best, a page for whoever does not say; null where it takes none of them. */
    public static Representation of(String accept) {
        if (accept == null || accept.equals("*/*") || accept.startsWith("text/html,")) {
            return PAGE;
        }
        return ranges(accept).stream()
                .map(Range::asked)
                .filter(asked -> asked != null)
                .findFirst()
                .orElse(null);
    }

    private record Range(String type, double weight) {

        static Range of(String text) {
            var parts = Arrays.stream(text.toLowerCase(Locale.ROOT).split(";", -1))
                    .map(String::strip)
                    .toList();
            double weight = parts.stream()
                    .filter(part -> part.matches("q=[01](\\.\\d{0,3})?"))
                    .mapToDouble(part -> Double.parseDouble(part.substring(2)))
                    .findFirst()
                    .orElse(1);
            return new Range(parts.getFirst(), weight);
        }

        Representation asked() {
            return Arrays.stream(values())
                    .filter(one -> one.type.equals(type)
                            || type.equals("*/*")
                            || type.endsWith("/*") && one.type.startsWith(type.substring(0, type.length() - 1)))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static List<Range> ranges(String accept) {
        return Arrays.stream(accept.split(","))
                .map(Range::of)
                .filter(range -> range.weight() > 0)
                .sorted(Comparator.comparingDouble(Range::weight).reversed())
                .toList();
    }
}
