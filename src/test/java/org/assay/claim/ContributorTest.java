package org.assay.claim;

import static org.assay.claim.SomeClaims.aClaimLoggedBy;
import static org.assay.claim.SomeClaims.aClaimWithEvidence;
import static org.assay.claim.SomeClaims.aProposedClaim;
import static org.assay.claim.SomeClaims.aPublishedClaim;
import static org.assay.claim.SomeClaims.aVerdict;
import static org.assay.claim.SomeClaims.approved;
import static org.assay.claim.SomeClaims.elsewhere;
import static org.assay.claim.SomeClaims.proposed;
import static org.assay.claim.SomeClaims.published;
import static org.assay.claim.SomeClaims.reopened;
import static org.assay.claim.SomeClaims.returned;
import static org.assay.claim.SomeClaims.someEvidence;
import static org.assay.claim.SomeClaims.withEvidence;
import static org.assay.support.Newsrooms.EDITH;
import static org.assay.support.Newsrooms.EMIL;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.RAVI;
import static org.assay.support.Newsrooms.ROSA;
import static org.assay.support.Newsrooms.aNewsroom;
import static org.assay.support.Newsrooms.person;
import static org.assay.support.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assay.people.Person;
import org.assay.people.Role;
import org.assay.rating.SomeScales;
import org.junit.jupiter.api.Test;

/** Whoever contributed to a claim never approves it. */
class ContributorTest {

    /** Everything by which somebody comes to work on a claim that rosa logged and proposed. */
    private static Map<String, Consumer<Person>> contributions(Claim[] made) {
        var contributions = new LinkedHashMap<String, Consumer<Person>>();
        contributions.put("logged", by -> made[0] = proposed(withEvidence(aClaimLoggedBy(by))));
        contributions.put("edited", by -> {
            Claim claim = aClaimWithEvidence();
            claim.edit(elsewhere(), null, null, by, NOW);
            made[0] = proposed(claim);
        });
        contributions.put("attached", by -> {
            Claim claim = aClaimWithEvidence();
            claim.attach(someEvidence(), null, by, NOW);
            made[0] = proposed(claim);
        });
        contributions.put("removed", by -> {
            Claim claim = aClaimWithEvidence();
            claim.attach(someEvidence(), null, ROSA, NOW);
            claim.remove(3, "Said twice.", by, NOW);
            made[0] = proposed(claim);
        });
        contributions.put("proposed", by -> {
            Claim claim = aClaimWithEvidence();
            claim.propose(aVerdict(), SomeScales.theDefaultScale(), aNewsroom(), by, NOW);
            made[0] = claim;
        });
        return contributions;
    }

    @Test
    void whoever_worked_on_a_claim_in_any_way_never_approves_it() {
        var made = new Claim[1];
        contributions(made).forEach((kind, contribute) -> {
            contribute.accept(EMIL);
            Claim claim = made[0];
            int version = claim.version();
            String digest = claim.dossier().digest();

            var refused = assertRefused(403, () -> claim.approve(digest, EMIL, NOW), kind);

            assertEquals("four-eyes", refused.details().get("rule"), kind);
            assertEquals("You worked on this claim, so someone else must approve it.", refused.getMessage());
            assertEquals(Stage.PROPOSED, claim.stage(), kind);
            assertEquals(version, claim.version(), kind);
            assertNull(claim.dossier().approval(), kind);
            assertFalse(claim.movesFor(EMIL).contains(Move.APPROVE), kind);
            assertEquals(refused.getMessage(), claim.whyNot(Move.APPROVE, EMIL), kind);

            assertTrue(claim.movesFor(EDITH).contains(Move.APPROVE), kind);
            claim.approve(digest, EDITH, NOW);
            assertEquals(Stage.APPROVED, claim.stage(), kind);
        });
    }

    @Test
    void four_eyes_still_hold_many_rounds_later() {
        var made = new Claim[1];
        contributions(made).forEach((kind, contribute) -> {
            contribute.accept(EMIL);
            Claim claim = proposed(reopened(published(approved(proposed(returned(made[0]))))));
            assertRefused(403, () -> claim.approve(claim.dossier().digest(), EMIL, NOW), kind);
        });
    }

    @Test
    void four_eyes_go_by_the_subject_and_not_by_the_name() {
        var renamed = new Person(ROSA.subject(), "Rosa Newname", Set.of(Role.EDITOR));
        var namesake = new Person("another-subject", ROSA.name(), Set.of(Role.EDITOR));
        Claim claim = aProposedClaim();
        String digest = claim.dossier().digest();
        assertRefused(403, () -> claim.approve(digest, renamed, NOW));
        assertDoesNotThrow(() -> claim.approve(digest, namesake, NOW));
    }

    @Test
    void somebody_with_every_role_still_needs_another_pair_of_eyes() {
        Person all = person("all", Role.values());
        Claim claim = proposed(withEvidence(aClaimLoggedBy(all)));
        assertRefused(403, () -> claim.approve(claim.dossier().digest(), all, NOW));
    }

    @Test
    void deciding_is_no_contribution_so_the_same_editor_may_approve_the_next_version() {
        Claim claim = proposed(reopened(aPublishedClaim()));
        assertEquals(
                List.of("rosa"),
                claim.contributors().stream().map(Contributor::name).toList());
        assertDoesNotThrow(() -> claim.approve(claim.dossier().digest(), EDITH, NOW));
    }

    @Test
    void a_refused_attempt_makes_nobody_a_contributor() {
        Claim claim = aProposedClaim();
        assertRefused(409, () -> claim.edit(elsewhere(), null, null, EMIL, NOW));
        assertRefused(409, () -> claim.attach(someEvidence(), null, EMIL, NOW));
        assertRefused(409, () -> claim.remove(1, "No.", EMIL, NOW));
        assertFalse(claim.hasContributed(EMIL));
        assertDoesNotThrow(() -> claim.approve(claim.dossier().digest(), EMIL, NOW));
    }

    @Test
    void a_contributor_is_listed_once_however_much_they_did() {
        Claim claim = aClaimWithEvidence();
        claim.attach(someEvidence(), null, RAVI, NOW);
        claim.attach(someEvidence(), null, RAVI, NOW);
        assertEquals(
                List.of(new Contributor(RAVI.subject(), "ravi"), new Contributor(ROSA.subject(), "rosa")),
                claim.contributors());
    }
}
