package org.assay.claim;

import static org.assay.claim.SomeClaims.aClaimWithEvidence;
import static org.assay.claim.SomeClaims.aLoggedClaim;
import static org.assay.claim.SomeClaims.aProposedClaim;
import static org.assay.claim.SomeClaims.aReturnedClaim;
import static org.assay.claim.SomeClaims.aVerdict;
import static org.assay.claim.SomeClaims.anApprovedClaim;
import static org.assay.claim.SomeClaims.anExpert;
import static org.assay.claim.SomeClaims.elsewhere;
import static org.assay.claim.SomeClaims.proposed;
import static org.assay.claim.SomeClaims.reopened;
import static org.assay.claim.SomeClaims.someEvidence;
import static org.assay.claim.SomeClaims.someParticulars;
import static org.assay.support.Newsrooms.ADA;
import static org.assay.support.Newsrooms.EDITH;
import static org.assay.support.Newsrooms.EMIL;
import static org.assay.support.Newsrooms.NORA;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.RAVI;
import static org.assay.support.Newsrooms.ROSA;
import static org.assay.support.Newsrooms.aNewsroom;
import static org.assay.support.Newsrooms.person;
import static org.assay.support.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.assay.people.Person;
import org.assay.people.Role;
import org.assay.rating.SomeScales;
import org.assay.web.Stale;
import org.junit.jupiter.api.Test;

/** What is frozen, and who signed it. */
class DossierTest {

    @Test
    void a_verdict_keeps_the_scale_that_it_was_given_on() {
        Claim claim = aProposedClaim();
        assertEquals(1, claim.dossier().scale());
        var judgement = claim.dossier().content().verdict();
        assertEquals("Mostly false", judgement.rating().name());
        assertEquals("What Mostly false means.", judgement.rating().definition());
        assertEquals(1, judgement.worst());
        assertEquals(5, judgement.best());
        assertEquals(1, judgement.level());
    }

