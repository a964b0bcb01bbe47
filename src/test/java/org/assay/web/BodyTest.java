package org.assay.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Problems;
import org.assay.support.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class BodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[{}]",
                "\"text\"",
                "7",
                "true",
                "{",
                "}",
                "{\"statement\"",
                "{\"statement\": }",
                "{'statement': 'x'}",
                "{statement: 1}",
                "{} {}",
                "{}x",
                "{} // comment",
                "{\"a\": 01}",
                "{\"a\": NaN}",
                "{\"a\": \"\u0001\"}",
                "{\"a\": \"\\x\"}",
                "{\"statement\": \"a\", \"statement\": \"b\"}",
                "{\"\": 1}",
                "{\"a\\u0000b\": 1}",
                "\ufeff{}x",
                "<claim/>"
            })
    void what_is_no_json_object_of_these_fields_is_refused(String body) {
        problem(Raw.json("rosa", "/claims", body), 400).body("violations.size()", not(is(0)));
    }

    @Test
    void a_field_that_is_sent_twice_is_refused_wherever_it_stands() {
        problem(
                Raw.json(
                        "rosa",
                        "/claims",
                        "{\"statement\": \"a\", \"language\": \"en\", \"source\": {\"url\": \"https://a.example.org\", \"url\": \"https://b.example.org\"}}"),
                400);
    }

    @Test
    void deep_nesting_and_huge_numbers_are_refused() {
        for (int depth : new int[] {900, 1000, 1001, 100_000}) {
            problem(Raw.json("rosa", "/claims", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)), 400);
            problem(Raw.json("rosa", "/claims", "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}"), 400);
        }
        for (String number :
                new String[] {"99999999999999999999", "1e999999999", "-1", "1.5", "9".repeat(5000), "2147483648"}) {
            String quote =
                    "{\"statement\": \"a\", \"language\": \"en\", \"quote\": {\"articleId\": %s, \"exact\": \"a\", \"start\": %s}}";
            problem(Raw.json("rosa", "/claims", quote.formatted(number, number)), 400);
            problem(
                    Raw.json(
                            "rosa",
                            "/claims/" + aLoggedClaim() + "/drop",
                            "{\"reason\": \"duplicate\", \"duplicateOf\": " + number + "}"),
                    400);
        }
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        for (byte[] body : new byte[][] {
            {'{', '"', 's', '"', ':', '"', (byte) 0xff, '"', '}'},
            {'{', '"', 's', '"', ':', '"', (byte) 0xc3, '"', '}'},
            {(byte) 0xff, (byte) 0xfe, 0, 1},
            {0, 0, 0, 0}
        }) {
            problem(Api.as("rosa").body(body).post("/claims").then(), 400);
        }
    }

    @Test
    void another_content_type_is_refused() throws Exception {
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "text/json")) {
            var answer = Raw.post("/api/v1/claims", type, HttpRequest.BodyPublishers.ofString("{}"));
            assertEquals(415, answer.statusCode());
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(Problems.TYPE));
            assertTrue(answer.body().contains("Please send the body as application/json."), answer.body());
        }
        assertTrue(Raw.post("/api/v1/claims", "nonsense", HttpRequest.BodyPublishers.ofString("{}"))
                        .statusCode()
                < 500);
    }

    @Test
    void a_compressed_body_is_not_unpacked() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"statement\": \"".getBytes(UTF_8));
            for (int i = 0; i < 50; i++) {
                gzip.write("x".repeat(1024 * 1024).getBytes(UTF_8));
            }
            gzip.write("\"}".getBytes(UTF_8));
        }
        assertTrue(packed.size() < 100_000, packed::toString);
        problem(
                Api.as("rosa")
                        .header("Content-Encoding", "gzip")
                        .body(packed.toByteArray())
                        .post("/claims")
                        .then(),
                400);
    }

    @Test
    void a_body_of_hundreds_of_thousands_of_fields_is_refused_before_it_is_taken_apart() {
        String many =
                IntStream.range(0, 300_000).mapToObj(i -> "\"f" + i + "\":0").collect(Collectors.joining(","));
        String list = "\"a\",".repeat(900_000) + "\"a\"";
        for (String body : List.of("{" + many + "}", "{\"statement\": \"s\", \"topics\": [" + list + "]}")) {
            problem(Raw.json("rosa", "/claims", body), 400)
                    .body("violations[0].message", startsWith("This has more values, a longer one, or deeper ones"));
        }
    }
}
