package org.assay.image;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the image's command line once, lets it answer on a small newsroom, and ends it: what the JVM loaded by then is kept in
 * app.aot, and need not be loaded again. Only the same JDK can use it, so this runs where the image's own JDK is.
 */
public final class Training {

    private static final String CACHE = "-XX:AOTCache=";
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int CLAIMS = 500;

    /** Of all kinds: pages from the database and from memory, searches, feeds, forms of data, refusals, health. */
    private static final List<String> ASKED = List.of(
            "/",
            "/checks",
            "/checks?q=minister+tariff",
            "/checks/claim-5",
            "/checks/claim-5/card.png",
            "/checks/claim-5/embed",
            "/checks/no-such-check",
            "/corrections",
            "/method",
            "/feed.atom",
            "/feed.json",
            "/sitemap.xml",
            "/v1alpha1/claims:search?query=minister",
            "/data/claimreviews.jsonld",
            "/data/claimreviews.csv",
            "/app.css",
            "/desk",
            "/api/v1/claims");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private final int managementPort = freePort();
    private final Path image;
    private final EmbeddedPostgres database;

    private Training(Path image, EmbeddedPostgres database) throws IOException {
        this.image = image;
        this.database = database;
    }

    /** The image's folder, and the file with the statements that make a newsroom. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path image = Path.of(arguments[0]);
        try (var database = EmbeddedPostgres.start()) {
            new Training(image, database).train(Files.readString(Path.of(arguments[1])));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void train(String newsroom) throws IOException, InterruptedException, SQLException {
        Files.deleteIfExists(image.resolve("app.aot"));
        var process = start();
        try {
            await(process, managementPort, "/q/health/ready");
            fill(newsroom);
            await(process, port, "/checks/claim-5");
            for (String path : ASKED) {
                get(port, path);
                get(port, path);
            }
            get(managementPort, "/q/metrics");
            get(managementPort, "/q/health/live");
        } finally {
            process.destroy();
        }
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || !Files.exists(image.resolve("app.aot"))) {
            throw new IllegalStateException("The training left no cache behind.");
        }
    }

    private Process start() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String line : Files.readAllLines(image.resolve("java.args"))) {
            if (line.startsWith(CACHE)) {
                command.add("-XX:AOTCacheOutput=" + line.substring(CACHE.length()));
            } else if (!line.startsWith("#")) {
                command.addAll(List.of(line.split(" ")));
            }
        }
        var builder = new ProcessBuilder(command).directory(image.toFile()).inheritIO();
        var environment = builder.environment();
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.getJdbcUrl("postgres", "postgres"));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:1/nobody");
        environment.put("QUARKUS_OIDC_CLIENT_ID", "assay");
        environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", "none");
        environment.put("QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", "for-a-training-that-nobody-signs-in-to");
        environment.put("QUARKUS_SHUTDOWN_DELAY", "0S");
        environment.put("ASSAY_NEWSROOM_NAME", "The Training Newsroom");
        environment.put("ASSAY_NEWSROOM_URL", "http://localhost");
        environment.put(
                "ASSAY_SEARCH_FOLDER", Files.createTempDirectory("training").toString());
        return builder.start();
    }

    private void await(Process process, int port, String path) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (get(port, path) != 200) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Nothing answers at " + path + ".");
            }
        }
    }

    /** The status, or 0 where nobody answers. */
    private int get(int port, String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private void fill(String newsroom) throws SQLException {
        String sql = newsroom.replaceAll("(?m)^\\\\.*$", "")
                .replace(":claims", String.valueOf(CLAIMS))
                .replace(":'site'", "'http://localhost'");
        try (var connection = DriverManager.getConnection(database.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql.substring(0, sql.lastIndexOf("vacuum")));
        }
    }
}
