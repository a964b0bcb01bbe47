package org.assay.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;

/** The packaged application in a process of its own, on the database and the sign-in of the test that starts it. */
public final class SecondReplica implements AutoCloseable {

    /** What its connections are called in {@code pg_stat_activity}. */
    public static final String NAME = "second-replica";

    private static final Path PACKAGE = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path LOG = Path.of("target", "second-replica.log");

    private final Process process;
    private final String address;

    private SecondReplica(Process process, int port) {
        this.process = process;
        this.address = "http://localhost:" + port;
    }

    public static SecondReplica started() throws IOException {
        int port = freePort();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        PACKAGE.toString())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        setting("quarkus.datasource.jdbc.url") + "&ApplicationName=" + NAME,
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        setting("quarkus.oidc.auth-server-url"),
                        "QUARKUS_OIDC_CLIENT_ID",
                        setting("quarkus.oidc.client-id"),
                        "QUARKUS_OIDC_CREDENTIALS_SECRET",
                        setting("quarkus.oidc.credentials.secret"),
                        "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
                        "known-to-everyone-so-for-tests-only",
                        "ASSAY_NEWSROOM_NAME",
                        setting("assay.newsroom.name"),
                        "ASSAY_NEWSROOM_URL",
                        setting("assay.newsroom.url")));
        var replica = new SecondReplica(builder.start(), port);
        replica.awaitStart();
        return replica;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private void awaitStart() throws IOException {
        try {
            becomes(
                    "/q/metrics",
                    answer -> answer.asString().contains("assay_pages_trusted 1.0"),
                    Duration.ofMinutes(2));
        } catch (AssertionError e) {
            close();
            throw new IllegalStateException(Files.readString(LOG), e);
        }
    }

    public Response get(String path) {
        return given().get(address + path);
    }

    /** Asks again and again until it is so; returns how long it took. */
    public Duration becomes(String path, Predicate<Response> wanted, Duration within) {
        long begin = System.nanoTime();
        while (!answers(path, wanted)) {
            if (System.nanoTime() - begin > within.toNanos() || !process.isAlive()) {
                throw new AssertionError(path + " did not become what it should within " + within);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean answers(String path, Predicate<Response> wanted) {
        try {
            return wanted.test(get(path));
        } catch (Exception e) {
            if (e instanceof ConnectException) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
