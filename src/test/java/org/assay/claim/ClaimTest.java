package org.assay.claim;

import static org.assay.claim.SomeClaims.aClaimLoggedBy;
import static org.assay.claim.SomeClaims.aClaimWithEvidence;
import static org.assay.claim.SomeClaims.aDroppedClaim;
import static org.assay.claim.SomeClaims.aLoggedClaim;
import static org.assay.claim.SomeClaims.aProposedClaim;
import static org.assay.claim.SomeClaims.aPublishedClaim;
import static org.assay.claim.SomeClaims.aReturnedClaim;
import static org.assay.claim.SomeClaims.aVerdict;
import static org.assay.claim.SomeClaims.aWithdrawnClaim;
import static org.assay.claim.SomeClaims.anApprovedClaim;
import static org.assay.claim.SomeClaims.anExpert;
import static org.assay.claim.SomeClaims.approved;
import static org.assay.claim.SomeClaims.elsewhere;
import static org.assay.claim.SomeClaims.everySituation;
import static org.assay.claim.SomeClaims.numbered;
import static org.assay.claim.SomeClaims.proposed;
import static org.assay.claim.SomeClaims.published;
import static org.assay.claim.SomeClaims.reopened;
import static org.assay.claim.SomeClaims.returned;
import static org.assay.claim.SomeClaims.someEvidence;
import static org.assay.claim.SomeClaims.someParticulars;
import static org.assay.claim.SomeClaims.withEvidence;
import static org.assay.support.Newsrooms.ADA;
import static org.assay.support.Newsrooms.EDITH;
import static org.assay.support.Newsrooms.EMIL;
import static org.assay.support.Newsrooms.NORA;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.ONE_OF_EACH;
import static org.assay.support.Newsrooms.RAVI;
import static org.assay.support.Newsrooms.ROSA;
import static org.assay.support.Newsrooms.aNewsroom;
import static org.assay.support.Newsrooms.person;
import static org.assay.support.Refusals.assertInvalid;
import static org.assay.support.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assay.article.SomeArticles;
import org.assay.people.Person;
import org.assay.people.Role;
import org.assay.rating.SomeScales;
import org.assay.web.Stale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The newsroom's rules, apart from the table of moves. */
class ClaimTest {

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
    void only_a_duplicate_names_another_claim_and_it_must_name_one() {
        Claim claim = numbered(aLoggedClaim(), 7);
        assertInvalid(() -> new DropDraft(DropReason.DUPLICATE, null, null).original(claim), "duplicateOf");
        assertInvalid(() -> new DropDraft(DropReason.DUPLICATE, null, 7L).original(claim), "duplicateOf");
        assertInvalid(() -> new DropDraft(DropReason.ADVERTISING, null, 8L).original(claim), "duplicateOf");
        assertNull(new DropDraft(DropReason.ADVERTISING, null, null).original(claim));
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

    @Test
    void somebody_with_every_role_still_needs_another_pair_of_eyes() {
        Person all = person("all", Role.values());
        Claim claim = proposed(withEvidence(aClaimLoggedBy(all)));
        assertRefused(403, () -> claim.approve(claim.dossier().digest(), all, NOW));
    }
}
