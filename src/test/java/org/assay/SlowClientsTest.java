package org.assay;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assay.search.CheckIndex;
import org.assay.support.Generated;
import org.assay.support.Logged;
import org.assay.support.OwnDatabase;
import org.assay.support.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Readers who take or send a byte at a time, or nothing more at all, cost the others nothing: with two connections to the
 * database to share and a handful of threads, everybody else is answered as ever.
 */
@QuarkusTest
@TestProfile(SlowClientsTest.WithLittleToShare.class)
class SlowClientsTest {

    private static final int CLAIMS = 20_000;
    private static final int CLIENTS = 200;
    private static final int STREAMS = 20;

    /** So small that what is sent soon waits at the server. */
    private static final int RECEIVED_AT_ONCE = 2_048;

    private static final int PATIENT_MILLIS = 60_000;
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    /** Longer than {@link #AT_ONCE}, of which a busy machine takes half: whoever waited for those who hang would be found out. */
    private static final String PATIENCE = "40S";

    @Inject
    DataSource database;

    @Inject
    CheckIndex index;

    public static class WithLittleToShare extends OwnDatabase {

        /** Two of the connections follow the feed of changes; nothing is kept, so that pages take the others. */
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.max-size",
                    "4",
                    "quarkus.thread-pool.max-threads",
                    "8",
                    "assay.readers.cache",
                    "0",
                    "assay.bodies.heap-share",
                    "0",
                    "assay.bodies.patience",
                    PATIENCE,
                    "assay.limits.patience",
                    PATIENCE,
                    "assay.streams.at-once",
                    String.valueOf(STREAMS),
                    "assay.streams.patience",
                    PATIENCE,
                    "assay.search.folder",
                    "target/search-of-slow-clients",
                    "assay.search.longest",
                    PATIENCE);
        }
    }

    @BeforeEach
    void long_documents() throws Throwable {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery("select count(*) from claim")) {
            rows.next();
            if (rows.getInt(1) > 0) {
                return;
            }
        }
        Generated.newsroom(database, index, CLAIMS);
    }

    private static Socket connected() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(RECEIVED_AT_ONCE);
        socket.setSoTimeout(PATIENT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        return socket;
    }

    private static byte[] get(String path) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                .formatted(path)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Signed in nowhere, and with a body that never ends soon. */
    private static byte[] post(String path, String type) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: 300\r\n\r\n%s"
                .formatted(path, type, "x".repeat(300))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Pages that are read from the database, and a search. */
    private static void othersAreAnsweredAtOnce() {
        for (String path : List.of("/", "/checks/claim-5005", "/checks?q=minister", "/corrections", "/q/metrics")) {
            long begin = System.nanoTime();
            var answer = given().get(path);
            assertEquals(200, answer.statusCode(), () -> path + ": " + answer.asString());
            var took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.compareTo(AT_ONCE) < 0, () -> path + " took " + took);
        }
    }

    @Test
    void two_hundred_who_send_and_take_a_byte_at_a_time_keep_nobody_waiting() throws Exception {
        var requests = List.of(
                get("/"),
                get("/feed.atom"),
                get("/checks?q=minister"),
                get("/topics/none-such"),
                post("/v1alpha1/claims:search", "application/json"),
                post("/api/v1/articles", "application/json"),
                post("/desk/articles", "application/x-www-form-urlencoded"));
        var clients = new ArrayList<Socket>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(connected());
            }
            int longest =
                    requests.stream().mapToInt(request -> request.length).max().orElseThrow();
            for (int at = 0; at < longest; at++) {
                for (int i = 0; i < CLIENTS; i++) {
                    var request = requests.get(i % requests.size());
                    if (at < request.length) {
                        clients.get(i).getOutputStream().write(request[at]);
                    }
                }
                if (at % 50 == 0) {
                    othersAreAnsweredAtOnce();
                }
            }
            var answers = new ArrayList<StringBuilder>();
            clients.forEach(client -> answers.add(new StringBuilder()));
            for (int at = 0; at < 400; at++) {
                for (int i = 0; i < CLIENTS; i++) {
                    int read = clients.get(i).getInputStream().read();
                    if (read >= 0) {
                        answers.get(i).append((char) read);
                    }
                }
                if (at % 50 == 0) {
                    othersAreAnsweredAtOnce();
                }
            }
            var expected = List.of("200", "200", "200", "404", "405", "401", "403");
            for (int i = 0; i < CLIENTS; i++) {
                assertEquals(
                        "HTTP/1.1 " + expected.get(i % expected.size()),
                        answers.get(i).substring(0, 12));
            }
        } finally {
            close(clients);
        }
    }

    @Test
    void readers_of_long_documents_who_hang_keep_nobody_waiting_and_are_hung_up_on() throws Throwable {
        var said = Logged.meanwhile(soFar -> hang());
        assertTrue(said.stream().noneMatch(line -> line.contains("impossible to send it to client")), said::toString);
    }

    private static void hang() throws Throwable {
        var hanging = new ArrayList<Socket>();
        try {
            for (int i = 0; i < STREAMS; i++) {
                var socket = connected();
                hanging.add(socket);
                socket.getOutputStream()
                        .write(get(i % 2 == 0 ? "/data/claimreviews.jsonld" : "/data/claimreviews.csv"));
                assertEquals('H', socket.getInputStream().read());
            }
            othersAreAnsweredAtOnce();
            given().get("/data/claimreviews.csv").then().statusCode(503).header("Retry-After", "30");
            othersAreAnsweredAtOnce();
            Soon.within(
                    Duration.ofMinutes(1),
                    () -> assertEquals(
                            200, given().get("/data/claimreviews.csv").statusCode(), "the places are given back"));
            Soon.within(
                    Duration.ofMinutes(1),
                    () -> assertTrue(given().get("/data/claimreviews.jsonld")
                            .asString()
                            .stripTrailing()
                            .endsWith("]}")));
            for (Socket socket : hanging) {
                assertFalse(lastOf(socket).stripTrailing().endsWith("]}"));
            }
        } finally {
            close(hanging);
        }
    }

    /** The end of what still arrives. */
    private static String lastOf(Socket socket) {
        var last = new StringBuilder();
        try {
            byte[] some = new byte[64 * 1024];
            for (int read = socket.getInputStream().read(some);
                    read >= 0;
                    read = socket.getInputStream().read(some)) {
                last.append(new String(some, 0, read, StandardCharsets.UTF_8));
                last.delete(0, Math.max(0, last.length() - 3));
            }
        } catch (IOException hungUp) {
            last.append("!");
        }
        return last.toString();
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
