package org.assay;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assay.support.Api;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Lock;
import org.assay.support.OwnDatabase;
import org.assay.support.Raw;
import org.assay.support.Raw.Answer;
import org.assay.support.Shown;
import org.assay.support.Soon;
import org.junit.jupiter.api.Test;

/** Whatever readers do to the public side, or a program to the API, the desk is answered. */
@QuarkusTest
@TestProfile(FloodTest.WithNothingKept.class)
class FloodTest {

    private static final int CONNECTIONS = 200;
    private static final int LONGEST_SECONDS = 120;

    /** Of 20 connections. */
    private static final int PUBLIC = 6;

    private static final int DESK = 6;
    private static final int WAITING = 12;

    private static final String BUSY = "Too many are asking at this moment.";

    @Inject
    DataSource database;

    public static class WithNothingKept extends OwnDatabase {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.max-size", "20",
                    "quarkus.datasource.jdbc.new-connection-sql", "set lock_timeout = '60s'",
                    "assay.readers.cache", "0",
                    "assay.limits.waiting", String.valueOf(WAITING),
                    "assay.search.folder", "target/search-of-flood");
        }
    }

    private static Answer get(String path) throws IOException {
        return Raw.get(path, "Host: localhost", "Accept: text/html");
    }

    private static boolean isComplete(Answer answer) {
        return answer.status() == 200
                ? answer.body().contains("</html>")
                : answer.status() == 503 && answer.header("Retry-After").equals("2");
    }

    private static List<Future<Answer>> ask(ExecutorService threads, int times, String path) {
        return IntStream.range(0, times)
                .mapToObj(i -> threads.submit(() -> get(path)))
                .toList();
    }

    private static List<Answer> answers(List<Future<Answer>> asked) throws Exception {
        var answers = new ArrayList<Answer>();
        for (var one : asked) {
            answers.add(one.get(LONGEST_SECONDS, TimeUnit.SECONDS));
        }
        return answers;
    }

    private static long count(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    private static double shed(String side) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("assay_shed_total{side=\"" + side + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void theDeskWorks(long claim) {
        Shown.of(Desk.as("rosa").get("/desk/claims/" + claim))
                .with(200)
                .says("The levy rose to 157 per cent.")
                .has("h1.statement");
        Shown.of(Desk.as("edith").get("/desk")).with(200).has("main h1");
        Shown.after(
                        "rosa",
                        Desk.form("rosa").formParams("reason", "advertising").post("/desk/claims/" + claim + "/drop"))
                .says("dropped");
        assertEquals("dropped", Given.stage(claim));
    }

    @Test
    void the_desk_is_answered_while_nothing_of_the_public_side_comes_to_an_end() throws Throwable {
        Given.aPublishedClaim();
        long claim = Given.aLoggedClaim();
        Desk.session("rosa");
        Desk.session("edith");
        double before = shed("public");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var lock = Lock.onTable("listing", database.getConnection())) {
            var asked = ask(threads, CONNECTIONS, "/");
            theDeskWorks(claim);
            List<Future<Answer>> turnedAway = new ArrayList<>();
            Soon.soon(() -> {
                turnedAway.clear();
                asked.stream().filter(Future::isDone).forEach(turnedAway::add);
                assertEquals(CONNECTIONS - PUBLIC, turnedAway.size());
            });
            for (var answer : answers(turnedAway)) {
                assertEquals(503, answer.status());
                assertTrue(isComplete(answer), answer::head);
                assertTrue(answer.body().contains(BUSY), answer::body);
            }
            assertEquals(before + CONNECTIONS - PUBLIC, shed("public"));
            assertEquals(503, get("/").status(), "the places are still taken");
            Shown.of(Desk.as("edith").get("/desk/claims")).with(200).has("main h1");
            lock.letGo();
            assertEquals(PUBLIC, count(answers(asked), 200));
        }
        allPlacesAreThereAgain();
    }

    private static void allPlacesAreThereAgain() throws Throwable {
        Soon.soon(() -> assertEquals(200, get("/").status()));
        for (int i = 0; i < 2 * PUBLIC; i++) {
            assertEquals(200, get("/").status());
        }
    }

    @Test
    void whoever_hangs_up_leaves_no_place_to_another_while_their_page_is_worked_on() throws Throwable {
        Given.aPublishedClaim();
        try (var lock = Lock.onTable("listing", database.getConnection())) {
            for (int i = 0; i < 5 * PUBLIC; i++) {
                try (var socket = new Socket("localhost", RestAssured.port)) {
                    socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
                }
            }
            Soon.soon(() -> assertEquals(PUBLIC, lock.waiting()));
            assertEquals(503, get("/").status());
            assertEquals(PUBLIC, lock.waiting());
            lock.letGo();
            Soon.soon(() -> assertEquals(0, lock.waiting()));
        }
        allPlacesAreThereAgain();
    }

    @Test
    void the_desk_is_answered_while_two_hundred_connections_ask_for_pages_without_end() throws Throwable {
        String page = Given.page(Given.aPublishedClaim());
        long claim = Given.aLoggedClaim();
        var enough = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> threads.submit(() -> {
                        var answers = new ArrayList<Answer>();
                        do {
                            answers.add(get(i % 2 == 0 ? page : "/"));
                        } while (!enough.get());
                        return answers;
                    }))
                    .toList();
            try {
                theDeskWorks(claim);
                Soon.soon(() -> assertTrue(shed("public") > 0));
            } finally {
                enough.set(true);
            }
            var all = new ArrayList<Answer>();
            for (var reader : readers) {
                all.addAll(reader.get(LONGEST_SECONDS, TimeUnit.SECONDS));
            }
            assertTrue(count(all, 200) > 0);
            assertTrue(count(all, 503) > 0);
            for (var answer : all) {
                assertTrue(isComplete(answer), answer::head);
            }
        }
    }

    @Test
    void a_form_for_which_the_desk_has_no_place_comes_back_whole_and_the_api_has_places_of_its_own() throws Throwable {
        long claim = Given.aLoggedClaim();
        Desk.session("rosa");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var lock = Lock.onClaim(claim, database.getConnection())) {
            var drops = IntStream.range(0, DESK + WAITING + 1)
                    .mapToObj(i -> threads.submit(() -> Desk.form("rosa")
                            .formParams("reason", "advertising", "note", Shown.HOSTILE)
                            .post("/desk/claims/" + claim + "/drop")))
                    .toList();
            Soon.soon(() -> assertEquals(
                    WAITING + 1, drops.stream().filter(Future::isDone).count()));
            for (var drop : drops.stream().filter(Future::isDone).toList()) {
                Shown.of(drop.get())
                        .with(503)
                        .says(BUSY)
                        .says("Nothing you typed is lost")
                        .keeps(Map.of("note", Shown.HOSTILE));
                assertEquals("2", drop.get().header("Retry-After"));
            }
            assertTrue(shed("desk") >= WAITING + 1);
            Api.as("rosa").get("/claims?limit=1").then().statusCode(200);
            assertEquals(200, get("/corrections").status());
            lock.letGo();
            for (var drop : drops) {
                drop.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            }
        }
        assertEquals("dropped", Given.stage(claim));
    }

    @Test
    void a_program_that_floods_the_api_is_told_so_and_the_desk_is_answered() throws Throwable {
        long claim = Given.aLoggedClaim();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var lock = Lock.onClaim(claim, database.getConnection())) {
            var drops = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() ->
                            Api.as("rosa").body(Map.of("reason", "advertising")).post("/claims/" + claim + "/drop")))
                    .toList();
            Soon.soon(
                    () -> assertEquals(36, drops.stream().filter(Future::isDone).count()));
            for (var drop : drops.stream().filter(Future::isDone).toList()) {
                drop.get()
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", "2")
                        .body("status", equalTo(503))
                        .body("title", equalTo("Service Unavailable"));
            }
            assertTrue(shed("api") >= 36);
            Shown.of(Desk.as("rosa").get("/desk")).with(200).has("main h1");
            lock.letGo();
            for (var drop : drops) {
                drop.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            }
        }
        Soon.within(Duration.ofSeconds(10), () -> assertEquals("dropped", Given.stage(claim)));
    }
}
