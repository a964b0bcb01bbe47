package org.assay.claim;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.rating.Rating;
import org.assay.rating.RatingScale;
import org.assay.web.Characters;
import org.assay.web.Invalid;
import org.assay.web.Text;

/**
 * What a reviewer proposes.
 *
 * @param rating the key of a label on the current scale
 * @param rationale Markdown
 * @param singleSourceReason needed where the evidence has fewer than two origins
 */
@Embeddable
public record Verdict(
        @Text(max = 50, required = true) String rating,
        @Text(max = 500, required = true) String summary,
        @Text(max = RATIONALE_MAX, required = true) String rationale,
        @Text(max = 2000) String singleSourceReason) {

    /** In code points. */
    static final int RATIONALE_MAX = 20_000;

    /** @throws Invalid where the scale has no such label */
    Rating ratingOn(RatingScale scale) {
        return scale.label(rating)
                .orElseThrow(() -> new Invalid(
                        "rating",
                        "Please choose one of the scale's labels: %s."
                                .formatted(
                                        scale.labels().stream().map(Rating::key).collect(Collectors.joining(", ")))));
    }

    /** @throws Invalid where all evidence has one origin, and nothing says why that is enough */
    void requireReason(List<Evidence> evidence) {
        boolean hasReason = !Characters.isBlank(singleSourceReason);
        if (!hasReason && !evidence.isEmpty() && Evidence.origins(evidence) < 2) {
            throw new Invalid(
                    "singleSourceReason",
                    "All evidence has one origin: please say why one is enough, or attach evidence of another.");
        }
    }
}
