package org.assay.readers;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.Comparator;
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

    /** What these headers ask for, in however many lines. */
    public static Representation of(MultiMap headers) {
        var lines = headers.getAll(HttpHeaders.ACCEPT);
        return of(lines.isEmpty() ? null : String.join(",", lines));
    }

    /**
     * The one that this {@code Accept} likes best, by the most specific range for each (RFC 9110, 12.5.1), the one that is named
     * first of those that are liked alike; a page for whoever does not say; null where it takes none of them.
     */
    static Representation of(String accept) {
        if (accept == null || accept.equals("*/*") || accept.startsWith("text/html,")) {
            return PAGE;
        }
        var ranges = Arrays.stream(accept.split(",")).map(Range::of).toList();
        Representation best = null;
        Range liked = null;
        for (var one : values()) {
            var range = ranges.stream()
                    .filter(each -> each.covers(one))
                    .max(Comparator.comparingInt(Range::precision))
                    .orElse(null);
            if (range != null
                    && range.weight > 0
                    && (liked == null
                            || range.weight > liked.weight
                            || range.weight == liked.weight && ranges.indexOf(range) < ranges.indexOf(liked))) {
                best = one;
                liked = range;
            }
        }
        return best;
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

        boolean covers(Representation one) {
            return one.type.equals(type)
                    || type.equals("*/*")
                    || type.endsWith("/*") && one.type.startsWith(type.substring(0, type.length() - 1));
        }

        int precision() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }
}
