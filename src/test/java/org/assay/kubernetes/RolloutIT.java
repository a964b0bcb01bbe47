package org.assay.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assay.support.EmbeddedServer;
import org.assay.support.Replica;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package, told what the manifests of production tell the image. */
class RolloutIT {

    private static final Path PACKAGE = Path.of("target", "quarkus-app").toAbsolutePath();

    private final Rendered production = Rendered.overlay("production");
    private EmbeddedPostgres database;

    @TempDir
    Path folder;

    @BeforeEach
    void a_database() throws IOException {
        database = EmbeddedServer.builder().start();
    }

    @AfterEach
    void no_database() throws IOException {
        database.close();
    }

    @Test
    void replicas_start_when_the_job_has_migrated_and_no_sooner() throws Exception {
        assertTrue(run("Deployment assay", "-jar", "quarkus-run.jar").contains("The database lacks"));
        assertTrue(run("Job assay-migration-1-0-0", "-jar", "quarkus-run.jar").contains("Successfully applied"));
        assertStarts();
        assertTrue(run("CronJob assay-verification", command()).contains("\"intact\" : true"));
    }

    @Test
    void replicas_start_on_a_schema_of_the_next_version() throws Exception {
        run("Job assay-migration-1-0-0", "-jar", "quarkus-run.jar");
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into flyway_schema_history select installed_rank + 1, '9999', 'Of the next version', type,"
                            + " 'V9999__Of_the_next_version.sql', 0, installed_by, installed_on, 1, true"
                            + " from flyway_schema_history order by installed_rank desc limit 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertStarts();
    }

    private void assertStarts() throws IOException {
        try (var replica = Replica.started("rollout", environment("Deployment assay"))) {
            replica.becomes("/q/health/ready", answer -> answer.statusCode() == 200, Duration.ofSeconds(30));
        }
    }

    /** What it said until it ended by itself. */
    private String run(String owner, String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        var builder = new ProcessBuilder(Stream.concat(
                                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()),
                                Stream.of(arguments))
                        .toList())
                .directory(PACKAGE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment(owner));
        var process = builder.start();
        try {
            assertTrue(process.waitFor(3, TimeUnit.MINUTES), () -> owner + " does not end");
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        assertEquals(owner.startsWith("Deployment") ? 1 : 0, process.exitValue(), said);
        return said;
    }

    private String[] command() {
        return Rendered.each(production
                        .pod("CronJob assay-verification")
                        .containers()
                        .getFirst()
                        .path("command"))
                .skip(1)
                .map(word -> word.asText())
                .toArray(String[]::new);
    }

    /** As rendered, with this database, no provider, and secrets that are nobody's. */
    private Map<String, String> environment(String owner) {
        var environment = new HashMap<String, String>();
        var container = production.pod(owner).containers().getFirst();
        Rendered.each(container.path("envFrom"))
                .map(from -> production.the(
                        "ConfigMap", from.at("/configMapRef/name").asText()))
                .flatMap(settings -> settings.path("data").properties().stream())
                .forEach(it -> environment.put(it.getKey(), it.getValue().asText()));
        Rendered.each(container.path("env"))
                .forEach(it -> environment.put(
                        it.path("name").asText(), it.path("value").asText("known-to-everyone-so-for-tests-only")));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.getJdbcUrl("postgres", "postgres"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.replace("ASSAY_SEARCH_FOLDER", folder.resolve("search").toString());
        environment.replace("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:1");
        return environment;
    }
}
