package org.assay.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;

/** Requests that are sent to the letter, as no client would send them. */
public final class Raw {

    private Raw() {}

    /** JSON to the letter. */
    public static ValidatableResponse json(String user, String path, String body) {
        return Api.as(user).body(body.getBytes(UTF_8)).post(path).then();
    }

    /** Posts by somebody, to the API with a token or to the desk with a session. */
    public static HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                    .header("Content-Type", type)
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(body);
            if (path.startsWith("/desk")) {
                request.header("Cookie", Desk.cookies("rosa"));
            } else {
                request.header("Authorization", "Bearer " + Api.token("rosa"));
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Asks for an address that no client would send as it is. */
    public static int statusOf(String target) throws IOException {
        return get(target, "Host: localhost", "Authorization: Bearer " + Api.token("rosa"))
                .status();
    }

    /** What came back: the status line and the headers, and the body. */
    public record Answer(String head, String body) {

        public int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        /** The values of a header, in order. */
        public List<String> all(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        /** The value of a header, or an empty text. */
        public String header(String name) {
            return all(name).stream().findFirst().orElse("");
        }

        /** No fault of ours, with no header of theirs and nothing of our inside. */
        public Answer survived(String asked) {
            assertTrue(status() < 500 || status() == 501, () -> asked + ": " + head);
            assertEquals("", header("X-Injected"), asked);
            for (String inside : List.of("org.hibernate", "org.postgresql", "SQLException", "\tat ")) {
                assertFalse(body.contains(inside), () -> asked + ": " + body);
            }
            return this;
        }
    }

    /** @param headers to the letter, Host among them */
    public static Answer get(String target, String... headers) throws IOException {
        return ask("GET", target, "", headers);
    }

    public static Answer ask(String method, String target, String body, String... headers) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(60_000);
            String length = body.isEmpty() ? "" : "Content-Length: " + body.getBytes(UTF_8).length + "\r\n";
            String request = "%s %s HTTP/1.1\r\nConnection: close\r\n%s%s\r\n\r\n%s"
                    .formatted(method, target, length, String.join("\r\n", headers), body);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String[] answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1).split("\r\n\r\n", 2);
            String sent = answer.length == 2 ? answer[1] : "";
            String whole =
                    answer[0].toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked") ? joined(sent) : sent;
            return new Answer(answer[0], new String(whole.getBytes(ISO_8859_1), UTF_8));
        }
    }

    /** Without the lengths of its chunks, which are cut as they come. */
    private static String joined(String chunks) {
        var whole = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int from = chunks.indexOf("\r\n", at) + 2;
            int to = from + Integer.parseInt(chunks.substring(at, from - 2), 16);
            whole.append(chunks, from, to);
            at = to + 2;
        }
        return whole.toString();
    }
}
