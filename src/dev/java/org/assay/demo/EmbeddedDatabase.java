package org.assay.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL of this checkout's own, on whatever port is free, whose data stays in a folder. */
public final class EmbeddedDatabase {

    private static final int PORT_LINE = 3;

    private EmbeddedDatabase() {}

    /** Starts the server on this folder, or finds the one that runs there, and returns its JDBC URL. */
    public static String start(Path folder) {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            String running = running(folder);
            return running != null ? running : url(launch(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int launch(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                // Letters are Unicode's, whatever language the machine speaks.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start()
                .getPort();
    }

    /** A server whose application was killed runs on: it is taken over, and ended with this one. */
    private static String running(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return null;
        }
        var lines = Files.readAllLines(pidFile);
        var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        if (process.isEmpty() || lines.size() <= PORT_LINE) {
            return null;
        }
        String url = url(Integer.parseInt(lines.get(PORT_LINE).strip()));
        try (var connection = DriverManager.getConnection(url)) {
            Runtime.getRuntime().addShutdownHook(new Thread(process.get()::destroy));
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            return null;
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }
}
