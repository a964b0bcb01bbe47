package org.assay.faults;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assay.support.EmbeddedServer;
import org.assay.support.Replica;
import org.assay.support.Soon;

/** A real server, on a port and in a folder that stay the same, to which things happen. */
public final class PostgreSql implements AutoCloseable {

    private final int port;
    private final Path folder;
    private EmbeddedPostgres server;

    private PostgreSql(int port, Path folder) {
        this.port = port;
        this.folder = folder;
    }

    public static PostgreSql started() throws IOException {
        var server = new PostgreSql(Replica.freePort(), Files.createTempDirectory("assay-faults"));
        server.start();
        return server;
    }

    private void start() throws IOException {
        server = EmbeddedServer.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "60")
                // Left alone, it acknowledges what a crash may lose: it is made for tests that are in a hurry.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
    }

    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    public Connection connection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** As an administrator restarts it: who is connected is sent away. Returns once it takes connections again. */
    public void restart() throws IOException {
        server.close();
        start();
    }

    /** As a failure restarts it: it ends without a shutdown, and recovers from its log. */
    public void crash() throws Throwable {
        signal("QUIT", postmaster());
        Soon.soon(() -> assertFalse(Files.exists(note())));
        restart();
    }

    /** It takes connections, for the kernel does, and answers nothing. */
    public void freeze() throws IOException {
        signalAll("STOP");
    }

    public void thaw() throws IOException {
        signalAll("CONT");
    }

    /** The first goes first, so that it starts no more. */
    private void signalAll(String name) throws IOException {
        var first = postmaster();
        signal(name, first);
        for (var child : first.descendants().toList()) {
            signal(name, child);
        }
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(note()).getFirst()))
                .orElseThrow();
    }

    /** There for as long as the server runs. */
    private Path note() {
        return folder.resolve("data/postmaster.pid");
    }

    private static void signal(String name, ProcessHandle process) throws IOException {
        var kill = new ProcessBuilder(List.of("kill", "-" + name, String.valueOf(process.pid())))
                .inheritIO()
                .start();
        try {
            // A child may have ended by itself in the meantime.
            if (kill.waitFor() != 0 && process.isAlive()) {
                throw new IOException("The process %d takes no signal.".formatted(process.pid()));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }
}