    @Test
    void the_digest_is_the_sha_256_of_the_frozen_text() throws Exception {
        var dossier = aProposedClaim().dossier();
        byte[] bytes = dossier.frozen().getBytes(StandardCharsets.UTF_8);
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), dossier.digest());
    }

    @Test
    void the_dossier_freezes_all_that_readers_will_see() {
        Claim claim = aLoggedClaim();
        claim.attach(
                new Evidence.Content(
                        Stance.REFUTES,
                        EvidenceKind.EXPERT_STATEMENT,
                        "She knows.",
                        "no",
                        null,
                        someEvidence().source()),
                anExpert(),
                ROSA,
                NOW);
        var content = proposed(claim, aVerdict("mixed", "She sat across the table."))
                .dossier()
                .content();

        assertEquals(someParticulars().statement(), content.statement());
        assertEquals("en", content.language());
        assertEquals(claim.particulars().claimant(), content.claimant());
        assertEquals(claim.particulars().claimedOn(), content.claimedOn());
        assertEquals(List.of("trade", "rare earths"), content.topics());
        assertEquals("Prices depend on it.", content.reason());
        assertEquals(claim.quote().exact(), content.quote().exact());
        assertEquals(claim.quote().start(), content.quote().start());
        assertEquals(claim.quote().end(), content.quote().end());
        assertEquals(claim.article().particulars(), content.article().particulars());
        assertEquals(claim.article().snapshot().sha256(), content.article().sha256());
        assertEquals(NOW, content.article().capturedAt());
        assertEquals(
                claim.evidence().getFirst().content(),
                content.evidence().getFirst().content());
        assertEquals("example.org", content.evidence().getFirst().origin());
        assertEquals(anExpert().particulars(), content.evidence().getFirst().expert());
        assertEquals("The **order** names another day.", content.verdict().rationale());
        assertEquals("Another day was named.", content.verdict().summary());
        assertEquals(
                someParticulars().statement(),
                content.claimReview().path("claimReviewed").asText());
    }

    @Test
    void what_is_frozen_does_not_change_when_the_claim_is_reworked() {
        Claim claim = aReturnedClaim();
        var dossier = claim.dossier();
        String frozen = dossier.frozen();
        claim.edit(elsewhere(), null, null, ROSA, NOW);
        claim.remove(1, "No.", ROSA, NOW);
        assertSame(dossier, claim.dossier());
        assertEquals(frozen, claim.dossier().frozen());
        assertEquals(2, claim.dossier().content().evidence().size());
    }

    @Test
    void what_was_removed_is_not_frozen() {
        Claim claim = aClaimWithEvidence();
        claim.attach(someEvidence(), null, ROSA, NOW);
        claim.remove(3, "Said twice.", ROSA, NOW);
        var frozen = proposed(claim).dossier().content().evidence();
        assertEquals(
                List.of(1, 2), frozen.stream().map(Dossier.FrozenEvidence::n).toList());
    }

    @Test
    void anything_that_changes_in_a_claim_changes_the_digest() {
        String digest = aProposedClaim().dossier().digest();
        assertEquals(digest, aProposedClaim().dossier().digest());

        Claim edited = aClaimWithEvidence();
        edited.edit(elsewhere(), edited.article(), edited.quote(), ROSA, NOW);
        assertNotEquals(digest, proposed(edited).dossier().digest());

        Claim attached = aClaimWithEvidence();
        attached.attach(someEvidence(), null, ROSA, NOW);
        assertNotEquals(digest, proposed(attached).dossier().digest());

        assertNotEquals(
                digest,
                proposed(aClaimWithEvidence(), aVerdict("mixed", null))
                        .dossier()
                        .digest());
    }

    @Test
    void a_returned_verdict_stays_and_the_next_proposal_is_another_dossier() {
        Claim claim = aReturnedClaim();
        var first = claim.dossier();
        proposed(claim, aVerdict("false", null));
        assertNotSame(first, claim.dossier());
        assertEquals(1, first.n());
        assertEquals(2, claim.dossier().n());
        assertEquals("mostly-false", first.verdict().rating());
        assertEquals("false", claim.dossier().verdict().rating());
        assertEquals(
                List.of("log", "attach", "attach", "propose", "return", "propose"),
                claim.history().stream().map(Event::what).toList());
        assertEquals("Please find another origin.", claim.history().get(4).note());
    }

    @Test
    void proposer_and_approver_sign_the_same_dossier() {
        var dossier = anApprovedClaim().dossier();
        assertEquals(new Signature(ROSA.subject(), "rosa", Role.REVIEWER, NOW), dossier.proposal());
        assertEquals(new Signature(EDITH.subject(), "edith", Role.EDITOR, NOW), dossier.approval());
    }

    @Test
    void an_editor_who_proposes_signs_as_an_editor() {
        Claim claim = aClaimWithEvidence();
        claim.propose(aVerdict(), SomeScales.theDefaultScale(), aNewsroom(), EMIL, NOW);
        assertEquals(Role.EDITOR, claim.dossier().proposal().as());
    }

    @Test
    void approving_another_digest_than_the_one_that_is_proposed_is_stale() {
        Claim claim = aReturnedClaim();
        String old = claim.dossier().digest();
        proposed(claim, aVerdict("false", null));
        for (String digest :
                List.of(old, "", "0".repeat(64), claim.dossier().digest().toUpperCase())) {
            int version = claim.version();
            var stale = assertThrows(Stale.class, () -> claim.approve(digest, EDITH, NOW), digest);
            assertEquals(412, stale.status());
            assertEquals(Stage.PROPOSED, claim.stage());
            assertEquals(version, claim.version());
            assertNull(claim.dossier().approval());
        }
    }

    @Test
    void who_may_not_approve_at_all_learns_that_and_not_that_they_are_late() {
        for (Person person : List.of(RAVI, ADA, NORA)) {
            assertRefused(403, () -> aProposedClaim().approve("0".repeat(64), person, NOW), person.name());
        }
    }

    @Test
    void a_new_dossier_is_unsigned_although_the_one_before_was_signed() {
        Claim claim = proposed(reopened(anApprovedClaim()));
        assertEquals(2, claim.dossier().n());
        assertNull(claim.dossier().approval());
    }
}
