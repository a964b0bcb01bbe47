package org.assay.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.web.Invalid;
import org.assay.web.Refused;
import org.assay.web.Text;
import org.assay.web.Violation;

/**
 * A quote and where it stands in a snapshot, as the W3C Web Annotation selectors TextQuoteSelector and
 * TextPositionSelector have it. Positions count Unicode code points from 0; the end is exclusive.
 *
 * @param exact the snapshot's own text
 * @param prefix up to 32 code points before it
 * @param suffix up to 32 code points after it
 */
@Embeddable
public record Passage(
        @Column(name = "quote_exact") String exact,
        @Column(name = "quote_prefix") String prefix,
        @Column(name = "quote_suffix") String suffix,
        @Column(name = "quote_start") Integer start,
        @Column(name = "quote_end") Integer end) {

    private static final int CONTEXT = 32;
    private static final int MOST_CANDIDATES = 50;

    /**
     * What somebody says stands in an article.
     *
     * @param start where, in code points; needed only where the quote stands more than once
     * @param prefix what stands before it; narrows the search as {@code start} does
     */
    public record Quote(
            @NotNull(message = "Please name the article.") Long articleId,
            @Text(max = 2000, required = true) String exact,

            @Min(value = 0, message = "A position is 0 or more.")
            Integer start,

            @Text(max = 2000) String prefix,
            @Text(max = 2000) String suffix) {}

    /** The two selectors, in the order and with the fields of the W3C's model. */
    public List<Map<String, Object>> selectors() {
        var words = new LinkedHashMap<String, Object>();
        words.put("type", "TextQuoteSelector");
        words.put("exact", exact);
        words.put("prefix", prefix);
        words.put("suffix", suffix);
        var position = new LinkedHashMap<String, Object>();
        position.put("type", "TextPositionSelector");
        position.put("start", start);
        position.put("end", end);
        return List.of(words, position);
    }

    /** One of several places at which a quote stands. */
    public record Candidate(int start, int end, String prefix, String suffix) {

        /** The words around the place, by which a person knows it. */
        public String shown() {
            return "…%s [the quote] %s…".formatted(prefix, suffix);
        }
    }

    /**
     * Finds the one place that is meant. Runs of white space match each other, whatever they are made of. Of the places among
     * which somebody must choose, the first fifty are told.
     *
     * @throws Invalid where the quote is not in the text, or not at {@code start}
     * @throws Ambiguous where it stands more than once and nothing says which is meant
     */
    public static Passage find(String text, Quote quote) {
        if (Matches.of(text, quote.exact()).findFirst().isEmpty()) {
            throw new Invalid(
                    "quote.exact",
                    "This quote is not in the article's text: please copy it from the text to the letter.");
        }
        if (quote.start() != null) {
            return Matches.of(text, quote.exact())
                    .filter(place -> place.start.equals(quote.start()))
                    .findFirst()
                    .orElseThrow(() -> new Invalid(
                            "quote.start",
                            "The quote does not stand at position %,d: it stands at %s."
                                    .formatted(quote.start(), places(Matches.of(text, quote.exact())))));
        }
        var fitting = Matches.of(text, quote.exact())
                .filter(place -> place.fits(quote))
                .limit(MOST_CANDIDATES)
                .toList();
        var meant = fitting.isEmpty()
                ? Matches.of(text, quote.exact()).limit(MOST_CANDIDATES).toList()
                : fitting;
        if (meant.size() > 1) {
            throw new Ambiguous(candidates(meant));
        }
        return meant.getFirst();
    }

    private static String places(Stream<Passage> found) {
        return found.limit(10)
                .map(place -> "%,d".formatted(place.start))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }

    static Passage at(String text, int from, int to, int start, int end) {
        int before = text.offsetByCodePoints(from, -Math.min(CONTEXT, start));
        int following = text.codePointCount(to, Math.min(text.length(), to + 2 * CONTEXT));
        int after = text.offsetByCodePoints(to, Math.min(CONTEXT, following));
        return new Passage(
                text.substring(from, to), text.substring(before, from), text.substring(to, after), start, end);
    }

    private boolean fits(Quote quote) {
        return (quote.prefix() == null || Matches.endsAlike(prefix, quote.prefix(), isCut(prefix)))
                && (quote.suffix() == null || Matches.beginsAlike(suffix, quote.suffix(), isCut(suffix)));
    }

    /** Whether the text may go on beyond the context that is kept. */
    private static boolean isCut(String context) {
        return context.codePointCount(0, context.length()) == CONTEXT;
    }

    private static List<Candidate> candidates(List<Passage> found) {
        var candidates = new ArrayList<Candidate>();
        for (Passage place : found.subList(0, Math.min(found.size(), MOST_CANDIDATES))) {
            candidates.add(new Candidate(place.start, place.end, place.prefix, place.suffix));
        }
        return candidates;
    }

    /** The quote stands at several places: 400, with up to 50 of them, of which the writer chooses one. */
    public static class Ambiguous extends Refused {

        private final transient List<Candidate> candidates;

        Ambiguous(List<Candidate> candidates) {
            super(
                    400,
                    "This quote stands at several places in the article: please choose the one that is meant.",
                    Map.of(
                            "candidates",
                            candidates,
                            "violations",
                            List.of(new Violation("quote.start", "Please choose the place that is meant."))));
            this.candidates = candidates;
        }

        public List<Candidate> candidates() {
            return candidates;
        }
    }
}
