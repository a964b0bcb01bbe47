package org.assay.claim;

import static org.assay.claim.SomeClaims.aClaimWithEvidence;
import static org.assay.claim.SomeClaims.aDroppedClaim;
import static org.assay.claim.SomeClaims.aLoggedClaim;
import static org.assay.claim.SomeClaims.aProposedClaim;
import static org.assay.claim.SomeClaims.aPublishedClaim;
import static org.assay.claim.SomeClaims.aWithdrawnClaim;
import static org.assay.claim.SomeClaims.approved;
import static org.assay.claim.SomeClaims.elsewhere;
import static org.assay.claim.SomeClaims.everySituation;
import static org.assay.claim.SomeClaims.numbered;
import static org.assay.claim.SomeClaims.proposed;
import static org.assay.claim.SomeClaims.published;
import static org.assay.claim.SomeClaims.reopened;
import static org.assay.claim.SomeClaims.someEvidence;
import static org.assay.claim.SomeClaims.someParticulars;
import static org.assay.support.Newsrooms.ADA;
import static org.assay.support.Newsrooms.EDITH;
import static org.assay.support.Newsrooms.EMIL;
import static org.assay.support.Newsrooms.NORA;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.ONE_OF_EACH;
import static org.assay.support.Newsrooms.RAVI;
import static org.assay.support.Newsrooms.ROSA;
import static org.assay.support.Newsrooms.person;
import static org.assay.support.Refusals.assertInvalid;
import static org.assay.support.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assay.article.SomeArticles;
import org.assay.people.Person;
import org.assay.web.Stale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The newsroom's rules, apart from the table of moves. */
class ClaimTest {

    @Test
    void logging_takes_a_reviewer_or_an_editor() {
        for (Person person : ONE_OF_EACH) {
            Executable log = () -> Claim.log(elsewhere(), null, null, person, NOW);
            if (person.equals(RAVI) || person.equals(EMIL)) {
                assertDoesNotThrow(log, person.name());
            } else {
                assertRefused(403, log, person.name());
            }
        }
    }

    @Test
    void a_logged_claim_starts_at_version_1_with_one_event_and_its_logger_as_contributor() {
        Claim claim = aLoggedClaim();
        assertEquals(Stage.LOGGED, claim.stage());
        assertEquals(1, claim.version());
        assertEquals(List.of("log"), claim.history().stream().map(Event::what).toList());
        assertTrue(claim.hasContributed(ROSA));
        assertEquals(NOW, claim.loggedAt());
        assertFalse(claim.isLive());
        assertFalse(claim.publishedVersions() > 0 && !claim.isLive());
    }

    @Test
    void a_claim_needs_a_quote_or_a_source() {
        assertInvalid(() -> Claim.log(someParticulars(), null, null, ROSA, NOW), "quote");
        assertInvalid(() -> aLoggedClaim().edit(someParticulars(), null, null, ROSA, NOW), "quote");
        assertDoesNotThrow(() -> Claim.log(elsewhere(), null, null, ROSA, NOW));
    }

    @Test
    void a_claim_and_its_evidence_change_exactly_while_its_stage_is_open() {
        for (var situation : everySituation()) {
            Map<String, Consumer<Claim>> changes = Map.of(
                    "edit", claim -> claim.edit(elsewhere(), null, null, RAVI, NOW),
                    "attach", claim -> claim.attach(someEvidence(), null, RAVI, NOW),
                    "remove", claim -> claim.remove(1, "Not about this.", RAVI, NOW));
            changes.forEach((what, change) -> {
                Claim claim = situation.claim().get();
                int version = claim.version();
                int pieces = claim.evidence().size();
                var particulars = claim.particulars();
                boolean open =
                        List.of(Stage.LOGGED, Stage.RETURNED, Stage.REOPENED).contains(situation.stage());
                String attempt = what + " while " + situation;
                assertEquals(open, claim.stage().isOpen(), attempt);
                assertEquals(open, claim.canEdit(RAVI), attempt);
                if (open) {
                    change.accept(claim);
                    assertEquals(version + 1, claim.version(), attempt);
                    assertEquals(version + 1, claim.history().size(), attempt);
                    assertEquals(what, claim.history().getLast().what(), attempt);
                    assertEquals("ravi", claim.history().getLast().by(), attempt);
                    assertTrue(claim.hasContributed(RAVI), attempt);
                    assertEquals(situation.stage(), claim.stage(), attempt);
                } else {
                    var refused = assertRefused(409, () -> change.accept(claim), attempt);
                    assertTrue(refused.getMessage().contains(situation.stage().toString()), refused.getMessage());
                    assertEquals(version, claim.version(), attempt);
                    assertEquals(version, claim.history().size(), attempt);
                    assertEquals(pieces, claim.evidence().size(), attempt);
                    assertSame(particulars, claim.particulars(), attempt);
                    assertFalse(claim.hasContributed(RAVI), attempt);
                }
            });
        }
    }

    @Test
    void changing_a_claim_takes_a_reviewer_or_an_editor() {
        for (Person person : List.of(ADA, NORA)) {
            Claim claim = aClaimWithEvidence();
            assertRefused(403, () -> claim.edit(elsewhere(), null, null, person, NOW), person.name());
            assertRefused(403, () -> claim.attach(someEvidence(), null, person, NOW), person.name());
            assertRefused(403, () -> claim.remove(1, "No.", person, NOW), person.name());
            assertFalse(claim.canEdit(person));
            assertEquals(3, claim.version());
        }
    }

