package org.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.assay.support.Database;
import org.assay.support.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never happen is refused by the database itself, whoever asks. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class DatabaseGuardsTest {

    private static final String CHECK = "23514";
    private static final String FOREIGN_KEY = "23503";
    private static final String REFUSED = "23000";
    private static final String DEADLOCK = "40P01";

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "snapshot, text",
        "dossier, content",
        "event, note",
        "published_version, note",
        "approval, approved_by",
        "contribution, name",
        "rating_scale, defined_by",
        "rating, definition"
    })
    void what_is_evidence_of_an_agreement_is_written_once(String table, String column) {
        Given.aPublishedClaim();
        String sentence = "Rows of %s are written once".formatted(table);
        assertTrue(refused(REFUSED, "update %s set %s = %2$s".formatted(table, column))
                .contains(sentence));
        assertTrue(refused(REFUSED, "delete from " + table).contains(sentence));
        assertTrue(refused(REFUSED, "truncate %s cascade".formatted(table)).contains(sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "article", "publication", "evidence", "expert"})
    void what_was_worked_on_is_never_removed(String table) {
        Given.aPublishedClaim();
        refused(REFUSED, "delete from " + table);
        refused(REFUSED, "truncate %s cascade".formatted(table));
    }

    @Test
    void an_article_keeps_its_snapshot() throws SQLException {
        long article = Given.anArticle();
        long other = Given.anArticle();
        refused(
                REFUSED,
                "update article set snapshot_id = (select snapshot_id from article where id = ?) where id = ?",
                other,
                article);
    }

    @Test
    void a_contributor_cannot_approve_even_by_sql() {
        long claim = Given.aProposedClaim();
        assertTrue(refused(REFUSED, """
                        insert into approval (dossier_id, digest, approved_at, approved_by, approved_by_name)
                        select d.id, d.digest, now(), c.subject, c.name
                        from claim join dossier d on d.id = claim.dossier_id join contribution c on c.claim_id = claim.id
                        where claim.id = ?""", claim).contains("Nobody approves what they worked on."));
    }

    @Test
    void an_approval_signs_the_digest_of_its_dossier_and_no_other() {
        long claim = Given.aProposedClaim();
        assertTrue(refused(REFUSED, """
                        insert into approval (dossier_id, digest, approved_at, approved_by, approved_by_name)
                        select dossier_id, repeat('0', 64), now(), 'a stranger', 'A Stranger' from claim where id = ?""", claim).contains("An approval signs the digest of the dossier."));
    }

    @Test
    void an_approval_waits_for_a_contribution_that_is_being_written_and_is_then_refused() throws Exception {
        long claim = Given.aProposedClaim();
        try (var contributing = database.getConnection();
                var approving = database.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            contributing.setAutoCommit(false);
            approving.setAutoCommit(false);
            int pid = number(approving, "select pg_backend_pid()");
            contributing
                    .createStatement()
                    .execute("insert into contribution (claim_id, subject, name) values (%d, 'late', 'Late')"
                            .formatted(claim));
            var approval = threads.submit(() -> approving.createStatement().execute("""
                            insert into approval (dossier_id, digest, approved_at, approved_by, approved_by_name)
                            select d.id, d.digest, now(), 'late', 'Late'
                            from claim join dossier d on d.id = claim.dossier_id where claim.id = %d""".formatted(claim)));
            int waiting = 0;
            while (waiting == 0 && !approval.isDone()) {
                waiting = number(contributing, "select cardinality(pg_blocking_pids(%d))".formatted(pid));
            }
            contributing.commit();
            var refusal = assertThrows(Exception.class, approval::get);
            approving.rollback();
            assertTrue(refusal.getMessage().contains("Nobody approves what they worked on."), refusal.getMessage());
        }
    }

    private static int number(java.sql.Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    @Test
    void what_nobody_approved_cannot_be_published() {
        long published = Given.aPublishedClaim();
        long proposed = Given.aProposedClaim();
        refused(FOREIGN_KEY, """
                insert into published_version (claim_id, n, dossier_id, published_at, published_by, published_by_name, change, note)
                select ?, 2, dossier_id, now(), 'emil', 'Emil', 'UPDATE', 'New.' from claim where id = ?""", published, proposed);
    }

    @Test
    void another_claims_dossier_cannot_be_published() {
        long published = Given.aPublishedClaim();
        long approved = Given.anApprovedClaim();
        refused(FOREIGN_KEY, """
                insert into published_version (claim_id, n, dossier_id, published_at, published_by, published_by_name, change, note)
                select ?, 2, dossier_id, now(), 'emil', 'Emil', 'UPDATE', 'New.' from claim where id = ?""", published, approved);
    }

    @Test
    void a_dossiers_digest_is_the_digest_of_its_content() {
        long claim = Given.aProposedClaim();
        refused(CHECK, """
                insert into dossier (claim_id, n, content, digest, scale, rating, summary, rationale, proposed_at,
                    proposed_by, proposed_by_name, proposed_as)
                select claim_id, n + 1, content || ' ', digest, scale, rating, summary, rationale, proposed_at,
                    proposed_by, proposed_by_name, proposed_as
                from dossier where claim_id = ?""", claim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version = -1",
                "stage = 'FORGOTTEN'",
                "stage = 'PUBLISHED'",
                "live = true",
                "statement = ''",
                "statement = repeat('x', 301)",
                "language = repeat('x', 36)",
                "claimant_name = repeat('x', 201)",
                "claimant_name = null",
                "claimant_same_as = 'javascript:alert(1)'",
                "claimant_type = 'ROBOT'",
                "wording = 'SUNG'",
                "topics = array_fill('x'::text, array[11])",
                "reason = repeat('x', 2001)",
                "source_url = 'data:text/plain,x'",
                "source_title = repeat('x', 301)",
                "quote_exact = repeat('x', 2001), quote_end = quote_start + 2001",
                "quote_prefix = repeat('x', 33)",
                "quote_start = -1, quote_end = char_length(quote_exact) - 1",
                "quote_end = quote_end + 1",
                "article_id = null",
                "article_id = null, quote_exact = null",
                "slug = 'Not a slug'",
                "published_versions = -1"
            })
    void a_claim_stays_within_its_bounds(String change) {
        long claim = Given.aLoggedClaim();
        refused(CHECK, "update claim set %s where id = ?".formatted(change), claim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stance = 'DOUBTS'",
                "kind = 'RUMOUR'",
                "kind = 'EXPERT_STATEMENT', expert_id = null",
                "note = ''",
                "note = repeat('x', 2001)",
                "quote = repeat('x', 2001)",
                "origin = repeat('x', 201)",
                "source_title = repeat('x', 301)",
                "source_url = 'ftp://example.org'",
                "source_archived_url = 'javascript:alert(1)'"
            })
    void evidence_stays_within_its_bounds(String change) {
        long claim = Given.aClaimWithEvidence();
        refused(CHECK, "update evidence set %s where claim_id = ?".formatted(change), claim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "article: url = 'ftp://example.org'",
                "article: url = 'https://example.org/' || repeat('x', 2048)",
                "article: title = repeat('x', 301)",
                "article: publisher = repeat('x', 201)",
                "expert: name = ''",
                "expert: name = repeat('x', 201)",
                "expert: interests = repeat('x', 2001)",
                "publication: live_version = null",
                "publication: withdrawn_reason = 'Still live.'",
                "publication: gone_up_to = coalesce(live_version, 0)"
            })
    void everything_else_stays_within_its_bounds(String tableAndChange) {
        Given.aPublishedClaim();
        String[] parts = tableAndChange.split(": ", 2);
        refused(CHECK, "update %s set %s".formatted((Object[]) parts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repeat('x', 200001), repeat('0', 64)",
                "'', repeat('0', 64)",
                "'text', 'no digest'",
                "'text', repeat('0', 63)"
            })
    void a_snapshot_stays_within_its_bounds(String textAndDigest) {
        refused(
                CHECK,
                "insert into snapshot (text, sha256, captured_at, captured_by) values (%s, now(), 'rosa')"
                        .formatted(textAndDigest));
    }

    @Test
    void lengths_count_code_points() throws SQLException {
        long claim = Given.aLoggedClaim();
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement("update claim set statement = repeat('𝒳', 300) where id = ?")) {
            update.setLong(1, claim);
            assertEquals(1, update.executeUpdate());
        }
    }

    /** Everything is rolled back, whether it was refused or not. What locks whole tables may meet the search index that reads them. */
    private String refused(String state, String sql, Object... parameters) {
        var refusal = assertThrows(
                SQLException.class,
                () -> {
                    try (var connection = database.getConnection()) {
                        connection.setAutoCommit(false);
                        try (var statement = connection.prepareStatement(sql)) {
                            for (int i = 0; i < parameters.length; i++) {
                                statement.setObject(i + 1, parameters[i]);
                            }
                            statement.execute();
                        } finally {
                            connection.rollback();
                        }
                    }
                },
                sql);
        if (DEADLOCK.equals(refusal.getSQLState())) {
            return refused(state, sql, parameters);
        }
        assertEquals(state, refusal.getSQLState(), () -> sql + ": " + refusal.getMessage());
        return refusal.getMessage();
    }
}
