package org.assay.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.assay.support.Provider;
import org.assay.support.Replica;
import org.assay.web.Json;

/** Somebody's program at the API, with a token that outlives the test. */
final class Program implements AutoCloseable {

    /** Whoever waits longer has given up. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String subject;
    private final String token;

    /** @param status 0 where no answer came, -1 where the request was never sent */
    record Answer(int status, JsonNode body, boolean saysWhenToRetry, Duration took) {

        Write.Outcome outcome() {
            return switch (status) {
                case 201 -> Write.Outcome.ACKNOWLEDGED;
                case 0, 503 -> Write.Outcome.UNKNOWN;
                default -> Write.Outcome.REFUSED;
            };
        }

        /** Whether a fault, or another's write, explains it. */
        boolean isExplained() {
            return switch (status) {
                case -1, 0, 200, 201, 409, 412 -> true;
                case 429, 503 -> saysWhenToRetry;
                default -> false;
            };
        }
    }

    Program(Provider provider, String subject, String role) {
        this.subject = subject;
        var claims = provider.program("assay-api");
        claims.setSubject(subject);
        claims.setClaim("name", subject);
        claims.setStringListClaim("groups", role);
        claims.setExpirationTimeMinutesInTheFuture(30);
        this.token = provider.signed(claims);
    }

    String subject() {
        return subject;
    }

    /** @param from the version that the write is made from; 0 for none */
    Answer post(Replica at, String path, int from, Object body) {
        var request = request(at, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (from > 0) {
            request.header("If-Match", "\"" + from + "\"");
        }
        return send(request.POST(BodyPublishers.ofString(Json.write(body))).build());
    }

    Answer get(Replica at, String path) {
        return send(request(at, path).build());
    }

    private HttpRequest.Builder request(Replica at, String path) {
        return HttpRequest.newBuilder(URI.create(at.url("/api/v1" + path)))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
    }

    private Answer send(HttpRequest request) {
        long begin = System.nanoTime();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    read(response.body()),
                    response.headers().firstValue("Retry-After").isPresent(),
                    since(begin));
        } catch (ConnectException e) {
            return new Answer(-1, MissingNode.getInstance(), false, since(begin));
        } catch (IOException e) {
            return new Answer(0, MissingNode.getInstance(), false, since(begin));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) {
        return body.startsWith("{") ? Json.read(body, JsonNode.class) : TextNode.valueOf(body);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        client.close();
    }
}
