package org.assay.watch;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Replica;
import org.assay.support.SecondReplica;
import org.assay.support.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a replica as it is shipped tells those who watch it, and what it never tells. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class WatchingIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Collector collector;
    private static Replica replica;

    @Inject
    DataSource database;

    @BeforeEach
    void a_replica() throws IOException {
        if (replica == null) {
            collector = Collector.started();
            replica = SecondReplica.started(
                    "watched-replica",
                    Map.of(
                            "QUARKUS_OIDC_API_TOKEN_AUDIENCE", "any",
                            "QUARKUS_LOG_LEVEL", "DEBUG",
                            "QUARKUS_OTEL_SDK_DISABLED", "false",
                            "QUARKUS_DATASOURCE_JDBC_TELEMETRY_ENABLED", "true",
                            "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.url(),
                            "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "0.2S"));
        }
    }

    @AfterAll
    static void none() {
        if (replica != null) {
            replica.close();
            collector.close();
        }
    }

    @Test
    void each_line_is_json_with_the_request_and_the_persons_subject_and_without_names_and_texts() throws Throwable {
        String statement = "Nobody else has said zebra" + UUID.randomUUID() + ".";
        String note = "An opinion about walrus" + UUID.randomUUID() + ".";
        String word = "giraffe" + UUID.randomUUID();
        long claim = Given.aLoggedClaim();
        String id = UUID.randomUUID().toString();
        as("rosa", id)
                .body(Map.of("statement", statement, "language", "en", "source", Map.of("url", Given.anAddress())))
                .post(replica.url("/api/v1/claims"))
                .then()
                .statusCode(201)
                .header("X-Request-Id", id);
        String failed = UUID.randomUUID().toString();
        run("""
                create function quote_the_note() returns trigger language plpgsql as $$
                begin raise exception 'refused: %', new.note using detail = new.note; end $$;
                create trigger quotes before insert on evidence for each row execute function quote_the_note();""");
        try {
            as("rosa", failed)
                    .body(Map.of(
                            "stance",
                            "supports",
                            "kind",
                            "data",
                            "note",
                            note,
                            "source",
                            Map.of("title", "Order", "url", "https://gazette.example.org/" + word)))
                    .queryParam("q", word)
                    .post(replica.url("/api/v1/claims/" + claim + "/evidence"))
                    .then()
                    .statusCode(500);
        } finally {
            run("drop trigger quotes on evidence; drop function quote_the_note();");
        }
        as("rosa", failed + " forged")
                .get(replica.url("/api/v1/claims?q=" + word))
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"));

        Soon.soon(() -> assertTrue(lineOf(failed, "POST").isPresent()));
        JsonNode made = lineOf(id, "POST").orElseThrow();
        assertEquals("POST /api/v1/claims 201", made.get("message").asText());
        assertEquals("org.assay.requests", made.get("loggerName").asText());
        assertEquals("201", made.at("/mdc/status").asText());
        assertEquals("/api/v1/claims", made.at("/mdc/route").asText());
        assertEquals(subject("rosa"), made.at("/mdc/subject").asText());
        assertTrue(made.at("/mdc/millis").asText().matches("[0-9]+"), made::toString);
        JsonNode failure = lineOf(failed, "Failure").orElseThrow();
        assertEquals(subject("rosa"), failure.at("/mdc/subject").asText());
        assertTrue(failure.toString().contains("SQLSTATE P0001"), failure::toString);
        assertTrue(failure.toString().contains("ClaimEvidenceApi"), failure::toString);
        assertTrue(replica.log().contains("\"level\":\"INFO\""));
        for (String line : replica.log().lines().toList()) {
            assertFalse(
                    line.contains("\"level\":\"DEBUG\"") && !line.contains("\"loggerName\":\"org.assay."),
                    () -> "Whatever level is set: " + line);
            for (String unsaid : List.of(statement, note, word, "zebra", "walrus", "forged", "Rosa", "rosa@", "eyJ")) {
                assertFalse(line.contains(unsaid), () -> unsaid + " is said in " + line);
            }
        }
    }

    @Test
    void traces_tell_of_a_request_and_its_statements_and_repeat_no_text() throws Throwable {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String statement = "Nobody else has said okapi" + UUID.randomUUID() + ".";
        given().auth()
                .oauth2(Api.token("rosa"))
                .contentType(ContentType.JSON)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("User-Agent", "Quagga/1")
                .queryParam("q", "okapi")
                .body(Map.of("statement", statement, "language", "en", "source", Map.of("url", Given.anAddress())))
                .post(replica.url("/api/v1/claims"))
                .then()
                .statusCode(201)
                .header("X-Request-Id", trace);
        Soon.soon(() -> {
            var spans = collector.spans(trace);
            assertTrue(spans.stream().anyMatch(span -> span.contains("POST /api/v1/claims")), spans::toString);
            assertTrue(spans.stream().anyMatch(span -> span.contains("insert into claim ")), spans::toString);
        });
        for (String span : collector.spans(trace)) {
            assertFalse(span.contains("okapi"), span);
            assertFalse(span.contains("Rosa") || span.contains("rosa@"), span);
            assertFalse(span.contains("203.0.113.7") || span.contains("Quagga"), span);
        }
        assertEquals(List.of(), collector.spansOfNoRequest());
    }

    @Test
    void what_the_dashboard_and_the_alerts_look_at_is_there() throws IOException {
        String page = Given.page(Given.aPublishedClaim());
        replica.becomes(page, answer -> answer.statusCode() == 200, Duration.ofSeconds(5));
        as("rosa", "a-write-of-the-api")
                .body("{}")
                .post(replica.url("/api/v1/claims"))
                .then()
                .statusCode(400);
        String metrics = replica.get("/q/metrics").asString();
        Set<String> exposed = metrics.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toSet());
        var missing = new TreeSet<>(Watched.metrics());
        missing.removeAll(exposed);
        assertEquals(Set.of(), missing);
        replica.becomes(
                "/q/metrics",
                later -> later.asString().contains("assay_claims{stage=\"published\"} 1.0"),
                Duration.ofSeconds(30));
        assertTrue(metrics.contains("assay_refusals_total{kind=\"invalid\"} 1.0"), metrics);
        assertTrue(
                metrics.lines()
                        .anyMatch(line -> line.startsWith("assay_http_requests_seconds_bucket{kind=\"read\","
                                + "route=\"/checks/{slug}\",side=\"public\",status=\"2xx\",le=\"0.1\"}")),
                metrics);
    }

    private static Optional<JsonNode> lineOf(String request, String begins) throws IOException {
        JsonNode found = null;
        for (String line : replica.log().lines().toList()) {
            JsonNode parsed = JSON.readTree(line);
            if (parsed.at("/mdc/requestId").asText().equals(request)
                    && parsed.get("message").asText().startsWith(begins)) {
                found = parsed;
            }
        }
        return Optional.ofNullable(found);
    }

    private static RequestSpecification as(String user, String request) {
        return given().auth()
                .oauth2(Api.token(user))
                .contentType(ContentType.JSON)
                .header("X-Request-Id", request);
    }

    private static String subject(String user) throws IOException {
        String claims = new String(Base64.getUrlDecoder().decode(Api.token(user).split("\\.")[1]), UTF_8);
        return JSON.readTree(claims).get("sub").asText();
    }

    private void run(String script) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
