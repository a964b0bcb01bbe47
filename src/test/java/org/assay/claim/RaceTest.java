package org.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.web.Json;
import org.assay.web.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several people at the very same moment, on the real database: one outcome, and a history without gaps. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class RaceTest {

    @Inject
    DataSource database;

    @BeforeEach
    void everybody_holds_a_token() {
        Stream.of("rosa", "ravi", "edith", "emil").forEach(Api::token);
    }

    @RepeatedTest(5)
    void of_two_who_approve_one_signs() throws Exception {
        long claim = Given.aProposedClaim();
        String digest = Given.digest(claim);
        var answers = atOnce(List.of(
                () -> move("emil", claim, "approval", Map.of("digest", digest)),
                () -> move("edith", claim, "approval", Map.of("digest", digest))));
        assertEquals(List.of(201, 409), statuses(answers));
        assertEquals("approved", Given.stage(claim));
        assertHistoryHolds(claim);
    }

    @RepeatedTest(5)
    void a_claim_is_approved_or_returned_but_not_both() throws Exception {
        long claim = Given.aProposedClaim();
        String digest = Given.digest(claim);
        var answers = atOnce(List.of(
                () -> move("emil", claim, "approval", Map.of("digest", digest)),
                () -> move("edith", claim, "return", Map.of("note", "Please find more."))));
        assertEquals(List.of(201, 409), statuses(answers));
        assertEquals(answers.getFirst().statusCode() == 201 ? "approved" : "returned", Given.stage(claim));
        assertEquals(answers.getFirst().statusCode() == 201 ? 1 : 0, approvals(claim));
        assertHistoryHolds(claim);
    }

    @RepeatedTest(12)
    void an_editor_who_attaches_proposes_and_approves_at_once_never_signs_their_own_work() throws Exception {
        long claim = Given.aProposedClaim();
        String digest = Given.digest(claim);
        var answers = atOnce(List.of(
                () -> move("emil", claim, "return", Map.of("note", "Once more.")),
                () -> move("edith", claim, "evidence", Given.aDocument()),
                () -> move("edith", claim, "verdict", Given.aVerdict()),
                () -> move("edith", claim, "approval", Map.of("digest", digest)),
                () -> move("edith", claim, "evidence", Given.aDocument()),
                () -> move("edith", claim, "approval", Map.of("digest", digest))));
        answers.forEach(answer ->
                assertTrue(List.of(201, 403, 409, 412).contains(answer.statusCode()), () -> answer.asString()));
        assertEquals(0, count("""
                        select count(*) from approval a join dossier d on d.id = a.dossier_id
                        join contribution c on c.claim_id = d.claim_id and c.subject = a.approved_by
                        where d.claim_id = ?""", claim));
        boolean worked = Stream.of(1, 2, 4).anyMatch(i -> answers.get(i).statusCode() == 201);
        boolean signed = Stream.of(3, 5).anyMatch(i -> answers.get(i).statusCode() == 201);
        assertTrue(!(worked && signed));
        assertEquals(signed ? 1 : 0, approvals(claim));
        assertHistoryHolds(claim);
    }

    @RepeatedTest(3)
    void one_address_is_logged_once_however_many_log_it() throws Exception {
        String url = Given.anAddress();
        var variants = List.of(url, url + "#top", url + "?utm_source=x", url.replace("https", "HTTPS"));
        var answers = atOnce(IntStream.range(0, 12)
                .<Callable<Response>>mapToObj(i -> () -> Api.as(i % 2 == 0 ? "rosa" : "ravi")
                        .body(Map.of(
                                "url",
                                variants.get(i % variants.size()),
                                "title",
                                "Talks",
                                "language",
                                "en",
                                "text",
                                "Text."))
                        .post("/articles"))
                .toList());
        var logged =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertEquals(1, logged.size());
        long id = logged.getFirst().jsonPath().getLong("id");
        answers.stream().filter(answer -> !logged.contains(answer)).forEach(answer -> {
            assertEquals(409, answer.statusCode(), answer::asString);
            assertEquals(id, answer.jsonPath().getLong("existing.id"));
        });
    }

    @RepeatedTest(2)
    void claims_with_one_statement_are_proposed_at_once_under_addresses_of_their_own() throws Exception {
        String statement = "The same is said by everyone %d.".formatted(System.nanoTime());
        var claims = IntStream.range(0, 6)
                .mapToObj(i -> Given.aClaimWithEvidence(statement))
                .toList();
        var answers = atOnce(claims.stream()
                .<Callable<Response>>map(claim -> () -> move("rosa", claim, "verdict", Given.aVerdict()))
                .toList());
        answers.forEach(answer -> assertEquals(201, answer.statusCode(), answer::asString));
        var slugs = new HashSet<String>();
        for (long claim : claims) {
            slugs.add(text("select slug from claim where id = ?", claim));
            assertHistoryHolds(claim);
        }
        assertEquals(claims.size(), slugs.size());
    }

    @RepeatedTest(5)
    void of_two_who_edit_the_same_version_one_is_told_so() throws Exception {
        long claim = Given.aLoggedClaim();
        int version = Given.version(claim);
        var answers = atOnce(List.of(
                () -> edit("rosa", claim, version, "The levy doubled."),
                () -> edit("ravi", claim, version, "The levy halved.")));
        assertEquals(List.of(200, 412), statuses(answers));
        String kept = answers.getFirst().statusCode() == 200 ? "The levy doubled." : "The levy halved.";
        assertEquals(kept, text("select statement from claim where id = ?", claim));
        answers.stream()
                .filter(answer -> answer.statusCode() == 412)
                .forEach(answer -> assertEquals(kept, answer.path("current.statement")));
        assertHistoryHolds(claim);
    }

    @Test
    void evidence_that_many_attach_at_once_is_numbered_without_gaps() throws Exception {
        long claim = Given.aLoggedClaim();
        var answers = atOnce(IntStream.range(0, 12)
                .<Callable<Response>>mapToObj(
                        i -> () -> move(i % 2 == 0 ? "rosa" : "edith", claim, "evidence", Given.aDocument()))
                .toList());
        answers.forEach(answer -> assertEquals(201, answer.statusCode(), answer::asString));
        assertEquals(
                IntStream.rangeClosed(1, 12).boxed().toList(),
                Given.claim(claim).extract().path("evidence.n"));
        assertEquals(13, Given.version(claim));
        assertHistoryHolds(claim);
    }

    private static Response edit(String user, long claim, int version, String statement) {
        return Api.as(user)
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("statement", statement))
                .patch("/claims/" + claim);
    }

    private static Response move(String user, long claim, String noun, Map<String, ?> body) {
        return Api.as(user).body(body).post("/claims/" + claim + "/" + noun);
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        var ready = new CountDownLatch(calls.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return call.call();
                    }))
                    .toList();
            var answers = new ArrayList<Response>();
            for (var answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }

    /** Numbered from 1 on, each bound to the one before, and every hash what its content says. */
    private void assertHistoryHolds(long claim) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select n, at, by_subject, by_name, what, note, changes, previous, hash, c.version, c.head
                        from event e join claim c on c.id = e.claim_id where claim_id = ? order by n""")) {
            query.setLong(1, claim);
            var row = query.executeQuery();
            int n = 0;
            String before = null;
            int version = 0;
            String head = null;
            while (row.next()) {
                assertEquals(++n, row.getInt("n"));
                assertEquals(before, row.getString("previous"));
                Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
                before = Sha256.of(Json.write(new Object[] {
                    claim,
                    n,
                    at.toString(),
                    row.getString("by_subject"),
                    row.getString("by_name"),
                    row.getString("what"),
                    row.getString("note"),
                    row.getString("changes"),
                    before
                }));
                assertEquals(before, row.getString("hash"));
                version = row.getInt("version");
                head = row.getString("head");
            }
            assertEquals(n, version);
            assertEquals(before, head);
        }
    }

    private long approvals(long claim) throws SQLException {
        return count(
                "select count(*) from approval a join dossier d on d.id = a.dossier_id where d.claim_id = ?", claim);
    }

    private long count(String query, long claim) throws SQLException {
        return Long.parseLong(text(query, claim));
    }

    private String text(String query, long claim) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setLong(1, claim);
            var result = statement.executeQuery();
            result.next();
            return result.getString(1);
        }
    }
}
