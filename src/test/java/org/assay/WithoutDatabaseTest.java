package org.assay;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assay.support.Api;
import org.assay.support.Desk;
import org.assay.support.EmbeddedServer;
import org.assay.support.Given;
import org.assay.support.OwnDatabase;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away and comes back: people are told, and nobody restarts the application. */
@QuarkusTest
@TestProfile(WithoutDatabaseTest.WithAServerThatStops.class)
class WithoutDatabaseTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Takes {@code true} to start the server, {@code false} to stop it. */
    Consumer<Boolean> running;

    public static class WithAServerThatStops extends OwnDatabase {

        public WithAServerThatStops() {
            super(Server.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.acquisition-timeout", "1S");
        }
    }

    /** On a port and in a folder that stay the same. */
    public static class Server implements QuarkusTestResourceLifecycleManager {

        private final int port = freePort();
        private Path folder;
        private EmbeddedPostgres server;

        @Override
        public Map<String, String> start() {
            try {
                folder = Files.createTempDirectory("assay-away");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            run(true);
            return Map.of("quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", "postgres"));
        }

        @Override
        public void inject(TestInjector injector) {
            Consumer<Boolean> running = this::run;
            injector.injectIntoFields(running, new TestInjector.MatchesType(Consumer.class));
        }

        private void run(boolean wanted) {
            try {
                if (wanted && server == null) {
                    server = EmbeddedServer.builder()
                            .setPort(port)
                            .setDataDirectory(folder.resolve("data"))
                            .setCleanDataDirectory(false)
                            .start();
                } else if (!wanted && server != null) {
                    server.close();
                    server = null;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            run(false);
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int freePort() {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void people_are_told_that_the_database_is_away_and_go_on_once_it_is_back() {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        Desk.as("rosa").get("/desk").then().statusCode(200);
        given().get("/").then().statusCode(200);
        running.accept(false);

        becomes(503, () -> given().get("/"));
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("checks.find { it.name == 'Database connections health check' }.status", equalTo("DOWN"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("assay_claims{stage=\"published\"}"))
                .body(containsString("assay_pages_trusted 0.0"));
        for (String page : new String[] {"/", path}) {
            Shown.of(given().get(page))
                    .with(503)
                    .says("The newsroom's database does not answer right now.")
                    .has("html[lang]");
        }
        for (String page : new String[] {"/desk", "/desk/claims", "/desk/claims/" + claim, "/desk/articles"}) {
            Shown.of(Desk.as("rosa").get(page)).with(503).says("The newsroom's database does not answer right now.");
        }
        var typed = Map.of("reason", Shown.HOSTILE);
        Shown.of(Desk.form("emil").formParams(typed).post("/desk/claims/" + claim + "/reopening"))
                .with(503)
                .keeps(typed)
                .says("The newsroom's database does not answer right now.");
        Api.as("rosa")
                .get("/claims/" + claim)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("status", equalTo(503))
                .body("detail", containsString("does not answer right now"));

        running.accept(true);
        answers(200, () -> given().get("/q/health/ready"));
        answers(200, () -> given().get(path));
        answers(200, () -> Desk.as("rosa").get("/desk/claims/" + claim));
        answers(200, () -> Api.as("rosa").get("/claims/" + claim));
        answers(303, () -> Desk.form("emil").formParams(typed).post("/desk/claims/" + claim + "/reopening"));
    }

    /** A page that is kept is sent for five seconds more, and then not, since nobody knows whether it still holds. */
    private static void becomes(int expected, Supplier<Response> request) {
        long deadline = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        while (request.get().statusCode() != expected) {
            assertTrue(System.nanoTime() < deadline, "still answered from what was kept");
        }
    }

    private static void answers(int expected, Supplier<Response> request) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        Response response = request.get();
        while (response.statusCode() == 503 && System.nanoTime() < deadline) {
            response = request.get();
        }
        Response last = response;
        assertTrue(last.statusCode() == expected, () -> last.statusCode() + " " + last.asString());
    }
}
