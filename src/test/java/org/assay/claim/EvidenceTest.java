package org.assay.claim;

import static org.assay.claim.SomeClaims.aClaimWithEvidence;
import static org.assay.claim.SomeClaims.aLoggedClaim;
import static org.assay.claim.SomeClaims.anExpert;
import static org.assay.claim.SomeClaims.someEvidence;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.ROSA;
import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as one origin, and what is kept of evidence that is removed. */
class EvidenceTest {

    private static String origin(String origin, String url, String publisher, String title) {
        var source = new Evidence.Cited(title, publisher, url, null, null);
        var content = new Evidence.Content(Stance.REFUTES, EvidenceKind.DATA, "It differs.", null, origin, source);
        return SomeClaims.aLoggedClaim().attach(content, null, ROSA, NOW).origin();
    }

    @Test
    void what_the_evidence_says_is_its_origin_before_anything_else() {
        assertEquals("press release", origin("Press release", "https://www.example.org/a", "The Courier", "A report"));
    }

    @Test
    void without_that_it_is_the_sources_host_without_www() {
        assertEquals("example.org", origin(null, "https://www.example.org/a", "The Courier", "A report"));
        assertEquals("example.org", origin("  ", "http://EXAMPLE.org:8080/b?c", "The Courier", "A report"));
        assertEquals("news.example.org", origin(null, "https://news.example.org/a", null, "A report"));
    }

    @Test
    void without_a_host_it_is_the_publisher_and_without_one_the_title() {
        assertEquals("the courier", origin(null, null, "The Courier", "A report"));
        assertEquals("a report", origin(null, null, null, "A report"));
        assertEquals("a report", origin("", null, " ", "A report"));
    }

    @Test
    void case_and_white_space_make_no_other_origin() {
        String one = origin("The Ministry of Trade", null, null, "A report");
        assertEquals(one, origin("  the  ministry\tof\ntrade ", null, null, "A report"));
        assertEquals(one, origin("THE MINISTRY OF TRADE", null, null, "A report"));
        assertNotEquals(one, origin("The Ministry of Traders", null, null, "A report"));
        assertEquals("example.org", origin(" EXAMPLE.ORG ", null, null, "A report"));
    }

    @Test
    void white_space_of_any_script_makes_no_other_origin() {
        assertEquals(
                origin("The Ministry", null, null, "A report"),
                origin("The\u00a0Ministry\u2003", null, null, "A report"));
        assertEquals("a report", origin("\u00a0", null, null, "A report"));
    }

    @Test
    void what_nobody_would_see_names_no_origin() {
        assertEquals("a report", origin("\u200b", null, "\u3164", "A report"));
    }

    @Test
    void a_host_that_no_standard_knows_is_an_origin() {
        assertEquals(
                "my_site.example.org", origin(null, "https://www.My_Site.example.org/a", "The Courier", "A report"));
    }

    @Test
    void evidence_is_numbered_in_turn_and_no_number_is_used_again() {
        Claim claim = aLoggedClaim();
        assertEquals(1, claim.attach(someEvidence(), null, ROSA, NOW).n());
        assertEquals(2, claim.attach(someEvidence(), null, ROSA, NOW).n());
        assertTrue(claim.remove(2, "Said twice.", ROSA, NOW));
        assertEquals(3, claim.attach(someEvidence(), null, ROSA, NOW).n());
        assertEquals(List.of(1, 3), claim.evidence().stream().map(Evidence::n).toList());
    }

    @Test
    void what_is_removed_is_kept_in_the_history_with_the_reason() {
        Claim claim = aClaimWithEvidence();
        claim.remove(1, "It is about another claim.", ROSA, NOW);
        Event removed = claim.history().getLast();
        assertEquals("remove", removed.what());
        assertEquals("It is about another claim.", removed.note());
        assertTrue(removed.changes().contains("It names another day."), removed.changes());
        assertTrue(removed.changes().contains("https://www.example.org/report"), removed.changes());
        assertEquals("1", removed.detail("evidence"));
    }

    @Test
    void evidence_that_is_not_there_or_no_more_cannot_be_removed() {
        Claim claim = aClaimWithEvidence();
        assertFalse(claim.remove(7, "No.", ROSA, NOW));
        assertTrue(claim.remove(1, "No.", ROSA, NOW));
        assertFalse(claim.remove(1, "No.", ROSA, NOW));
        assertEquals(4, claim.version());
    }

    @Test
    void an_expert_statement_names_its_expert() {
        Claim claim = aLoggedClaim();
        var statement = new Evidence.Content(
                Stance.REFUTES,
                EvidenceKind.EXPERT_STATEMENT,
                "She knows.",
                null,
                null,
                someEvidence().source());
        assertInvalid(() -> claim.attach(statement, null, ROSA, NOW), "expert");
        assertEquals(1, claim.version());
        assertEquals(0, claim.evidence().size());
        assertDoesNotThrow(() -> claim.attach(statement, anExpert(), ROSA, NOW));
    }

    @Test
    void evidence_is_told_apart_by_its_stance() {
        Claim claim = aClaimWithEvidence();
        assertEquals(1, claim.evidence("refutes").size());
        assertEquals(1, claim.evidence("supports").size());
        assertEquals(0, claim.evidence("context").size());
    }
}
