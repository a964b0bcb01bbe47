package org.assay;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Replica;
import org.assay.support.SecondReplica;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas on one database, the second of them as it is shipped: what is done at one shows at the other. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ReplicasIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static Replica second;

    @Inject
    DataSource database;

    @BeforeEach
    void two() throws IOException {
        if (second == null) {
            second = SecondReplica.started();
        }
    }

    @AfterAll
    static void one() {
        if (second != null) {
            second.close();
        }
    }

    @Test
    void a_publication_and_a_withdrawal_at_one_show_at_the_other_within_a_second() {
        second.get("/").then().statusCode(200);
        long claim = Given.aPublishedClaim();
        String page = Given.page(claim);
        second.becomes("/", home -> home.asString().contains(page), A_SECOND);
        isKept(page);
        Given.anotherVersion(claim, "correction", "The figure was wrong.");
        second.becomes(page, check -> check.asString().contains("The figure was wrong."), A_SECOND);
        isKept(page);
        withdraw(claim);
        second.becomes(page, check -> check.statusCode() == 410, A_SECOND);
        second.becomes("/", home -> !home.asString().contains(page), A_SECOND);
        given().get(page).then().statusCode(410).body(containsString("It was forged."));
    }

    @Test
    void a_replica_whose_connections_are_cut_catches_up() throws SQLException {
        for (String cut : new String[] {"pg_terminate_backend", "pg_cancel_backend"}) {
            long claim = Given.aPublishedClaim();
            String page = Given.page(claim);
            second.becomes("/", home -> home.asString().contains(page), Duration.ofSeconds(5));
            isKept(page);
            assertTrue(cutListener(cut) > 0);
            withdraw(claim);
            second.becomes(page, check -> check.statusCode() == 410, Duration.ofSeconds(5));
            second.becomes(
                    "/q/metrics", it -> it.asString().contains("assay_pages_trusted 1.0"), Duration.ofSeconds(5));
        }
    }

    @Test
    void a_replica_without_word_from_the_feed_trusts_nothing_that_it_kept_and_trusts_again_afterwards()
            throws SQLException {
        String word = "w" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
        String page = Given.page(Given.aPublishedClaim("The " + word + " rose."));
        String found = "/checks?q=" + word;
        String asked = "/v1alpha1/claims:search?query=" + word;
        second.becomes("/", home -> home.asString().contains(page), A_SECOND);
        second.becomes(found, list -> list.asString().contains(page), A_SECOND);
        second.get(asked).then().statusCode(200).body("claims[0].claimReview[0].url", endsWith(page));
        isKept(page);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            withdrawWithoutAWord(connection, page);
            execute(connection, "lock table publication_change in access exclusive mode");
            second.get(page).then().statusCode(200);
            var silence = second.becomes(page, check -> check.statusCode() == 410, Duration.ofSeconds(8));
            assertTrue(silence.compareTo(Duration.ofSeconds(3)) > 0, "trusted for only " + silence);
            var searched = second.becomes(found, list -> list.statusCode() == 503, A_SECOND);
            assertTrue(silence.plus(searched).compareTo(Duration.ofSeconds(8)) < 0, "found for as long as " + searched);
            second.get(found)
                    .then()
                    .header("Retry-After", "1")
                    .body(not(containsString(page)))
                    .body(containsString("Please try again in a moment."));
            second.get(asked)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("error.status", equalTo("UNAVAILABLE"));
            connection.rollback();
        }
        second.becomes("/q/metrics", it -> it.asString().contains("assay_pages_trusted 1.0"), Duration.ofSeconds(10));
        second.becomes(found, list -> list.asString().contains(page), Duration.ofSeconds(10));
    }

    @Test
    void readers_find_neither_health_nor_metrics() {
        second.get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        for (String path : List.of("/q/health", "/q/health/live", "/q/metrics", "/q/health-ui/", "/q/swagger-ui/")) {
            given().get("http://localhost:" + second.port() + path).then().statusCode(404);
        }
    }

    @Test
    void what_is_sent_from_memory_has_each_header_once() {
        second.get("/");
        var home = second.get("/");
        assertNull(home.header("X-Request-Id"), "it is rendered anew");
        assertEquals(1, home.headers().getValues("Strict-Transport-Security").size());
        assertEquals(1, home.headers().getValues("Content-Security-Policy").size());
        assertEquals(1, home.headers().getValues("Content-Type").size());
    }

    @Test
    void a_request_with_a_key_is_done_once_wherever_it_is_repeated() throws Exception {
        String key = UUID.randomUUID().toString();
        var sent = Map.of("name", "Wendy Witness " + key);
        var ids = new HashSet<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> Api.as("rosa")
                            .port(i % 2 == 0 ? RestAssured.port : second.port())
                            .header("Idempotency-Key", key)
                            .body(sent)
                            .post("/experts")))
                    .toList();
            for (var answer : answers) {
                if (answer.get().statusCode() != 409) {
                    answer.get().then().statusCode(201);
                    ids.add(answer.get().path("id"));
                }
            }
        }
        assertEquals(1, ids.size());
        for (int port : new int[] {RestAssured.port, second.port()}) {
            int id = Api.as("rosa")
                    .port(port)
                    .header("Idempotency-Key", key)
                    .body(sent)
                    .post("/experts")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertEquals(ids, Set.of(id));
        }
    }

    /** Two readers of it at the second replica: the latter is answered from memory. */
    private static void isKept(String page) {
        second.get(page).then().statusCode(200);
        double before = hits();
        second.get(page).then().statusCode(200);
        assertTrue(hits() > before, page + " is not kept");
    }

    private static double hits() {
        return second.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("cache_gets_total{cache=\"pages\",result=\"hit\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void withdraw(long claim) {
        Given.make("emil", claim, "withdrawal", Map.of("reason", "It was forged."));
    }

    private int cutListener(String how) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(" + how + "(pid)) from pg_stat_activity"
                        + " where application_name = ? and query ~ 'listen|publication_change where seq >'")) {
            select.setString(1, SecondReplica.NAME);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** In a way that the feed is not told of, and that all can see while the table of changes is locked. */
    private void withdrawWithoutAWord(Connection connection, String page) throws SQLException {
        execute(connection, "set local session_replication_role = replica");
        try (var update = connection.prepareStatement("update publication set gone_up_to = live_version,"
                + " live_version = null, withdrawn_at = now(), withdrawn_reason = 'Nobody was told.'"
                + " where slug = ?")) {
            update.setString(1, page.replace("/checks/", ""));
            assertEquals(1, update.executeUpdate());
        }
        connection.commit();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
