package org.assay.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A PostgreSQL that writes down each statement that it runs, and how: the plan that it chose for the parameters that it was
 * given, with the rows that each part of it had.
 */
public class ExplainingDatabase implements QuarkusTestResourceLifecycleManager {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static Path log;
    private static long read;

    private Path folder;
    private EmbeddedPostgres server;

    /** A part of a plan, and what it is made of. */
    public record Plan(String statement, JsonNode node) {

        /** All of its parts, itself first. */
        public List<Plan> parts() {
            var parts = new ArrayList<Plan>();
            parts.add(this);
            node.path("Plans").forEach(child -> parts.addAll(new Plan(statement, child).parts()));
            return parts;
        }

        public String type() {
            return node.path("Node Type").asText();
        }

        /** Empty where it reads no table. */
        public String table() {
            return node.path("Relation Name").asText();
        }

        /** How many it looked at, for whatever was asked of it. */
        public long rows() {
            long each = node.path("Actual Rows").asLong()
                    + node.path("Rows Removed by Filter").asLong()
                    + node.path("Rows Removed by Join Filter").asLong()
                    + node.path("Rows Removed by Index Recheck").asLong();
            return each * node.path("Actual Loops").asLong();
        }

        @Override
        public String toString() {
            return statement + "\n" + node.toPrettyString();
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("assay-plans");
            log = folder.resolve("plans.json");
            read = 0;
            server = EmbeddedServer.builder()
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("random_page_cost", "1.1")
                    .setServerConfig("session_preload_libraries", "auto_explain")
                    .setServerConfig("auto_explain.log_min_duration", "0")
                    .setServerConfig("auto_explain.log_analyze", "on")
                    .setServerConfig("auto_explain.log_timing", "off")
                    .setServerConfig("auto_explain.log_format", "json")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_destination", "jsonlog")
                    .setServerConfig("log_rotation_size", "0")
                    .setServerConfig("log_directory", folder.toString())
                    .setServerConfig("log_filename", "plans.log")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", "postgres"));
    }

    /** What was run since the last time that somebody asked, up to now. */
    public static List<Plan> plans(DataSource database) throws IOException, SQLException {
        String now = "select '" + UUID.randomUUID() + "'";
        try (var connection = database.getConnection();
                var select = connection.createStatement()) {
            select.execute(now);
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        var plans = new ArrayList<Plan>();
        while (plans.stream().noneMatch(plan -> plan.statement().equals(now))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("PostgreSQL does not say how it ran " + now);
            }
            plans.addAll(written());
        }
        plans.removeIf(plan -> plan.statement().equals(now));
        return plans;
    }

    private static List<Plan> written() throws IOException {
        byte[] fresh;
        try (var channel = Files.newByteChannel(log)) {
            channel.position(read);
            fresh = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
        }
        int end = fresh.length;
        while (end > 0 && fresh[end - 1] != '\n') {
            end--;
        }
        read += end;
        var json = new ObjectMapper();
        return new String(fresh, 0, end, java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .map(line -> parsed(json, line).path("message").asText())
                .filter(message -> message.contains("plan:\n{"))
                .map(message -> parsed(json, message.substring(message.indexOf('{'))))
                .map(plan -> new Plan(plan.path("Query Text").asText(), plan.path("Plan")))
                .toList();
    }

    private static JsonNode parsed(ObjectMapper json, String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
