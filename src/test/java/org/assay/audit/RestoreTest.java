package org.assay.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.support.Database;
import org.assay.support.Given;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands that docs/operations.md gives for a backup and its restoration, by a user who owns the new database and
 * nothing else, and with what an operator installs. ASSAY_PG_BIN names the folder with PostgreSQL 18's createdb, pg_dump and
 * pg_restore.
 */
@QuarkusTest
@QuarkusTestResource(Database.class)
class RestoreTest {

    private static final List<String> GUARDS = List.of(
            "select format('%s.%s %s %s %s %s', table_name, column_name, data_type, is_nullable, column_default, is_identity)"
                    + " from information_schema.columns where table_schema = 'public' order by 1",
            "select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))"
                    + " from pg_constraint where connamespace = 'public'::regnamespace order by 1",
            "select indexdef from pg_indexes where schemaname = 'public' order by 1",
            "select format('%s %s', pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal order by 1",
            "select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace order by 1",
            "select format('%s %s', sequencename, last_value) from pg_sequences where schemaname = 'public' order by 1");

    private static final String TABLES =
            "select quote_ident(tablename) from pg_tables where schemaname = 'public' order by 1";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TempDir
    Path folder;

    @Test
    void what_was_backed_up_is_restored_into_an_empty_database_row_by_row() throws Exception {
        String programs = System.getenv("ASSAY_PG_BIN");
        String reason = "No PostgreSQL client: set ASSAY_PG_BIN to the folder of PostgreSQL 18's programs.";
        assertTrue(programs != null || !"true".equals(System.getenv("CI")), reason);
        assumeTrue(programs != null, reason);
        long claim = Given.aPublishedClaim();
        Given.anotherVersion(claim, "correction", "The rate was wrong.");
        Given.aDroppedClaim();
        Path head = Files.writeString(folder.resolve("head.json"), verified(url));

        String restoredUrl = url.replace("/postgres?", "/restored?");
        try (var source = DriverManager.getConnection(url)) {
            run(source, "create extension pg_stat_statements");
            run(source, "create role assay login password 'assay'");
            try {
                document("pg_dump", programs);
                run(source, "drop extension pg_stat_statements");
                document("createdb", programs);
                document("pg_restore", programs);
                assertTrue(verified(restoredUrl, head.toString()).contains("\"intact\" : true"));
                try (var restored = DriverManager.getConnection(restoredUrl)) {
                    isTheSame(source, restored);
                    isGuarded(restored);
                    takesWhatComesNext(restored);
                }
            } finally {
                run(source, "drop database if exists restored with (force)");
                run(source, "drop role assay");
                run(source, "drop extension if exists pg_stat_statements");
            }
        }
    }

    /** As it is documented, to the letter. */
    private void document(String program, String programs) throws IOException, InterruptedException {
        var commands = Pattern.compile("```sh\n(" + program + " .*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "operations.md")));
        assertTrue(commands.find(), program + " is not documented");
        var shell = new ProcessBuilder("bash", "-euc", commands.group(1))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        URI server = URI.create(url.substring("jdbc:".length()));
        String address = server.getHost() + ":" + server.getPort();
        shell.environment().put("ASSAY_DATABASE", "postgresql://postgres:postgres@" + address + "/postgres");
        shell.environment().put("RESTORED_DATABASE", "postgresql://assay:assay@" + address + "/restored");
        shell.environment().put("dump", "assay.dump");
        shell.environment().put("PGHOST", server.getHost());
        shell.environment().put("PGPORT", String.valueOf(server.getPort()));
        shell.environment().put("PGUSER", "postgres");
        shell.environment().put("PGPASSWORD", "postgres");
        var running = shell.start();
        String said = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, running.waitFor(), said);
    }

    private static String verified(String url, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int ended = VerifyHistory.run(
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
        assertEquals(0, ended, () -> err.toString(UTF_8));
        return out.toString(UTF_8);
    }

    private static void isTheSame(Connection source, Connection restored) throws SQLException {
        for (String guards : GUARDS) {
            assertEquals(rows(source, guards), rows(restored, guards));
        }
        List<String> tables = rows(source, TABLES);
        assertEquals(tables, rows(restored, TABLES));
        assertTrue(tables.contains("event"), "It compares no tables");
        for (String table : tables) {
            String all = "select format('%1$s: %%s rows, %%s', count(*),"
                    + " encode(sha256(convert_to(coalesce(string_agg(r::text, E'\\n' order by r::text), ''), 'UTF8')), 'hex'))"
                    + " from %1$s r";
            assertEquals(rows(source, all.formatted(table)), rows(restored, all.formatted(table)));
        }
    }

    private static void isGuarded(Connection restored) throws SQLException {
        for (String table : List.of("snapshot", "dossier", "event", "published_version", "approval", "contribution")) {
            for (String rewriting : List.of("delete from %s", "truncate %s cascade")) {
                var refused = assertThrows(SQLException.class, () -> run(restored, rewriting.formatted(table)), table);
                assertTrue(
                        refused.getMessage().contains("Rows of %s are written once".formatted(table)),
                        refused.getMessage());
            }
        }
    }

    private static void takesWhatComesNext(Connection restored) throws SQLException {
        List<String> numbered = rows(
                restored,
                "select quote_ident(table_name) || ' ' || quote_ident(column_name) from information_schema.columns"
                        + " where table_schema = 'public' and is_identity = 'YES' order by 1");
        assertTrue(numbered.size() > 5, "It numbers no rows");
        for (String column : numbered) {
            String[] names = column.split(" ");
            assertEquals(
                    List.of("t"),
                    rows(
                            restored,
                            "select nextval(pg_get_serial_sequence('%1$s', '%2$s')) > coalesce(max(%2$s), 0) from %1$s"
                                    .formatted(names[0], names[1])),
                    column);
        }
        run(
                restored,
                "insert into snapshot (text, sha256, captured_at, captured_by) values ('New.', repeat('a', 64), now(), 'rosa')");
    }

    private static List<String> rows(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
