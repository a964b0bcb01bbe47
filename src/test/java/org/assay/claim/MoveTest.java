package org.assay.claim;

import static org.assay.claim.SomeClaims.aVerdict;
import static org.assay.claim.SomeClaims.everySituation;
import static org.assay.claim.Stage.APPROVED;
import static org.assay.claim.Stage.DROPPED;
import static org.assay.claim.Stage.LOGGED;
import static org.assay.claim.Stage.PROPOSED;
import static org.assay.claim.Stage.PUBLISHED;
import static org.assay.claim.Stage.REOPENED;
import static org.assay.claim.Stage.RETURNED;
import static org.assay.claim.Stage.WITHDRAWN;
import static org.assay.people.Role.EDITOR;
import static org.assay.people.Role.REVIEWER;
import static org.assay.support.Newsrooms.ADA;
import static org.assay.support.Newsrooms.EMIL;
import static org.assay.support.Newsrooms.NORA;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.ONE_OF_EACH;
import static org.assay.support.Newsrooms.RAVI;
import static org.assay.support.Newsrooms.aNewsroom;
import static org.assay.support.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.claim.SomeClaims.Situation;
import org.assay.people.Person;
import org.assay.people.Role;
import org.assay.rating.SomeScales;
import org.junit.jupiter.api.Test;

/** The table of moves as the newsroom agreed on it, written down a second time, and every move tried everywhere. */
class MoveTest {

    private record Row(Role who, Stage to, Set<Stage> from) {
        Row(Role who, Stage to, Stage... from) {
            this(who, to, Set.of(from));
        }
    }

    private static final Map<Move, Row> TABLE = new EnumMap<>(Map.of(
            Move.LOG, new Row(REVIEWER, LOGGED),
            Move.PROPOSE, new Row(REVIEWER, PROPOSED, LOGGED, RETURNED, REOPENED),
            Move.RETURN, new Row(EDITOR, RETURNED, PROPOSED),
            Move.APPROVE, new Row(EDITOR, APPROVED, PROPOSED),
            Move.PUBLISH, new Row(EDITOR, PUBLISHED, APPROVED),
            Move.WITHDRAW, new Row(EDITOR, WITHDRAWN, PUBLISHED, REOPENED, PROPOSED, RETURNED, APPROVED),
            Move.REOPEN, new Row(EDITOR, REOPENED, APPROVED, PUBLISHED, WITHDRAWN),
            Move.DROP, new Row(REVIEWER, DROPPED, LOGGED, RETURNED, REOPENED),
            Move.RESTORE, new Row(REVIEWER, LOGGED, DROPPED)));

    private static boolean tableAllows(Move move, Situation situation) {
        return TABLE.get(move).from().contains(situation.stage())
                && (move != Move.WITHDRAW || situation.live())
                && (move != Move.DROP || !situation.everPublished());
    }

    private static boolean has(Person person, Role role) {
        return role == REVIEWER
                ? person.equals(RAVI) || person.equals(EMIL)
                : role == EDITOR ? person.equals(EMIL) : person.equals(ADA);
    }

    private static void make(Move move, Claim claim, Person by) {
        switch (move) {
            case LOG -> throw new IllegalArgumentException("Nobody logs a claim twice.");
            case PROPOSE -> claim.propose(aVerdict(), SomeScales.theDefaultScale(), aNewsroom(), by, NOW);
            case RETURN -> claim.sendBack("Please look again.", by, NOW);
            case APPROVE ->
                claim.approve(claim.dossier() == null ? "" : claim.dossier().digest(), by, NOW);
            case PUBLISH -> claim.publish("The date was wrong.", by, NOW);
            case WITHDRAW -> claim.withdraw("It was forged.", by, NOW);
            case REOPEN -> claim.reopen("There is news.", by, NOW);
            case DROP -> claim.drop(DropReason.NOT_CHECKABLE, null, "An opinion.", by, NOW);
            case RESTORE -> claim.restore(by, NOW);
        }
    }

    private static List<Move> movesOfAClaim() {
        return Arrays.stream(Move.values()).filter(move -> move != Move.LOG).toList();
    }

    @Test
    void the_table_is_the_one_that_was_agreed_on() {
        assertEquals(EnumSet.allOf(Move.class), TABLE.keySet());
        TABLE.forEach((move, row) -> {
            assertEquals(row.who(), move.role(), move + " by");
            assertEquals(row.to(), move.to(), move + " to");
            assertEquals(row.from(), move.from(), move + " from");
        });
    }

    @Test
    void the_situations_tried_here_cover_every_stage_and_are_what_they_say() {
        assertEquals(
                EnumSet.allOf(Stage.class),
                EnumSet.copyOf(everySituation().stream().map(Situation::stage).toList()));
        for (var situation : everySituation()) {
            Claim claim = situation.claim().get();
            assertEquals(situation.stage(), claim.stage(), situation.toString());
            assertEquals(situation.live(), claim.isLive(), situation.toString());
            assertEquals(situation.everPublished(), claim.publishedVersions() > 0, situation.toString());
        }
    }

