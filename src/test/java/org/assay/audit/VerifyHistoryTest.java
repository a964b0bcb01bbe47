package org.assay.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.web.Json;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(Database.class)
class VerifyHistoryTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String url, String... arguments) {
        out.reset();
        err.reset();
        return VerifyHistory.run(
                List.of(arguments),
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        url,
                        "QUARKUS_DATASOURCE_USERNAME",
                        "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "postgres"),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    @Test
    void operations_verify_the_history_and_keep_its_head_for_the_next_time(@TempDir Path folder) throws IOException {
        Given.aPublishedClaim();
        assertEquals(0, run(url), err::toString);
        var printed = Json.read(out.toString(UTF_8), Verification.class);
        assertTrue(printed.intact());
        var kept = Files.writeString(folder.resolve("head.json"), out.toString(UTF_8));
        assertEquals(0, run(url, kept.toString()), err::toString);

        var head = printed.head();
        var another = new Head(head.at(), head.claims() + 1, head.events(), head.digest());
        Files.writeString(kept, Json.write(new Verification(true, 0, 0, another, null)));
        assertEquals(3, run(url, kept.toString()));
        assertEquals(
                "What had happened by %s is not what the older head says.".formatted(head.at()),
                err.toString(UTF_8).strip());
    }

    @Test
    void what_is_missing_is_said_in_a_line() {
        assertEquals(2, VerifyHistory.run(List.of(), Map.of(), System.out, new PrintStream(err, true, UTF_8)));
        assertEquals(
                "Please set QUARKUS_DATASOURCE_JDBC_URL, as for the service.",
                err.toString(UTF_8).strip());
        assertEquals(2, run(url, "/nowhere/head.json"));
        assertEquals("/nowhere/head.json cannot be read.", err.toString(UTF_8).strip());
        assertEquals(2, run("jdbc:postgresql://127.0.0.1:1/nothing"));
    }

    @Test
    void a_file_without_a_head_is_no_head_that_agrees(@TempDir Path folder) throws IOException {
        for (String other :
                List.of("{}", "null", "{\"at\": \"2026-11-01T04:00:00Z\", \"digest\": \"0\"}", "{\"head\": {}}")) {
            var kept = Files.writeString(folder.resolve("head.json"), other);
            assertEquals(2, run(url, kept.toString()), other);
            assertEquals("", out.toString(UTF_8));
        }
    }
}
