package org.assay.search;

import java.time.Instant;
import java.time.LocalDate;
import org.assay.claim.Wording;
import org.assay.newsroom.Newsroom;

/**
 * A published check as a list shows it: kept in the index, so that a page of results asks the database nothing.
 *
 * @param level from 0, plainly false, to 4, plainly true; -1 for a label without a number
 * @param claimant null where nobody is named
 * @param rest the rationale and the evidence, to show a hit in
 * @param reviewedAt when the version was published
 */
public record Entry(
        long claim,
        String slug,
        String statement,
        String language,
        Wording wording,
        String claimant,
        LocalDate claimedOn,
        String rating,
        String ratingName,
        int level,
        String summary,
        String rest,
        int version,
        Instant reviewedAt) {

    public String url(Newsroom newsroom) {
        return newsroom.checkUrl(slug);
    }
}
