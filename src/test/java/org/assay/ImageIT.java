package org.assay;

import static org.assay.support.Soon.soon;
import static org.assay.support.Soon.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.assay.support.Database;
import org.assay.support.Held;
import org.assay.support.Image;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the image holds, and what a process in it does: its very files, started by its own command line. */
class ImageIT {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final String DRAINING = "Waiting for HTTP requests to complete";
    private static final Path PACKAGE = Path.of("target", "quarkus-app");

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
    void nothing_that_only_developers_need_is_in_it() throws IOException {
        var entries = new TreeSet<String>();
        for (Path jar : jars(Path.of("target", "image"))) {
            entries.add(jar.getFileName().toString());
            try (var open = new JarFile(jar.toFile())) {
                open.stream().forEach(entry -> entries.add(entry.getName()));
            }
        }
        assertTrue(entries.contains("org/assay/claim/Claim.class"));
        for (Path source : files(Path.of("src", "dev", "java"))) {
            String type =
                    Path.of("src", "dev", "java").relativize(source).toString().replace(".java", "");
            assertTrue(entries.stream().noneMatch(it -> it.startsWith(type)), type);
        }
        var unwanted =
                "org/assay/(demo|image)/.*|.*zonky.*|.*embedded-?postgres.*|.*\\.txz|.*testcontainers.*|.*junit.*"
                        + "|.*-deployment-.*|.*(Demonstration|DevelopmentDatabase|EmbeddedDatabase).*|.*qute-debug.*"
                        + "|.*(OidcDevServices|DevServicesProcessor|KeycloakDevServices).*|.*/dev-ui/.*";
        assertEquals(
                Set.of(), entries.stream().filter(it -> it.matches(unwanted)).collect(Collectors.toSet()));
    }

    @Test
    void each_layer_of_the_package_is_in_it_and_the_cache_apart() throws IOException {
        try (var folders = Files.list(Path.of("target", "image"))) {
            assertEquals(
                    folders.collect(Collectors.toSet()), Image.layers().stream().collect(Collectors.toSet()));
        }
        assertEquals("libraries", Image.layers().getFirst().getFileName().toString());
        assertEquals(
                List.of("--from=training /app/app.aot ./"),
                Image.instructions().stream()
                        .filter(it -> it.name().equals("COPY") && it.text().startsWith("--from"))
                        .map(Image.Instruction::text)
                        .toList());
        assertEquals("10001:10001", Image.last("USER"));
        assertTrue(Image.instructions().getFirst().text().matches("[a-z-]+:[0-9][^ ]+-jre AS runtime"));
    }

    @Test
    void a_change_to_the_code_ships_less_than_a_megabyte() throws IOException {
        var sizes = new TreeMap<String, Integer>();
        for (Path layer : Image.layers()) {
            sizes.put(layer.getFileName().toString(), layer.endsWith("libraries") ? 0 : compressed(layer));
        }
        int largest = Stream.of("claim", "publication", "search", "web", "others")
                .mapToInt(sizes::get)
                .max()
                .orElseThrow();
        assertTrue(sizes.get("wiring") + sizes.get("pages") + largest < 1_000_000, sizes::toString);
        // What it does not touch is the same to the byte, and so are the files' times, which are a layer's too.
        for (Path layer : Image.layers()) {
            for (Path file : files(layer)) {
                assertEquals(1000, Files.getLastModifiedTime(file).toMillis(), file::toString);
            }
        }
    }

    private static int compressed(Path layer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (Path file : files(layer)) {
                Files.copy(file, gzip);
            }
        }
        return bytes.size();
    }

    @Test
    void jib_makes_the_same_image() throws IOException {
        String jib = Files.readString(Path.of("image", "pom.xml")).replaceAll("\\s+", "");
        String base = Image.instructions().getFirst().text().replace(" AS runtime", "");
        assertTrue(jib.contains("<base>" + base + "</base>"));
        assertTrue(jib.contains("<user>" + Image.last("USER") + "</user>"));
        assertTrue(jib.contains("<workingDirectory>" + Image.last("WORKDIR") + "</workingDirectory>"));
        assertTrue(jib.contains(
                "<entrypoint>" + Image.last("ENTRYPOINT").replaceAll("[\\[\\]\" ]", "") + "</entrypoint>"));
        for (var each : Image.environment().entrySet()) {
            assertTrue(jib.contains("<" + each.getKey() + ">" + each.getValue() + "</" + each.getKey() + ">"));
        }
        assertTrue(jib.contains(Stream.of(Image.last("EXPOSE").split(" "))
                .map(port -> "<port>" + port + "</port>")
                .collect(Collectors.joining())));
        assertTrue(jib.contains("<paths>"
                + Image.layers().stream()
                        .map(layer ->
                                "<path><from>${layers}/" + layer.getFileName() + "</from><into>/app</into></path>")
                        .collect(Collectors.joining())
                + "</paths>"));
    }

    @Test
    void the_bill_of_materials_names_each_jar_by_its_hash() throws Exception {
        var bill = new ObjectMapper()
                .readTree(Path.of("target", "quarkus-run-cyclonedx.json").toFile());
        assertEquals("CycloneDX", bill.path("bomFormat").asText());
        var named = new TreeMap<String, String>();
        for (var component : bill.path("components")) {
            for (var hash : component.path("hashes")) {
                if (hash.path("alg").asText().equals("SHA-256")) {
                    named.put(
                            hash.path("content").asText(),
                            component.path("purl").asText());
                }
            }
        }
        for (Path jar : jars(PACKAGE.resolve("lib"))) {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
            assertTrue(named.getOrDefault(hash, "").startsWith("pkg:maven/"), jar::toString);
        }
        assertTrue(StreamSupport.stream(bill.path("components").spliterator(), false)
                .anyMatch(it -> it.path("purl").asText().startsWith("pkg:maven/org.assay/assay@")));
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
        for (Path file : files(folder)) {
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
                files(Path.of("src", "main", "resources", "db", "migration")).size(), applied(database));
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
        try (var replica = Image.started("stopped", environment);
                var locks = DriverManager.getConnection(database)) {
            replica.becomes("/q/health/ready", it -> it.statusCode() == 200, BOUND);
            assertEquals(200, replica.get("/").statusCode());
            var load = new ArrayList<Held>();
            for (int i = 0; i < 4; i++) {
                load.add(new Held(replica.port(), "/"));
            }
            var asking = load.stream().map(Thread.ofVirtual()::start).toList();
            soon(() -> assertTrue(load.stream().allMatch(each -> each.answered() > 10)));
            locks.setAutoCommit(false);
            execute(locks, "lock table publication in access exclusive mode");
            var slow = CompletableFuture.supplyAsync(() -> replica.get("/checks/none"));
            soon(() -> assertTrue(isWaiting(database)));

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
            locks.rollback();
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

    private static boolean isWaiting(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var rows = connection
                        .createStatement()
                        .executeQuery("select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()")) {
            return rows.next();
        }
    }

    private static Map<String, String> on(String database) {
        return new TreeMap<>(Map.of("QUARKUS_DATASOURCE_JDBC_URL", database));
    }

    private static String anEmptyDatabase(String name) throws SQLException {
        execute(url, "create database " + name);
        return url.replace("/postgres?", "/" + name + "?");
    }

    private static void execute(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database)) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Path> jars(Path folder) {
        return files(folder).stream()
                .filter(it -> it.toString().endsWith(".jar"))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
