package org.assay.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.List;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TooLargeTest {

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
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(answered));
        }
    }

    @Test
    void a_body_just_under_4_mb_is_judged_by_what_it_says() {
        byte[] just = ("{\"statement\": \"" + "x".repeat(4_000_000) + "\"}").getBytes(UTF_8);
        problem(Api.as("rosa").body(just).post("/claims").then(), 400).body("violations.field", hasItem("statement"));
    }
}
