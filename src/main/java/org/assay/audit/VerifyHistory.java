package org.assay.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.assay.web.Json;

/**
 * The same verification for operations, without the service: on a restored database, or when the service does not start. It
 * needs the three variables by which the service finds its database, and prints what is found as JSON; given a file with
 * what an earlier run printed, it compares with the head in it. Ends with 0 where all history is as it was written, 3 where
 * it is not, 2 where that could not be found out; 1 is the JVM's own, where it cannot even begin.
 */
public final class VerifyHistory {

    private static final int UNKNOWN = 2;
    private static final int REWRITTEN = 3;

    private VerifyHistory() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try (var connection = DriverManager.getConnection(
                needed(environment, "QUARKUS_DATASOURCE_JDBC_URL"),
                needed(environment, "QUARKUS_DATASOURCE_USERNAME"),
                needed(environment, "QUARKUS_DATASOURCE_PASSWORD"))) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var found = Verification.of(
                    connection, now(connection), arguments.isEmpty() ? null : head(arguments.getFirst()));
            out.println(Json.pretty(found));
            if (!found.intact()) {
                err.println(found.broken().reason());
            }
            return found.intact() ? 0 : REWRITTEN;
        } catch (SQLException | RuntimeException | Error e) {
            err.println(e.getMessage());
            return UNKNOWN;
        }
    }

    /** The database tells the time: this may run on any machine. */
    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select now()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static String needed(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Please set %s, as for the service.".formatted(name));
        }
        return value;
    }

    private static Head head(String file) {
        Head head;
        try {
            head = Json.read(Files.readString(Path.of(file)), Verification.class)
                    .head();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.".formatted(file), e);
        }
        if (head == null || head.at() == null || head.digest() == null) {
            throw new IllegalArgumentException(
                    "%s has no head in it: please give all that a verification printed.".formatted(file));
        }
        return head;
    }
}
