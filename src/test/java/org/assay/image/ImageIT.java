package org.assay.image;

import static org.assay.support.Soon.soon;
import static org.assay.support.Soon.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.assay.support.Database;
import org.assay.support.Held;
import org.assay.support.Image;
import org.assay.support.Lock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a process in the image does: its very files, started by its own command line. */
class ImageIT {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final String DRAINING = "Waiting for HTTP requests to complete";

    private static final Database server = new Database();
    private static String url;

    @BeforeAll
    static void database() {
        url = server.start().get("quarkus.datasource.jdbc.url");
    }

    @AfterAll
    static void noDatabase() {
        server.stop();
    }

    @Test
    void it_starts_from_its_cache_and_writes_nothing_beside_it() throws Exception {
        var before = times(Image.trained());
        try (var replica = Image.started("image", on(anEmptyDatabase("ready")))) {
            assertEquals(200, replica.get("/").statusCode());
            assertEquals(200, replica.get("/q/health/ready").statusCode());
            assertEquals(404, replica.get("/q/dev-ui").statusCode());
        }
        assertEquals(before, times(Image.trained()));
    }

    private static Map<Path, Long> times(Path folder) throws IOException {
        var times = new TreeMap<Path, Long>();
        for (Path file : Image.files(folder)) {
            times.put(file, Files.getLastModifiedTime(file).toMillis());
        }
        return times;
    }

    @Test
    void it_migrates_and_exits_and_starts_on_no_older_schema() throws Exception {
        String database = anEmptyDatabase("migrated");
        var job = on(database);
        job.put("QUARKUS_INIT_AND_EXIT", "true");
        job.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        try (var migration = Image.launched("migration", job)) {
            assertEquals(0, migration.exit(BOUND));
        }
        assertEquals(
                Image.files(Path.of("src", "main", "resources", "db", "migration"))
                        .size(),
                applied(database));
        try (var current = Image.started("current-schema", withoutMigrating(database))) {
            assertEquals(200, current.get("/").statusCode());
        }

        execute(
                database,
                "delete from flyway_schema_history where installed_rank = (select max(installed_rank) from flyway_schema_history)");
        String refusal = refusal("old-schema", database);
        assertTrue(refusal.contains("The database lacks migrations of this release"), refusal);
        assertTrue(refusal.contains("Please run the image once with QUARKUS_INIT_AND_EXIT=true"), refusal);
        assertTrue(refusal("no-schema", anEmptyDatabase("empty")).contains("from 1 on"));
    }

    private static String refusal(String name, String database) throws Exception {
        try (var replica = Image.launched(name, withoutMigrating(database))) {
            assertEquals(1, replica.exit(BOUND));
            return replica.log();
        }
    }

    private static Map<String, String> withoutMigrating(String database) {
        var environment = on(database);
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        return environment;
    }

    private static int applied(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var count = connection
                        .createStatement()
                        .executeQuery("select count(*) from flyway_schema_history where success")) {
            count.next();
            return count.getInt(1);
        }
    }

    @Test
    void it_drops_no_request_when_it_is_told_to_stop() throws Throwable {
        String database = anEmptyDatabase("stopped");
        var environment = on(database);
        environment.put("QUARKUS_SHUTDOWN_DELAY", "2S");
        // A request that waits for a lock is what is slow here, and must not be given up before its time.
        environment.put("QUARKUS_DATASOURCE_JDBC_NEW_CONNECTION_SQL", "set lock_timeout = '9s'");
        try (var replica = Image.started("stopped", environment)) {
            replica.becomes("/q/health/ready", it -> it.statusCode() == 200, BOUND);
            assertEquals(200, replica.get("/").statusCode());
            var load = new ArrayList<Held>();
            for (int i = 0; i < 4; i++) {
                load.add(new Held(replica.port(), "/"));
            }
            var asking = load.stream().map(Thread.ofVirtual()::start).toList();
            soon(() -> assertTrue(load.stream().allMatch(each -> each.answered() > 10)));
            var lock = Lock.onTable("publication", DriverManager.getConnection(database));
            var slow = CompletableFuture.supplyAsync(() -> replica.get("/checks/none"));
            soon(() -> assertEquals(1, lock.waiting()));

            replica.terminate();
            replica.becomes("/q/health/ready", it -> it.statusCode() == 503, BOUND);
            int answered = load.stream().mapToInt(Held::answered).sum();
            load.forEach(Held::takeNoNewConnections);
            for (var each : asking) {
                each.join(BOUND);
            }
            assertFalse(replica.log().contains(DRAINING), "Connections were held to the end");
            allWereAnswered(load, answered);
            within(BOUND, () -> assertTrue(replica.log().contains(DRAINING)));
            assertFalse(slow.isDone());
            lock.close();
            Response last = slow.get();
            assertEquals(404, last.statusCode());
            assertTrue(last.asString().contains("</html>"));
            assertEquals(143, replica.exit(BOUND));
        }
    }

    private static void allWereAnswered(List<Held> load, int answeredBefore) {
        load.forEach(each -> assertNull(each.dropped(), () -> String.valueOf(each.dropped())));
        assertTrue(
                load.stream().mapToInt(Held::answered).sum() > answeredBefore, "Nothing was answered on the way out");
    }

    private static Map<String, String> on(String database) {
        return new TreeMap<>(Map.of("QUARKUS_DATASOURCE_JDBC_URL", database));
    }

    private static String anEmptyDatabase(String name) throws SQLException {
        execute(url, "create database " + name);
        return url.replace("/postgres?", "/" + name + "?");
    }

    private static void execute(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
