package org.assay;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.support.Api;
import org.assay.support.Desk;
import org.junit.jupiter.api.Test;

/**
 * Whoever sends half of something and then nothing keeps nobody from working, and strangers fill no more of the memory than they
 * are given: with places for one at the desk, at the API and for readers, eight threads, and memory for two long forms.
 */
@QuarkusTest
@TestProfile(SlowClientsTest.WithLittleToShare.class)
class SlowSendersTest {

    private static final int CLIENTS = 30;
    private static final int PATIENT_MILLIS = 60_000;
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final String FORM = "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded";

    /** The head of a request, and none of what it announces. */
    private static Socket asked(String path, String headers, int length) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(PATIENT_MILLIS);
        socket.getOutputStream()
                .write("POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(path, headers, length)
                        .getBytes(UTF_8));
        return socket;
    }

    /** To the end of the connection. */
    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    private static void othersWorkOn() {
        long begin = System.nanoTime();
        var title = Map.of("title", "");
        given().get("/corrections").then().statusCode(200);
        Desk.form("rosa").formParams(title).post("/desk/articles").then().statusCode(400);
        Api.as("rosa").body(title).post("/articles").then().statusCode(400);
        given().formParam("logout_token", "none")
                .post("/back-channel-logout")
                .then()
                .statusCode(400);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(AT_ONCE) < 0, took::toString);
    }

    @Test
    void who_sends_half_of_it_keeps_nobody_waiting_and_is_hung_up_on() throws Exception {
        othersWorkOn();
        var hanging = new ArrayList<Socket>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                hanging.add(asked("/desk/articles", FORM + "\r\nCookie: " + Desk.cookies("rosa"), 1_000));
                hanging.add(asked("/desk/articles", FORM, 1_000));
                hanging.add(asked(
                        "/api/v1/articles",
                        "Content-Type: application/json\r\nAuthorization: Bearer " + Api.token("rosa"),
                        1_000));
                hanging.add(asked("/back-channel-logout", FORM, 1_000));
            }
            for (Socket socket : hanging) {
                socket.getOutputStream().write("title=".getBytes(UTF_8));
            }
            othersWorkOn();
            for (Socket socket : hanging) {
                String answer = answer(socket);
                assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
                assertTrue(answer.contains("What was sent took too long to come."), answer);
            }
            othersWorkOn();
        } finally {
            close(hanging);
        }
    }

    @Test
    void who_announces_more_than_may_be_sent_and_sends_nothing_is_hung_up_on() throws Exception {
        try (var hanging = asked("/desk/articles", FORM, 5_000_000)) {
            hanging.getOutputStream().write("title=".getBytes(UTF_8));
            assertEquals("", answer(hanging));
        }
    }

    @Test
    void strangers_fill_no_more_of_the_memory_than_they_are_given() throws Exception {
        byte[] some = ("note=" + "%78".repeat(470_000)).getBytes(UTF_8);
        byte[] rest = "y".repeat(20_000).getBytes(UTF_8);
        var senders = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 4; i++) {
                var sender = asked("/desk/claims/1/return", FORM + "\r\nConnection: close", some.length + rest.length);
                sender.getOutputStream().write(some);
                senders.add(sender);
            }
            Desk.form("rosa")
                    .formParam("title", "z".repeat(450_000))
                    .post("/desk/articles")
                    .then()
                    .statusCode(400)
                    .body(containsString("zzz"));
            var answers = new ArrayList<String>();
            for (Socket sender : senders) {
                sender.getOutputStream().write(rest);
                answers.add(answer(sender));
            }
            assertEquals(
                    2,
                    answers.stream()
                            .filter(answer -> answer.startsWith("HTTP/1.1 401 ") && answer.contains("xxxyyy"))
                            .count());
            assertEquals(
                    2,
                    answers.stream()
                            .filter(answer -> answer.startsWith("HTTP/1.1 503 ")
                                    && answer.toLowerCase().contains("retry-after: 2")
                                    && answer.contains("Too many are asking at this moment."))
                            .count());
        } finally {
            close(senders);
        }
        for (int i = 0; i < 3; i++) {
            try (var alone = asked("/desk/claims/1/return", FORM + "\r\nConnection: close", some.length)) {
                alone.getOutputStream().write(some);
                assertTrue(answer(alone).startsWith("HTTP/1.1 401 "), "what was answered takes no memory");
            }
        }
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
