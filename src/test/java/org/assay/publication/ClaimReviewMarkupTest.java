package org.assay.publication;

import static org.assay.support.Newsrooms.EDITH;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.ROSA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assay.claim.Claim;
import org.assay.claim.Claimant;
import org.assay.claim.Particulars;
import org.assay.claim.SomeClaims;
import org.assay.claim.Verdict;
import org.assay.publication.PublishedVersion.Change;
import org.assay.publication.PublishedVersion.Draft;
import org.assay.web.Json;
import org.junit.jupiter.api.Test;

/** What stands in the page between the tags of the script element. */
class ClaimReviewMarkupTest {

    private static final String NAUGHTY = "</script><script>alert(1)</script><!-- <SCRIPT> ]]> & \u2028 \u2029 \\ \" '";

    private static final class PublishedBefore extends Publication {
        private final List<PublishedVersion> visible = new ArrayList<>();

        @Override
        Instant firstPublishedAt() {
            return NOW.minusSeconds(3600);
        }

        @Override
        public List<PublishedVersion> visible() {
            return visible.reversed();
        }
    }

    private static PublishedVersion version(Claim claim, int n, Change change, String note) {
        return version(new PublishedBefore(), claim, n, change, note);
    }

    private static PublishedVersion version(PublishedBefore of, Claim claim, int n, Change change, String note) {
        var version = new PublishedVersion(of, n, claim.dossier(), new Draft(change, note), EDITH, NOW.plusSeconds(n));
        of.visible.add(version);
        return version;
    }

    private static Claim aNaughtyClaim() {
        Claim claim = SomeClaims.aClaimWithEvidence();
        var p = claim.particulars();
        var naughty = new Particulars(
                "A claim " + NAUGHTY,
                p.language(),
                null,
                new Claimant(NAUGHTY, NAUGHTY, null, null),
                p.wording(),
                p.claimedOn(),
                List.of(NAUGHTY),
                NAUGHTY);
        claim.edit(naughty, claim.article(), claim.quote(), ROSA, NOW);
        return SomeClaims.proposed(claim, new Verdict("false", NAUGHTY, NAUGHTY, null));
    }

    @Test
    void no_text_can_leave_the_block_and_every_text_arrives_as_it_is() {
        var version = version(aNaughtyClaim(), 2, Change.CORRECTION, NAUGHTY);
        String inPage = ClaimReviewMarkup.inPage(version).getValue();
        for (String way : List.of("<", ">", "&", "\u2028", "\u2029", "\n")) {
            assertFalse(inPage.contains(way), "U+%04X in %s".formatted(way.codePointAt(0), inPage));
        }
        var read = Json.read(inPage, JsonNode.class);
        assertEquals(ClaimReviewMarkup.of(version), read);
        assertEquals("A claim " + NAUGHTY, read.path("claimReviewed").asText());
        assertEquals(NAUGHTY, read.path("correction").path("text").asText());
        assertEquals(
                NAUGHTY, read.path("itemReviewed").path("author").path("name").asText());
    }

    @Test
    void it_is_what_two_people_signed_with_the_dates_that_only_publishing_knows() {
        Claim claim = SomeClaims.anApprovedClaim();
        var markup = ClaimReviewMarkup.of(version(claim, 1, null, null));
        assertEquals("2026-11-23T09:00:00Z", markup.remove("datePublished").asText());
        assertEquals("2026-11-23T10:00:01Z", markup.remove("dateModified").asText());
        assertEquals(claim.dossier().content().claimReview(), markup);
    }

    @Test
    void a_correction_is_in_the_markup_and_an_update_is_none() {
        Claim claim = SomeClaims.anApprovedClaim();
        var correction = ClaimReviewMarkup.of(version(claim, 2, Change.CORRECTION, "The date was wrong."))
                .path("correction");
        assertEquals("CorrectionComment", correction.path("@type").asText());
        assertEquals("The date was wrong.", correction.path("text").asText());
        assertEquals("2026-11-23T10:00:02Z", correction.path("datePublished").asText());
        assertFalse(ClaimReviewMarkup.of(version(claim, 2, Change.UPDATE, "There is news."))
                .has("correction"));
    }

    @Test
    void every_correction_that_readers_can_see_stays_in_the_markup_the_latest_first() {
        Claim claim = SomeClaims.anApprovedClaim();
        var publication = new PublishedBefore();
        version(publication, claim, 1, null, null);
        version(publication, claim, 2, Change.CORRECTION, "The date was wrong.");
        version(publication, claim, 3, Change.CORRECTION, "The name was wrong.");
        var corrections = ClaimReviewMarkup.of(version(publication, claim, 4, Change.UPDATE, "There is news."))
                .path("correction");
        assertEquals(2, corrections.size());
        assertEquals("The name was wrong.", corrections.path(0).path("text").asText());
        assertEquals(
                "2026-11-23T10:00:02Z",
                corrections.path(1).path("datePublished").asText());
    }
}
