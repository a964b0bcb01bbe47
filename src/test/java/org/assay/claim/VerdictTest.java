package org.assay.claim;

import static org.assay.claim.SomeClaims.aClaimWithEvidence;
import static org.assay.claim.SomeClaims.aLoggedClaim;
import static org.assay.claim.SomeClaims.aVerdict;
import static org.assay.claim.SomeClaims.proposed;
import static org.assay.claim.SomeClaims.someEvidence;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.ROSA;
import static org.assay.support.Refusals.assertInvalid;
import static org.assay.support.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void a_verdict_without_any_evidence_is_refused_even_with_a_reason_for_a_single_source() {
        for (String reason : new String[] {null, "She sat across the table."}) {
            Claim claim = aLoggedClaim();
            var refused = assertRefused(409, () -> proposed(claim, aVerdict("false", reason)));
            assertTrue(refused.getMessage().contains("no evidence"), refused.getMessage());
            assertEquals(Stage.LOGGED, claim.stage());
            assertEquals(1, claim.version());
            assertNull(claim.dossier());
        }
    }

    @Test
    void evidence_that_was_removed_does_not_count() {
        Claim claim = aLoggedClaim();
        claim.attach(someEvidence(), null, ROSA, NOW);
        claim.remove(1, "It is about another claim.", ROSA, NOW);
        assertRefused(409, () -> proposed(claim, aVerdict("false", "Only one.")));
    }

    @Test
    void fewer_than_two_origins_need_a_reason() {
        Claim claim = aLoggedClaim();
        claim.attach(someEvidence(Stance.REFUTES, "The order", "https://a.example/1"), null, ROSA, NOW);
        claim.attach(someEvidence(Stance.REFUTES, "the  order ", "https://b.example/2"), null, ROSA, NOW);
        assertEquals(1, claim.origins());
        assertInvalid(() -> proposed(claim), "singleSourceReason");
        for (String nothing : List.of("", " \n", "\u00a0", "\u200b\u3164")) {
            assertInvalid(() -> proposed(claim, aVerdict("mostly-false", nothing)), "singleSourceReason");
        }
        assertEquals(Stage.LOGGED, claim.stage());
        assertEquals(3, claim.version());
        assertNull(claim.dossier());

        proposed(claim, aVerdict("mostly-false", "The order itself is what counts."));
        assertEquals(Stage.PROPOSED, claim.stage());
        assertEquals(
                "The order itself is what counts.",
                claim.dossier().content().verdict().singleSourceReason());
    }

    @Test
    void two_origins_need_no_reason_until_one_of_them_is_removed() {
        Claim claim = aClaimWithEvidence();
        claim.remove(1, "It is about another claim.", ROSA, NOW);
        assertInvalid(() -> proposed(claim), "singleSourceReason");
        claim.attach(someEvidence(), null, ROSA, NOW);
        assertDoesNotThrow(() -> proposed(claim));
    }

    @Test
    void a_rating_that_is_not_on_the_scale_is_refused_with_those_that_are() {
        Claim claim = aClaimWithEvidence();
        var invalid = assertInvalid(() -> proposed(claim, aVerdict("pants-on-fire", null)), "rating");
        assertTrue(invalid.getMessage().contains("mostly-false"), invalid.getMessage());
        assertEquals(3, claim.version());
        assertNull(claim.dossier());
    }
}
