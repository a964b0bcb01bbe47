package org.assay.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

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
        try (var socket = new Socket("localhost", RestAssured.port)) {
            String request =
                    "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + Api.token("rosa") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