    @Test
    void an_edit_is_recorded_with_both_sides_of_each_field_and_of_no_other() {
        Claim claim = aLoggedClaim();
        var p = claim.particulars();
        var edited = new Particulars(
                "The controls take effect on 8 November.",
                p.language(),
                p.source(),
                null,
                p.wording(),
                p.claimedOn(),
                p.topics(),
                p.reason());
        claim.edit(edited, claim.article(), claim.quote(), RAVI, NOW.plusSeconds(60));

        assertEquals(edited, claim.particulars());
        assertEquals(NOW.plusSeconds(60), claim.changedAt());
        assertEquals(NOW, claim.loggedAt());
        assertEquals(
                List.of(
                        new Event.Edit(
                                "statement",
                                "The controls take effect on 1 December.",
                                "The controls take effect on 8 November."),
                        new Event.Edit("claimant", "A spokesman, person", "")),
                claim.history().getLast().edits());
    }

    @Test
    void an_edit_that_changes_nothing_records_nothing() {
        Claim claim = aLoggedClaim();
        claim.edit(someParticulars(), claim.article(), claim.quote(), RAVI, NOW.plusSeconds(60));
        assertEquals(1, claim.version());
        assertEquals(1, claim.history().size());
        assertEquals(NOW, claim.changedAt());
        assertFalse(claim.hasContributed(RAVI));
    }

    @Test
    void an_edit_that_changes_nothing_is_refused_all_the_same_while_the_stage_is_closed() {
        Claim claim = aProposedClaim();
        assertRefused(409, () -> claim.edit(claim.particulars(), claim.article(), claim.quote(), RAVI, NOW));
    }

    @Test
    void another_quote_in_the_same_article_is_an_edit() {
        Claim claim = aLoggedClaim();
        var other = SomeArticles.aPassage(claim.article(), "An average levy of 157%");
        claim.edit(claim.particulars(), claim.article(), other, RAVI, NOW);
        assertEquals(other, claim.quote());
        assertEquals(
                List.of("quote"),
                claim.history().getLast().edits().stream()
                        .map(Event.Edit::field)
                        .toList());
    }

    @Test
    void a_version_that_somebody_changed_meanwhile_is_stale() {
        Claim claim = aClaimWithEvidence();
        assertDoesNotThrow(() -> claim.requireVersion(null));
        assertDoesNotThrow(() -> claim.requireVersion(3));
        for (int other : new int[] {0, 1, 2, 4}) {
            assertThrows(Stale.class, () -> claim.requireVersion(other));
        }
    }

    @Test
    void publishing_counts_the_versions_and_withdrawing_ends_what_is_live() {
        Claim claim = aPublishedClaim();
        assertEquals(1, claim.publishedVersions());
        assertTrue(claim.isLive());
        assertFalse(claim.publishedVersions() > 0 && !claim.isLive());

        reopened(claim);
        assertTrue(claim.isLive(), "readers keep seeing the live version");
        published(approved(proposed(claim)));
        assertEquals(2, claim.publishedVersions());

        claim.withdraw("It was forged.", EDITH, NOW);
        assertFalse(claim.isLive());
        assertTrue(claim.publishedVersions() > 0 && !claim.isLive());
        assertEquals("It was forged.", claim.history().getLast().note());
    }

    @Test
    void a_claim_that_is_reopened_after_a_withdrawal_stays_gone_until_it_is_published_again() {
        Claim claim = reopened(aWithdrawnClaim());
        assertTrue(claim.publishedVersions() > 0 && !claim.isLive());
        approved(proposed(claim));
        assertTrue(claim.publishedVersions() > 0 && !claim.isLive());
        published(claim);
        assertFalse(claim.publishedVersions() > 0 && !claim.isLive());
        assertEquals(2, claim.publishedVersions());
    }

    @Test
    void the_address_stays_once_it_is_taken() {
        Claim claim = aLoggedClaim();
        claim.takeSlug("another-address");
        assertEquals("the-controls-take-effect-on-1-december", claim.slug());
    }

    @Test
    void a_duplicate_is_dropped_with_the_claim_that_it_repeats() {
        Claim original = numbered(aLoggedClaim(), 42);
        Claim claim = aLoggedClaim();
        claim.drop(DropReason.DUPLICATE, original, "The same speech.", RAVI, NOW);
        Event dropped = claim.history().getLast();
        assertEquals("duplicate", dropped.detail("reason"));
        assertEquals("42", dropped.detail("duplicateOf"));
        assertEquals("The same speech.", dropped.note());
    }

    @Test
    void a_restored_claim_is_as_it_was_logged_and_knows_why_it_was_dropped() {
        Claim claim = aDroppedClaim();
        int pieces = claim.evidence().size();
        claim.restore(RAVI, NOW);
        assertEquals(Stage.LOGGED, claim.stage());
        assertEquals(pieces, claim.evidence().size());
        assertEquals("advertising", claim.history().get(3).detail("reason"));
        assertDoesNotThrow(() -> proposed(claim));
    }

    @Test
    void every_event_bears_the_claims_version_at_its_time() {
        for (var situation : everySituation()) {
            Claim claim = situation.claim().get();
            var history = claim.history();
            assertEquals(claim.version(), history.size(), situation.toString());
            for (int i = 0; i < history.size(); i++) {
                assertEquals(i + 1, history.get(i).n(), situation.toString());
            }
        }
    }
}
