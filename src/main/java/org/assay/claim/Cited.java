package org.assay.claim;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.rating.RatingScale;
import org.assay.web.Stale;

/**
 * What a dossier freezes that is not the claim's own: the article's particulars, those of the experts, and the scale. Others may
 * correct these without working on the claim, so whoever proposes says which of them they read.
 */
final class Cited {

    private Cited() {}

    /** Their versions, as a form carries them. */
    static String by(Claim claim) {
        var article = claim.article() == null
                ? Stream.<String>empty()
                : Stream.of("article-" + claim.article().version());
        var experts = claim.evidence().stream()
                .map(Evidence::expert)
                .filter(expert -> expert != null)
                .map(expert -> "expert-%d-%d".formatted(expert.id(), expert.version()))
                .distinct();
        return Stream.concat(
                        Stream.concat(Stream.of("scale-" + RatingScale.current().version()), article), experts)
                .collect(Collectors.joining(" "));
    }

    /**
     * @param read what a form carries; empty expects nothing
     * @throws Stale where one of them has changed since
     */
    static void require(Claim claim, String read) {
        if (!read.isEmpty() && !read.equals(by(claim))) {
            throw new Stale(
                    "The article, an expert or the rating scale was changed since you read them here: please look at them"
                            + " again before you propose.",
                    claim::viewed);
        }
    }
}
