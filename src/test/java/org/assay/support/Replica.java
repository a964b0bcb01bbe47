package org.assay.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The packaged application in a process of its own. */
public final class Replica implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private Replica(Process process, Path log, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** On a free port, and ready. */
    public static Replica started(String name, Map<String, String> environment) throws IOException {
        return started(name, freePort(), environment);
    }

    public static Replica started(String name, int port, Map<String, String> environment) throws IOException {
        return started(name, Path.of(""), port, environment);
    }

    /** @param checkout whose package it is */
    static Replica started(String name, Path checkout, int port, Map<String, String> environment) throws IOException {
        Path log = Path.of("target", name + ".log");
        int managementPort = freePort();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + managementPort,
                        "-jar",
                        checkout.resolve(Path.of("target", "quarkus-app", "quarkus-run.jar"))
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("QUARKUS_SHUTDOWN_DELAY", "0S");
        builder.environment().putAll(environment);
        var replica = new Replica(builder.start(), log, port, managementPort);
        replica.awaitStart();
        return replica;
    }

    /** By a command of its own, in a folder; not awaited. */
    static Replica launched(String name, List<String> command, Path folder, Map<String, String> environment)
            throws IOException {
        Path log = Path.of("target", name + ".log");
        int port = freePort();
        int managementPort = freePort();
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port),
                        "QUARKUS_MANAGEMENT_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        String.valueOf(managementPort),
                        "QUARKUS_SHUTDOWN_DELAY",
                        "0S"));
        builder.environment().putAll(environment);
        return new Replica(builder.start(), log, port, managementPort);
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void awaitStart() throws IOException {
        try {
            becomes(
                    "/q/metrics",
                    answer -> answer.asString().contains("assay_pages_trusted 1.0"),
                    Duration.ofMinutes(2));
        } catch (AssertionError e) {
            close();
            throw new IllegalStateException(Files.readString(log), e);
        }
    }

    public int port() {
        return port;
    }

    /** Health and metrics have a port of their own. */
    public String url(String path) {
        boolean forOperations = path.startsWith("/q/health") || path.startsWith("/q/metrics");
        return "http://localhost:" + (forOperations ? managementPort : port) + path;
    }

    public Response get(String path) {
        return given().get(url(path));
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

    /** Tells it to stop, as a cluster does, and does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** The status that it ended with. */
    public int exit(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It still runs after " + within);
        }
        return process.exitValue();
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** It ends as a machine does that loses its power: nothing is finished. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
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
