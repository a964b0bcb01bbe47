package org.assay.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sends too much is told so, by a sentence that they get to see. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TooLargeTest {

    private static final int MB = 1024 * 1024;
    private static final String SENTENCE = "This is more than 4 MB. Please send less.";

    /** A connection on which each step of a request is ours. */
    private static Socket asked(String path, String type, String... headers) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(60_000);
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\nContent-Type: %s\r\n%s\r\n\r\n"
                        .formatted(path, RestAssured.port, type, String.join("\r\n", headers));
        socket.getOutputStream().write(head.getBytes(UTF_8));
        return socket;
    }

    private static void assertRefused(String answer, String type) {
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.toLowerCase().contains("content-type: " + type), answer);
        assertTrue(answer.contains(SENTENCE), answer);
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    private static byte[] someMegabytes(int megabytes) {
        byte[] some = new byte[megabytes * MB];
        Arrays.fill(some, (byte) 'x');
        return some;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/claims, application/json, application/problem+json",
        "/desk/claims, application/x-www-form-urlencoded, text/html"
    })
    void a_body_of_any_length_is_read_to_its_end_before_it_is_refused(String path, String type, String answered)
            throws IOException {
        byte[] block = someMegabytes(1);
        try (var socket = asked(path, type, "Content-Length: " + 300 * MB)) {
            for (int i = 0; i < 300; i++) {
                socket.getOutputStream().write(block);
            }
            assertRefused(answer(socket), answered);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/claims, application/json, application/problem+json",
        "/desk/claims, application/x-www-form-urlencoded, text/html"
    })
    void who_asks_before_sending_is_told_before_sending(String path, String type, String answered) throws IOException {
        try (var socket = asked(path, type, "Expect: 100-continue", "Content-Length: " + 5 * MB)) {
            assertRefused(answer(socket), answered);
        }
    }

    @Test
    void a_form_in_chunks_is_refused_too_when_nobody_is_signed_in() throws IOException {
        try (var socket = asked("/desk/claims", "application/x-www-form-urlencoded", "Transfer-Encoding: chunked")) {
            var out = socket.getOutputStream();
            for (int i = 0; i < 5; i++) {
                out.write("100000\r\n".getBytes(UTF_8));
                out.write(someMegabytes(1));
                out.write("\r\n".getBytes(UTF_8));
            }
            out.write("0\r\n\r\n".getBytes(UTF_8));
            assertRefused(answer(socket), "text/html");
        }
    }

    @Test
    void who_asks_before_sending_a_form_of_ordinary_length_may_send_it() throws IOException {
        String form = "note=Please+look+again.";
        try (var socket = asked(
                "/desk/claims/1/return",
                "application/x-www-form-urlencoded",
                "Expect: 100-continue",
                "Content-Length: " + form.length())) {
            byte[] first = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", new String(first, UTF_8));
            socket.getOutputStream().write(form.getBytes(UTF_8));
            String answer = answer(socket);
            assertTrue(answer.startsWith("HTTP/1.1 401 ") && answer.contains("Please look again."), answer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/claims, application/json, application/problem+json",
        "/desk/claims, application/x-www-form-urlencoded, text/html"
    })
    void a_body_over_4_mb_is_refused_with_a_sentence_whether_or_not_it_says_how_long_it_is(
            String path, String type, String answered) throws Exception {
        byte[] body = ("{\"statement\": \"" + "x".repeat(5_000_000) + "\"}").getBytes(UTF_8);
        for (var publisher : List.of(
                HttpRequest.BodyPublishers.ofByteArray(body),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            var answer = Raw.post(path, type, publisher);
            assertEquals(413, answer.statusCode());
            assertTrue(answer.body().contains("This is more than 4 MB."), answer.body());
            assertTrue(answer.body().contains("Content Too Large"), answer.body());
            assertEquals(path.startsWith("/desk"), answer.body().contains("Back button leads to it"));
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(answered));
        }
    }

    @ParameterizedTest
    @CsvSource({"title=&text=%s, x, 600000", "title=&%s=, x, 600000", "title=&text=%s, %22xxx, 60000"})
    void a_form_that_is_too_long_to_be_shown_again_says_where_it_is(String fields, String some, int times)
            throws Exception {
        String form = fields.formatted(some.repeat(times));
        var refused = Raw.post(
                "/desk/articles", "application/x-www-form-urlencoded", HttpRequest.BodyPublishers.ofString(form));
        var unknown = given().header("Sec-Fetch-Site", "same-origin")
                .contentType(ContentType.URLENC)
                .body(form)
                .post("/desk/articles");
        assertEquals(400, refused.statusCode());
        assertEquals(413, unknown.statusCode());
        for (String body : List.of(refused.body(), unknown.asString())) {
            assertTrue(body.contains("Back button leads to it"), body);
            assertFalse(body.contains("xxx"));
        }
        assertTrue(refused.body().contains("Title: Please fill this in."), refused.body());
    }

    @Test
    void a_body_just_under_4_mb_is_judged_by_what_it_says() {
        byte[] just = ("{\"statement\": \"" + "x".repeat(4_000_000) + "\"}").getBytes(UTF_8);
        problem(Api.as("rosa").body(just).post("/claims").then(), 400).body("violations.field", hasItem("statement"));
    }
}
