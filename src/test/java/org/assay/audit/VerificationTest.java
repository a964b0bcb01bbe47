package org.assay.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.assay.support.Database;
import org.assay.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is tampered with here is rolled back: what the database refuses is first switched off, as an owner can. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class VerificationTest {

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    /** Two versions of it were published; it has ten events and more. */
    private long claim;

    /** Which only was logged. */
    private long other;

    @BeforeEach
    void there_is_a_history() {
        claim = Given.aPublishedClaim();
        Given.anotherVersion(claim, "correction", "The rate was wrong.");
        other = Given.aLoggedClaim();
    }

    private interface Tampering {
        void with(Connection connection) throws SQLException;
    }

    private Verification after(Tampering tampering, Head older) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, "set local session_replication_role = replica");
                tampering.with(connection);
                return Verification.of(connection, clock.instant().plus(Duration.ofHours(1)), older);
            } finally {
                connection.rollback();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Verification.Break after(String sql) throws SQLException {
        var found = after(
                connection ->
                        execute(connection, sql.replace(":claim", "" + claim).replace(":other", "" + other)),
                null);
        assertEquals(found.broken() == null, found.intact());
        return found.broken();
    }

    @Test
    void what_nobody_tampered_with_is_intact() throws SQLException {
        var found = after(connection -> {}, null);
        assertNull(found.broken());
        assertTrue(found.intact());
        assertTrue(found.events() > 10, "It saw no events");
        assertEquals(found.events(), found.head().events());
        assertEquals(found.claims(), found.head().claims());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "changed | update event set note = 'Another.' where claim_id = :claim and n = 3"
                        + " | 3 | Event 3 does not say what it said when it was written.",
                "another person | update event set by_subject = 'ravi' where claim_id = :claim and n = 1"
                        + " | 1 | Event 1 does not say what it said when it was written.",
                "deleted | delete from event where claim_id = :claim and n = 2 | 2 | Event 2 is missing.",
                "the last deleted | delete from event where claim_id = :other and n = 1" + " | 1 | Event 1 is missing.",
                "the last deleted, and not counted | delete from event where claim_id = :other;"
                        + " update claim set version = 0, head = null where id = :other | 1 | Event 1 is missing.",
                "inserted | insert into event (claim_id, n, at, by_subject, by_name, what, previous, hash) select :other, 2, at,"
                        + " by_subject, by_name, 'attach', hash, repeat('a', 64) from event where claim_id = :other"
                        + " | 2 | Event 2 does not say what it said when it was written.",
                "reordered | update event set n = case n when 2 then 1003 else 1002 end where claim_id = :claim and n in (2, 3);"
                        + " update event set n = n - 1000 where claim_id = :claim and n > 1000"
                        + " | 2 | Event 2 does not follow on event 1: it names another hash.",
                "truncated | truncate event |  | 1",
                "another dossier | update dossier set content = '{}', digest = encode(sha256('{}'), 'hex')"
                        + " where claim_id = :claim and n = 2; update approval set digest = encode(sha256('{}'), 'hex')"
                        + " where dossier_id in (select id from dossier where claim_id = :claim and n = 2)"
                        + " | 9 | The dossier of event 9 is not the one that was proposed.",
                "another approver | update approval set approved_by = 'nora' where dossier_id in"
                        + " (select id from dossier where claim_id = :claim and n = 1)"
                        + " | 5 | The approval of event 5 is not the one that was given.",
                "another version | update published_version set note = 'Nothing much.' where claim_id = :claim and n = 2"
                        + " | 11 | Version 2 is not what event 11 published.",
                "another live version | update publication set live_version = 1 where claim_id = :claim"
                        + " |  | The claim does not stand where its history left it.",
                "another stage | update claim set stage = 'APPROVED' where id = :other"
                        + " |  | The claim does not stand where its history left it.",
                "no claim | delete from claim where id = :other |  | The claim is missing, but not what happened to it.",
                "a version more | insert into approval select id, digest, now(), 'emil', 'emil' from dossier"
                        + " where claim_id = :claim and id not in (select dossier_id from approval);"
                        + " insert into dossier (claim_id, n, content, digest, scale, rating, summary, rationale, proposed_at,"
                        + " proposed_by, proposed_by_name, proposed_as) select claim_id, 3, content, digest, scale, rating,"
                        + " summary, rationale, proposed_at, proposed_by, proposed_by_name, proposed_as from dossier"
                        + " where claim_id = :claim and n = 2"
                        + " |  | The claim has a dossier, an approval or a version that its history does not know."
            })
    void what_was_tampered_with_is_named(String how, String sql, Integer event, String reason) throws SQLException {
        var broken = after(sql);
        if (how.equals("truncated")) {
            assertEquals("Event 1 is missing.", broken.reason());
            return;
        }
        assertEquals(new Verification.Break(sql.contains(":claim") ? claim : other, event, reason), broken, how);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone_up_to = 0", "withdrawn_reason = 'It was a misprint.'"})
    void what_was_withdrawn_stays_so_and_for_the_reason_that_was_given(String tampering) throws SQLException {
        long withdrawn = Given.aPublishedClaim();
        Given.make("emil", withdrawn, "withdrawal", Map.of("reason", "It was forged."));
        assertNull(after(connection -> {}, null).broken());
        var found = after(
                connection ->
                        execute(connection, "update publication set " + tampering + " where claim_id = " + withdrawn),
                null);
        assertEquals(
                new Verification.Break(withdrawn, null, "The claim does not stand where its history left it."),
                found.broken());
    }

    @Test
    void a_history_that_was_written_anew_from_its_beginning_is_found_by_an_older_head() throws SQLException {
        var kept = after(connection -> {}, null).head();
        assertTrue(after(connection -> {}, kept).intact());
        Tampering rewritten = connection -> {
            execute(connection, "delete from event where claim_id = " + other);
            execute(connection, "delete from claim where id = " + other);
        };
        var printedSince = after(rewritten, null);
        assertNull(printedSince.broken(), "All that is left is intact in itself");
        assertTrue(after(rewritten, printedSince.head()).intact(), "What was printed since agrees with it");
        var found = after(rewritten, kept);
        assertFalse(found.intact());
        assertEquals(
                new Verification.Break(
                        null, null, "What had happened by %s is not what the older head says.".formatted(kept.at())),
                found.broken());
    }

    @Test
    void what_happened_since_leaves_an_older_head_as_it_was() throws SQLException {
        Head kept;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            kept = Verification.of(connection, clock.instant().plus(Duration.ofMinutes(5)), null)
                    .head();
            connection.rollback();
        }
        Instant told = kept.at();
        assertFalse(told.isAfter(clock.instant()), "It tells of what has not settled yet");
        Given.aLoggedClaim();
        var found = after(connection -> {}, kept);
        assertTrue(found.intact(), () -> found.broken().reason());
        assertNotEquals(kept.digest(), found.head().digest());
    }
}
