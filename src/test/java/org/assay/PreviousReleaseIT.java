package org.assay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.SecondReplica;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** During a rollout, and after one that was taken back, a version runs on a schema that is newer than it. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class PreviousReleaseIT {

    @Inject
    DataSource database;

    @Inject
    Flyway migrations;

    @TempDir
    Path folder;

    @Test
    void the_release_before_publishes_a_check_on_this_schema() throws IOException, InterruptedException {
        assumeFalse(
                run("git rev-parse --is-shallow-repository").equals("true"),
                "This clone is shallow: fetch its history and its tags to find the release before.");
        String release = run("git tag --list 'v[0-9]*' --merged HEAD --no-contains HEAD --sort=-v:refname | head -n 1");
        assumeFalse(release.isEmpty(), "There is no release before this one: no tag such as v1.0.0 on the way here.");
        run("git archive '%s' | tar -x -C '%s'".formatted(release, folder));
        run("cd '%s' && ./mvnw -q -B package -Dproduction -DskipTests".formatted(folder));
        try (var before = SecondReplica.started(folder)) {
            RestAssured.port = before.port();
            long claim = Given.aPublishedClaim("The levy rose under " + release);
            String page = Given.page(claim);
            before.get(page).then().statusCode(200).body(containsString("The levy rose under " + release));
            assertEquals("published", Given.stage(claim));
        }
    }

    @Test
    void a_version_starts_on_a_schema_that_is_newer_than_it() throws IOException, SQLException {
        execute("""
                insert into flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (99999, '99999', 'Of a later version', 'SQL', 'V99999__Of_a_later_version.sql', 1, 'postgres', 1, true)""");
        try (var replica = SecondReplica.started()) {
            migrations.validate();
            replica.get("/q/health/ready").then().statusCode(200);
            replica.get("/").then().statusCode(200);
        } finally {
            execute("delete from flyway_schema_history where installed_rank = 99999");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String run(String command) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", command).redirectErrorStream(true);
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var running = shell.start();
        String said = new String(running.getInputStream().readAllBytes(), UTF_8).strip();
        assertEquals(0, running.waitFor(), said);
        return said;
    }
}
