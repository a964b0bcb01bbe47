package org.assay.once;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.aClaimWithEvidence;
import static org.assay.support.Newsdesk.aDroppedClaim;
import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.aProposedClaim;
import static org.assay.support.Newsdesk.aPublishedClaim;
import static org.assay.support.Newsdesk.anApprovedClaim;
import static org.assay.support.Newsdesk.articleDraft;
import static org.assay.support.Newsdesk.claimDraft;
import static org.assay.support.Newsdesk.digest;
import static org.assay.support.Newsdesk.evidenceDraft;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Lock;
import org.assay.support.Newsdesk;
import org.assay.support.Soon;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class OnceTest {

    @Inject
    DataSource database;

    /** @param path below the API's */
    private record Write(String who, String path, Object body) {

        Response send(String key) {
            return Api.as(who).header("Idempotency-Key", key).body(body).post(path);
        }
    }

    private static String aKey() {
        return UUID.randomUUID().toString();
    }

    private static Write anArticle() {
        return new Write("rosa", "/articles", articleDraft());
    }

    private static Write move(String who, long claim, String noun, Object body) {
        return new Write(who, "/claims/%d/%s".formatted(claim, noun), body);
    }

    /** Each POST of the API, with something that it takes. */
    private static Map<String, Supplier<Write>> everyWrite() {
        var writes = new HashMap<String, Supplier<Write>>();
        writes.put("/articles", OnceTest::anArticle);
        writes.put("/claims", () -> new Write("rosa", "/claims", claimDraft()));
        writes.put("/experts", () -> new Write("rosa", "/experts", json("name", "Wendy Witness")));
        writes.put("/scales", () -> new Write("ada", "/scales", json("labels", labels())));
        writes.put("/claims/{id}/evidence", () -> move("rosa", aLoggedClaim(), "evidence", evidenceDraft()));
        writes.put(
                "/claims/{id}/evidence/{n}/removal",
                () -> move("rosa", aClaimWithEvidence(), "evidence/1/removal", json("reason", "It is another's.")));
        writes.put("/claims/{id}/verdict", () -> move("rosa", aClaimWithEvidence(), "verdict", verdictDraft()));
        writes.put("/claims/{id}/return", () -> move("emil", aProposedClaim(), "return", json("note", "Once more.")));
        writes.put("/claims/{id}/approval", () -> {
            long claim = aProposedClaim();
            return move("emil", claim, "approval", json("digest", digest(claim)));
        });
        writes.put("/claims/{id}/publication", () -> move("emil", anApprovedClaim(), "publication", json()));
        writes.put(
                "/claims/{id}/withdrawal",
                () -> move("emil", aPublishedClaim(), "withdrawal", json("reason", "It was forged.")));
        writes.put(
                "/claims/{id}/reopening",
                () -> move("emil", aPublishedClaim(), "reopening", json("reason", "New figures.")));
        writes.put("/claims/{id}/drop", () -> move("rosa", aLoggedClaim(), "drop", json("reason", "advertising")));
        writes.put("/claims/{id}/restoration", () -> move("rosa", aDroppedClaim(), "restoration", json()));
        return writes;
    }

    /** Those that there are, since verdicts of other tests stand on them. */
    private static List<Map<String, Object>> labels() {
        return Api.as("ada").get("/scales").jsonPath().getList("items[0].labels");
    }

    @Test
    void every_post_of_the_api_is_done_once_and_answered_alike_each_time() {
        var posts = new TreeSet<String>();
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        paths.forEach((path, methods) -> {
            if (methods.containsKey("post")) {
                posts.add(path.replace("/api/v1", ""));
            }
        });
        assertTrue(posts.size() >= 14, posts::toString);
        var writes = everyWrite();
        assertEquals(posts, new TreeSet<>(writes.keySet()));
        for (var write : writes.entrySet()) {
            String key = aKey();
            var asked = write.getValue().get();
            var first = asked.send(key);
            assertEquals(201, first.statusCode(), () -> write.getKey() + first.asString());
            String done = everythingDone();
            for (int i = 0; i < 2; i++) {
                var again = asked.send(key);
                assertEquals(201, again.statusCode(), write.getKey());
                assertEquals(first.asString(), again.asString(), write.getKey());
                for (String header : List.of("Location", "ETag", "Content-Type")) {
                    assertEquals(first.header(header), again.header(header), write.getKey());
                }
            }
            assertEquals(done, everythingDone(), write.getKey());
        }
    }

    @Test
    void where_it_is_holds_at_whatever_host_it_is_asked_for_again() {
        String key = aKey();
        var asked = anArticle();
        String first = asked.send(key).header("Location");
        String again = Api.as("rosa")
                .header("Host", "another.example.org")
                .header("Idempotency-Key", key)
                .body(asked.body())
                .post(asked.path())
                .header("Location");
        assertTrue(first.matches("/api/v1/articles/[0-9]+"), first);
        assertEquals(first, again);
    }

    private String everythingDone() {
        return one("select concat_ws(' ', (select count(*) from event), (select count(*) from article),"
                + " (select count(*) from expert), (select count(*) from rating_scale),"
                + " (select count(*) from first_answer))");
    }

    @Test
    void the_answer_is_the_one_that_is_given_without_a_key() {
        var asked = new Write("rosa", "/experts", json("name", "Wendy Witness"));
        var keyed = asked.send(aKey());
        var plain = Api.as("rosa").body(asked.body()).post("/experts");
        assertEquals(plain.statusCode(), keyed.statusCode());
        assertEquals(plain.contentType(), keyed.contentType());
        assertEquals(plain.header("ETag"), keyed.header("ETag"));
        assertEquals(
                plain.asString().replaceFirst("\"id\":\\d+", ""),
                keyed.asString().replaceFirst("\"id\":\\d+", ""));
        assertTrue(keyed.header("Location").endsWith("/api/v1/experts/" + keyed.path("id")), keyed.header("Location"));
    }

    @Test
    void the_first_answer_is_given_also_when_things_have_moved_on() {
        long claim = aLoggedClaim();
        var dropping = move("rosa", claim, "drop", json("reason", "advertising"));
        String key = aKey();
        var first = dropping.send(key);
        Newsdesk.move("rosa", claim, "restoration", json()).statusCode(201);
        dropping.send(key).then().statusCode(201).body("stage", equalTo("dropped"));
        assertEquals(first.asString(), dropping.send(key).asString());
        assertEquals("logged", Newsdesk.claim(claim).getString("stage"));
    }

    @Test
    void a_key_means_one_request_another_body_or_address_is_refused() {
        String key = aKey();
        anArticle().send(key).then().statusCode(201);
        problem(anArticle().send(key).then(), 422)
                .body("title", equalTo("Unprocessable Content"))
                .body(
                        "detail",
                        equalTo("Another request was sent with this Idempotency-Key. Please choose a new key for"
                                + " each."));
        var expert = new Write("rosa", "/experts", json("name", "Wendy Witness"));
        problem(expert.send(key).then(), 422);
        long claim = aLoggedClaim();
        long other = aLoggedClaim();
        String dropped = aKey();
        move("rosa", claim, "drop", json("reason", "advertising"))
                .send(dropped)
                .then()
                .statusCode(201);
        problem(
                move("rosa", other, "drop", json("reason", "advertising"))
                        .send(dropped)
                        .then(),
                422);
        assertEquals("logged", Newsdesk.claim(other).getString("stage"));
    }

    @Test
    void two_people_may_choose_the_same_key() {
        String key = aKey();
        var expert = json("name", "Wendy Witness");
        int rosas = new Write("rosa", "/experts", expert)
                .send(key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        int ravis = new Write("ravi", "/experts", expert)
                .send(key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertNotEquals(rosas, ravis);
    }

    @Test
    void whoever_may_not_do_it_is_not_told_what_was_answered() {
        long claim = aProposedClaim();
        String key = aKey();
        var returning = json("note", "Once more.");
        move("emil", claim, "return", returning).send(key).then().statusCode(201);
        problem(move("rosa", claim, "return", returning).send(key).then(), 403);
        given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(returning)
                .post("/api/v1/claims/" + claim + "/return")
                .then()
                .statusCode(401);
    }

    @Test
    void a_key_is_1_to_255_printable_characters() {
        for (String wrong : List.of("", "x".repeat(256), "a\tb", "clé")) {
            problem(anArticle().send(wrong).then(), 400)
                    .body("detail", equalTo("Please send a key of 1 to 255 printable ASCII characters."))
                    .body("violations[0].field", equalTo("Idempotency-Key"));
        }
        String longest = (aKey() + "\"~ ;,").repeat(10).substring(0, 254) + "!";
        var asked = anArticle();
        assertEquals(asked.send(longest).asString(), asked.send(longest).asString());
    }

    @Test
    void what_was_refused_is_judged_anew() {
        String key = aKey();
        problem(new Write("rosa", "/experts", json()).send(key).then(), 400);
        new Write("rosa", "/experts", json("name", "Wendy Witness"))
                .send(key)
                .then()
                .statusCode(201);

        long claim = aLoggedClaim();
        var proposing = move("rosa", claim, "verdict", verdictDraft());
        String second = aKey();
        problem(proposing.send(second).then(), 409);
        Newsdesk.move("rosa", claim, "evidence", evidenceDraft()).statusCode(201);
        proposing.send(second).then().statusCode(201).body("stage", equalTo("proposed"));
        proposing.send(second).then().statusCode(201).body("stage", equalTo("proposed"));
    }

    @Test
    void while_the_first_is_still_at_work_a_repetition_is_told_so_at_once_and_then_gets_its_answer() throws Throwable {
        long claim = aLoggedClaim();
        var dropping = move("rosa", claim, "drop", json("reason", "advertising"));
        String key = aKey();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var lock = Lock.onClaim(claim, database.getConnection())) {
            var first = threads.submit(() -> dropping.send(key));
            Soon.soon(() -> assertEquals(1, lock.waiting()));
            problem(dropping.send(key).then(), 409)
                    .body("detail", startsWith("The first request with this Idempotency-Key is not answered yet."));
            problem(
                    move("rosa", claim, "drop", json("reason", "out-of-scope"))
                            .send(key)
                            .then(),
                    409);
            lock.letGo();
            assertEquals(201, first.get().statusCode());
            assertEquals(first.get().asString(), dropping.send(key).asString());
        }
        assertEquals(
                2,
                Newsdesk.get("rosa", "/claims/" + claim + "/history")
                        .extract()
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    void of_many_at_once_one_is_done() throws Exception {
        var asked = new Write("rosa", "/experts", json("name", "Wendy of " + aKey()));
        String key = aKey();
        var ids = new HashSet<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> asked.send(key)))
                    .toList();
            for (var answer : answers) {
                int status = answer.get().statusCode();
                assertTrue(status == 201 || status == 409, () -> "status " + status);
                if (status == 201) {
                    ids.add(answer.get().path("id"));
                }
            }
        }
        assertEquals(1, ids.size());
    }

    @Test
    void where_the_write_fails_at_its_very_end_nothing_is_kept_and_it_can_be_repeated() throws SQLException {
        String name = "Wendy of " + aKey();
        var asked = new Write("rosa", "/experts", json("name", name));
        String key = aKey();
        run("create function fails() returns trigger language plpgsql as $$ begin raise 'no'; end $$");
        run("create constraint trigger fails after insert on expert deferrable initially deferred"
                + " for each row when (new.name = '" + name + "') execute function fails()");
        try {
            assertEquals(500, asked.send(key).statusCode());
        } finally {
            run("drop function fails cascade");
        }
        assertEquals("0", one("select count(*) from first_answer where key = '" + key + "'"));
        var first = asked.send(key);
        assertEquals(201, first.statusCode());
        assertEquals(first.asString(), asked.send(key).asString());
        assertEquals("1", one("select count(*) from expert where name = '" + name + "'"));
    }

    @Test
    void where_the_answer_cannot_be_kept_nothing_is_written() throws SQLException {
        String name = "Wendy of " + aKey();
        var asked = new Write("rosa", "/experts", json("name", name));
        String key = aKey();
        run("alter table first_answer add constraint fails check (key <> '" + key + "') not valid");
        try {
            asked.send(key).then().statusCode(500);
        } finally {
            run("alter table first_answer drop constraint fails");
        }
        assertEquals("0", one("select count(*) from expert where name = '" + name + "'"));
        asked.send(key).then().statusCode(201);
        assertEquals("1", one("select count(*) from expert where name = '" + name + "'"));
    }

    @Test
    void after_a_day_an_answer_is_forgotten_and_what_is_old_goes_with_the_next_a_hundred_at_a_time()
            throws SQLException {
        var asked = new Write("rosa", "/experts", json("name", "Wendy Witness"));
        String key = aKey();
        int first = asked.send(key).path("id");
        age(key, "23 hours 59 minutes");
        assertEquals(first, asked.send(key).<Integer>path("id"));
        age(key, "24 hours 1 second");
        int second = asked.send(key).path("id");
        assertNotEquals(first, second);
        assertEquals(second, asked.send(key).<Integer>path("id"));

        run("insert into first_answer select 'long gone', n::text, 'POST /api/v1/experts', 'x', 201, null, null, '{}',"
                + " now() - interval '25 hours' from generate_series(1, 250) n");
        for (String left : List.of("150", "50", "0")) {
            asked.send(aKey()).then().statusCode(201);
            assertEquals(left, one("select count(*) from first_answer where caller = 'long gone'"));
        }
        asked.send(key).then().statusCode(201).body("id", equalTo(second));
    }

    private void age(String key, String since) throws SQLException {
        run("update first_answer set answered_at = now() - interval '%s' where key = '%s'".formatted(since, key));
    }

    private String one(String query) {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