    @Test
    void every_move_succeeds_for_exactly_those_and_from_exactly_those_stages_that_the_table_names() {
        int made = 0;
        int refused = 0;
        for (var situation : everySituation()) {
            for (Move move : movesOfAClaim()) {
                for (Person person : ONE_OF_EACH) {
                    String attempt = "%s by %s while %s".formatted(move, person.name(), situation);
                    Claim claim = situation.claim().get();
                    if (!has(person, TABLE.get(move).who())) {
                        assertUntouchedAfterRefusal(403, move, claim, person, attempt);
                        refused++;
                    } else if (!tableAllows(move, situation)) {
                        assertUntouchedAfterRefusal(409, move, claim, person, attempt);
                        refused++;
                    } else {
                        int version = claim.version();
                        make(move, claim, person);
                        assertEquals(move.to(), claim.stage(), attempt);
                        assertEquals(version + 1, claim.version(), attempt);
                        assertEquals(version + 1, claim.history().size(), attempt);
                        Event last = claim.history().getLast();
                        assertEquals(move.toString(), last.what(), attempt);
                        assertEquals(person.name(), last.by(), attempt);
                        assertEquals(person.subject(), last.bySubject(), attempt);
                        assertEquals(claim.version(), last.n(), attempt);
                        made++;
                    }
                }
            }
        }
        assertTrue(made > 30 && refused > 300, made + " made, " + refused + " refused");
    }

    private static void assertUntouchedAfterRefusal(int status, Move move, Claim claim, Person by, String attempt) {
        var before = everythingOf(claim);
        var refused = assertRefused(status, () -> make(move, claim, by), attempt);
        assertInstanceOf(MoveRefused.class, refused, attempt);
        assertEquals(before, everythingOf(claim), attempt);
    }

    private static List<Object> everythingOf(Claim claim) {
        var everything = new ArrayList<Object>(List.of(
                claim.stage(),
                claim.version(),
                claim.history(),
                claim.evidence(),
                claim.contributors().toList(),
                claim.publishedVersions(),
                claim.isLive(),
                claim.changedAt()));
        everything.add(claim.dossier());
        everything.add(claim.dossier() == null ? null : claim.dossier().approval());
        return everything;
    }

    @Test
    void the_moves_that_a_person_is_offered_are_those_that_would_succeed() {
        for (var situation : everySituation()) {
            for (Person person : ONE_OF_EACH) {
                Claim claim = situation.claim().get();
                var expected = movesOfAClaim().stream()
                        .filter(move -> has(person, TABLE.get(move).who()) && tableAllows(move, situation))
                        .toList();
                assertEquals(expected, claim.movesFor(person), person.name() + " while " + situation);
            }
        }
    }

    @Test
    void a_missing_button_says_why_and_a_button_that_is_there_says_nothing() {
        for (var situation : everySituation()) {
            Claim claim = situation.claim().get();
            for (Person person : ONE_OF_EACH) {
                for (Move move : movesOfAClaim()) {
                    assertEquals(
                            claim.movesFor(person).contains(move),
                            claim.whyNot(move, person).isEmpty(),
                            "%s by %s while %s".formatted(move, person.name(), situation));
                }
            }
        }
    }

    @Test
    void the_next_moves_are_the_tables_whoever_looks() {
        for (var situation : everySituation()) {
            assertEquals(
                    movesOfAClaim().stream()
                            .filter(move -> tableAllows(move, situation))
                            .toList(),
                    situation.claim().get().nextMoves(),
                    situation.toString());
        }
    }

    @Test
    void a_refusal_by_the_table_names_the_stage_and_the_moves_that_are_left() {
        for (var situation : everySituation()) {
            for (Move move : movesOfAClaim()) {
                if (!tableAllows(move, situation)) {
                    Claim claim = situation.claim().get();
                    var refused = assertRefused(409, () -> make(move, claim, EMIL));
                    assertEquals(situation.stage(), refused.details().get("stage"));
                    assertEquals(claim.movesFor(EMIL), refused.details().get("moves"));
                    assertTrue(refused.getMessage().contains(situation.stage().toString()), refused.getMessage());
                    assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
                }
            }
        }
    }

    @Test
    void a_refusal_by_the_role_names_the_role_that_is_needed() {
        for (Move move : movesOfAClaim()) {
            var refused = assertRefused(403, () -> make(move, SomeClaims.aProposedClaim(), NORA));
            assertEquals(move.role(), refused.details().get("role"));
            assertTrue(refused.getMessage().contains(move.role().toString()), refused.getMessage());
        }
    }

    @Test
    void only_what_is_live_is_withdrawn_and_the_refusal_says_so() {
        for (var situation : everySituation()) {
            if (!situation.live()) {
                Claim claim = situation.claim().get();
                String why = claim.whyNot(Move.WITHDRAW, EMIL);
                assertTrue(why.contains("no version of it is live"), situation + ": " + why);
            }
        }
    }

    @Test
    void what_was_published_once_is_never_dropped_and_the_refusal_says_so() {
        for (var situation : everySituation()) {
            if (situation.everPublished()) {
                String why = situation.claim().get().whyNot(Move.DROP, EMIL);
                assertTrue(why.contains("was published once"), situation + ": " + why);
            }
        }
    }

    @Test
    void every_move_has_a_label_a_past_a_noun_and_says_what_it_needs() {
        var nouns = new HashSet<String>();
        for (Move move : Move.values()) {
            assertTrue(nouns.add(move.noun()), move + " shares its noun");
            assertFalse(move.label().isBlank());
            assertFalse(move.past().isBlank());
            assertFalse(move.needs().isBlank());
            assertNotEquals(move.label(), move.past());
        }
    }
}
