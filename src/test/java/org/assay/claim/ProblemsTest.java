package org.assay.claim;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assay.support.Newsdesk.aClaimWithEvidence;
import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.aProposedClaim;
import static org.assay.support.Newsdesk.anArticle;
import static org.assay.support.Newsdesk.approve;
import static org.assay.support.Newsdesk.articleDraft;
import static org.assay.support.Newsdesk.claimDraft;
import static org.assay.support.Newsdesk.digest;
import static org.assay.support.Newsdesk.evidenceDraft;
import static org.assay.support.Newsdesk.get;
import static org.assay.support.Newsdesk.id;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.patch;
import static org.assay.support.Newsdesk.post;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ProblemsTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String NO_DIGEST = "0".repeat(64);

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType(PROBLEM)
                .body("status", is(status))
                .body("title", notNullValue())
                .body("type", equalTo("about:blank"))
                .body("detail", not(equalTo("")))
                .body("detail", notNullValue());
    }

    /** Asks for an address that no client would send as it is. */
    private static int statusOf(String target) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            String request =
                    "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + Api.token("rosa") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    /** Posts by somebody, to the API with a token or to the desk with a session. */
    private static HttpResponse<String> send(String path, String type, HttpRequest.BodyPublisher body)
            throws Exception {
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

    /** JSON to the letter. */
    private static ValidatableResponse raw(String user, String path, String body) {
        return Api.as(user).body(body.getBytes(UTF_8)).post(path).then();
    }

    @Test
    void of_several_problems_the_first_in_order_is_told() {
        long claim = aProposedClaim();
        String path = "/claims/" + claim + "/approval";
        String digest = digest(claim);
        move("edith", claim, "return", json("note", "Again.")).statusCode(201);
        move("edith", claim, "evidence", evidenceDraft("note", "Mine.")).statusCode(201);

        var everythingWrong = json("digest", 7, "unknown", true);
        problem(
                given().basePath("/api/v1")
                        .contentType("application/json")
                        .body(everythingWrong)
                        .post("/claims/987654321/approval")
                        .then(),
                401);
        problem(post("rosa", "/claims/987654321/approval", everythingWrong), 403)
                .body("role", equalTo("editor"));
        problem(post("nora", "/claims/987654321/approval", everythingWrong), 403)
                .body("role", equalTo("editor"));
        problem(post("edith", "/claims/987654321/approval", everythingWrong), 404);
        problem(post("edith", path, everythingWrong), 400)
                .body("violations.field", hasItem("digest"))
                .body("violations.field", hasItem("unknown"));
        problem(post("edith", path, json("digest", NO_DIGEST)), 412).body("current.stage", equalTo("returned"));
        problem(post("edith", path, json("digest", digest)), 409)
                .body("stage", equalTo("returned"))
                .body("moves", equalTo(List.of("propose", "drop")));
        move("rosa", claim, "verdict", verdictDraft()).statusCode(201);
        problem(approve("edith", claim), 403).body("rule", equalTo("four-eyes"));
        approve("emil", claim).statusCode(201);
    }

    @Test
    void a_malformed_edit_is_told_before_a_stale_one_and_a_stale_one_before_a_closed_stage() {
        long claim = aProposedClaim();
        problem(patch("rosa", "/claims/" + claim, "\"1\"", json("statement", "")), 400);
        problem(patch("rosa", "/claims/" + claim, "\"1\"", json("statement", "Other.")), 412);
        problem(patch("rosa", "/claims/" + claim, "\"3\"", json("statement", "Other.")), 409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /claims",
                "POST /claims",
                "GET /claims/1",
                "PATCH /claims/1",
                "GET /claims/1/history",
                "POST /claims/1/evidence",
                "POST /claims/1/evidence/1/removal",
                "POST /claims/1/verdict",
                "POST /claims/1/return",
                "POST /claims/1/approval",
                "POST /claims/1/publication",
                "POST /claims/1/withdrawal",
                "POST /claims/1/reopening",
                "POST /claims/1/drop",
                "POST /claims/1/restoration",
                "POST /articles",
                "GET /articles/1",
                "PATCH /articles/1",
                "GET /experts",
                "POST /experts",
                "GET /experts/1",
                "PATCH /experts/1",
                "GET /scales",
                "POST /scales"
            })
    void nobody_enters_without_a_token_or_without_a_role(String operation) {
        String[] call = operation.split(" ");
        for (String token : new String[] {null, "nonsense", Api.token("rosa") + "x"}) {
            var request = given().basePath("/api/v1")
                    .redirects()
                    .follow(false)
                    .contentType("application/json")
                    .body("{}");
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            problem(request.request(call[0], call[1]).then(), 401)
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .header("Location", nullValue());
        }
        problem(Api.as("nora").body("{}").request(call[0], call[1]).then(), 403).body("role", notNullValue());
    }

    @Test
    void the_desks_session_does_not_open_the_api() {
        Desk.as("rosa").get("/desk").then().statusCode(200);
        Desk.as("rosa").get("/api/v1/claims").then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        Desk.as("rosa")
                .contentType("application/json")
                .body(claimDraft())
                .post("/api/v1/claims")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rating\": 1, \"summary\": 2, \"rationale\": 3}",
                "{\"rating\": false, \"summary\": true, \"rationale\": 1.5}",
                "{\"rating\": null, \"summary\": [], \"rationale\": {}}",
                "{\"rating\": [\"true\"], \"summary\": {\"a\": 1}, \"rationale\": 1e400}"
            })
    void nothing_is_taken_for_a_text_but_a_text(String body) {
        problem(raw("rosa", "/claims/" + aClaimWithEvidence() + "/verdict", body), 400)
                .body("violations.field", hasItem("rating"))
                .body("violations.field", hasItem("summary"))
                .body("violations.field", hasItem("rationale"));
    }

    @Test
    void every_field_of_the_wrong_type_is_named_by_its_path() {
        String body = """
                {"statement": 1, "language": "en", "source": "x", "claimant": {"name": {}, "type": 0, "age": 7},
                 "quote": {"articleId": 1.5, "exact": 2, "start": "3"}, "wording": 1, "claimedOn": 20251015,
                 "topics": ["a", 2, null, ""], "reason": [], "stage": "published"}""";
        var answer = problem(raw("rosa", "/claims", body), 400);
        for (String field : List.of(
                "statement",
                "source",
                "claimant.name",
                "claimant.type",
                "claimant.age",
                "quote.articleId",
                "quote.exact",
                "quote.start",
                "wording",
                "claimedOn",
                "topics[1]",
                "reason",
                "stage")) {
            answer.body("violations.field", hasItem(field));
        }
    }

    @Test
    void an_enum_is_one_of_its_names_in_lower_case() {
        long claim = aLoggedClaim();
        for (Object wrong : new Object[] {"REFUTES", "Refutes", "", 1, 0, true, List.of("refutes"), json()}) {
            problem(move("rosa", claim, "evidence", evidenceDraft("stance", wrong)), 400)
                    .body("violations.field", hasItem("stance"));
        }
        problem(move("rosa", claim, "evidence", evidenceDraft("kind", "expert_statement")), 400)
                .body("violations[0].message", containsString("expert-statement"));
    }

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
        problem(raw("rosa", "/claims", body), 400).body("violations.size()", not(is(0)));
    }

    @Test
    void a_field_that_is_sent_twice_is_refused_wherever_it_stands() {
        problem(
                raw(
                        "rosa",
                        "/claims",
                        "{\"statement\": \"a\", \"language\": \"en\", \"source\": {\"url\": \"https://a.example.org\", \"url\": \"https://b.example.org\"}}"),
                400);
    }

    @Test
    void deep_nesting_and_huge_numbers_are_refused() {
        for (int depth : new int[] {900, 1000, 1001, 100_000}) {
            problem(raw("rosa", "/claims", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)), 400);
            problem(raw("rosa", "/claims", "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}"), 400);
        }
        for (String number :
                new String[] {"99999999999999999999", "1e999999999", "-1", "1.5", "9".repeat(5000), "2147483648"}) {
            String quote =
                    "{\"statement\": \"a\", \"language\": \"en\", \"quote\": {\"articleId\": %s, \"exact\": \"a\", \"start\": %s}}";
            problem(raw("rosa", "/claims", quote.formatted(number, number)), 400);
            problem(
                    raw(
                            "rosa",
                            "/claims/" + aLoggedClaim() + "/drop",
                            "{\"reason\": \"duplicate\", \"duplicateOf\": " + number + "}"),
                    400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800",
                "\\udc00",
                "a\\ud83d",
                "\\udc00\\ud800",
                "\\u0000",
                "a\\u0001b",
                "\\u0008",
                "\\u000b",
                "\\u000c",
                "\\u001b[31m",
                "\\u001f",
                "\\u001c",
                "\\u007f",
                "\\u0085",
                "\\u009f"
            })
    void lone_surrogates_and_control_characters_are_refused_everywhere(String escape) {
        long claim = aClaimWithEvidence();
        String source = "\"source\": {\"title\": \"t\"}";
        problem(
                        raw(
                                "rosa",
                                "/claims",
                                "{\"language\": \"en\", \"source\": {\"url\": \"https://a.example.org\"}, \"statement\": \""
                                        + escape + "\"}"),
                        400)
                .body("violations.field", hasItem("statement"));
        problem(
                        raw(
                                "rosa",
                                "/claims",
                                "{\"language\": \"en\", \"source\": {\"url\": \"https://a.example.org\"}, \"statement\": \"s\", \"reason\": \""
                                        + escape + "\"}"),
                        400)
                .body("violations.field", hasItem("reason"));
        problem(
                        raw(
                                "rosa",
                                "/claims",
                                "{\"language\": \"en\", \"source\": {\"url\": \"https://a.example.org/" + escape
                                        + "\"}, \"statement\": \"s\"}"),
                        400)
                .body("violations.field", hasItem("source.url"));
        problem(
                        raw(
                                "rosa",
                                "/claims/" + claim + "/evidence",
                                "{\"stance\": \"refutes\", \"kind\": \"data\", \"note\": \"n\", \"origin\": \"" + escape
                                        + "\", " + source + "}"),
                        400)
                .body("violations.field", hasItem("origin"));
        problem(raw("rosa", "/experts", "{\"name\": \"n\", \"interests\": \"" + escape + "\"}"), 400)
                .body("violations.field", hasItem("interests"));
        problem(
                        raw(
                                "rosa",
                                "/claims/" + claim + "/verdict",
                                "{\"rating\": \"" + escape + "\", \"summary\": \"s\", \"rationale\": \"r\"}"),
                        400)
                .body("violations.field", hasItem("rating"));
        problem(
                        raw(
                                "rosa",
                                "/articles",
                                "{\"url\": \"https://a.example.org\", \"title\": \"t\", \"text\": \"t\", \"language\": \"en"
                                        + escape + "\"}"),
                        400)
                .body("violations.field", hasItem("language"));
    }

    @Test
    void a_text_of_nothing_but_space_is_bounded_too() {
        String space = " ".repeat(2001);
        problem(post("rosa", "/claims", claimDraft("reason", space)), 400)
                .body("violations[0].field", equalTo("reason"));
        problem(move("rosa", aLoggedClaim(), "evidence", evidenceDraft("quote", space)), 400)
                .body("violations[0].field", equalTo("quote"));
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
            var answer = send("/api/v1/claims", type, HttpRequest.BodyPublishers.ofString("{}"));
            assertEquals(415, answer.statusCode());
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(PROBLEM));
            assertTrue(answer.body().contains("Please send the body as application/json."), answer.body());
        }
        assertTrue(send("/api/v1/claims", "nonsense", HttpRequest.BodyPublishers.ofString("{}"))
                        .statusCode()
                < 500);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /claims/1, 'GET, HEAD, PATCH'",
        "PUT, /claims, 'GET, HEAD, POST'",
        "POST, /claims/1/history, 'GET, HEAD'",
        "GET, /claims/1/verdict, POST",
        "GET, /claims/1/evidence, POST",
        "PATCH, /claims/1/evidence/1/removal, POST",
        "GET, /claims/1/publication, POST",
        "DELETE, /articles, POST"
    })
    void another_method_is_refused_with_those_that_the_address_takes(String method, String path, String taken) {
        problem(Api.as("rosa").request(method, path).then(), 405)
                .header("Allow", equalTo(taken))
                .body("detail", equalTo("This address does not take that kind of request."));
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
            var answer = send(path, type, publisher);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/claims/%",
                "/api/v1/claims/%zz",
                "/api/v1/claims/%00",
                "/api/v1/claims/%ff",
                "/api/v1/claims/1%2F2",
                "/api/v1/claims/abc",
                "/api/v1/claims/1.5",
                "/api/v1/claims/-1",
                "/api/v1/claims/99999999999999999999",
                "/api/v1/claims/0",
                "/api/v1/nothing",
                "/api/v1/claims/1/nothing",
                "/api/v1/articles/x",
                "/api/v1/experts/%F0%9F",
                "/api/v1/claims/../../x",
                "/api/v1/claims/1/history/%0a"
            })
    void an_address_that_names_nothing_is_no_fault_of_ours(String path) throws IOException {
        int status = statusOf(path);
        assertTrue(status == 400 || status == 404, path + ": " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic", "claimant", "publisher", "q", "stage", "after", "limit"})
    void no_query_is_a_fault_of_ours(String name) throws IOException {
        for (String value : new String[] {
            "%00",
            "a%00b",
            "%ff",
            "%",
            "%zz",
            "%F0%9F",
            "%ED%A0%80",
            "%01",
            "%0d%0aX:%20y",
            "x".repeat(3000),
            "%27%3B--",
            "%5C",
            "!",
            "%25",
            "_",
            "{person}",
            "%F0%9F%98%80",
            "a&" + name + "=b",
            "+",
            ""
        }) {
            int status = statusOf("/api/v1/claims?" + name + "=" + value);
            assertTrue(status < 500, value + ": " + status);
        }
    }

    @Test
    void what_no_text_may_hold_is_not_looked_for() {
        for (String filter : new String[] {"topic", "claimant", "publisher", "q"}) {
            problem(
                            given().urlEncodingEnabled(false)
                                    .auth()
                                    .oauth2(Api.token("rosa"))
                                    .get("/api/v1/claims?" + filter + "=a%00b")
                                    .then(),
                            400)
                    .body("violations[0].field", equalTo(filter));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "ftp://example.org/x",
                "file:///etc/passwd",
                "vbscript:x",
                "//example.org/x",
                "example.org",
                "/x",
                "http://",
                "https:///x",
                "http:example.org",
                "mailto:a@example.org",
                "https://user:secret@example.org/",
                "blob:https://example.org/x",
                "https://",
                "x",
                " "
            })
    void only_addresses_on_the_web_are_taken_wherever_one_is(String url) {
        long article = anArticle();
        long claim = aLoggedClaim();
        problem(post("rosa", "/articles", articleDraft("url", url)), 400).body("violations[0].field", equalTo("url"));
        problem(patch("rosa", "/articles/" + article, "\"1\"", json("url", url)), 400)
                .body("violations[0].field", equalTo("url"));
        problem(post("rosa", "/claims", claimDraft("source", json("url", url))), 400)
                .body("violations[0].field", equalTo("source.url"));
        problem(post("rosa", "/claims", claimDraft("claimant", json("name", "Jo", "sameAs", url))), 400)
                .body("violations[0].field", equalTo("claimant.sameAs"));
        problem(patch("rosa", "/claims/" + claim, "\"1\"", json("source", json("url", url))), 400)
                .body("violations[0].field", equalTo("source.url"));
        problem(move("rosa", claim, "evidence", evidenceDraft("source", json("title", "t", "url", url))), 400)
                .body("violations[0].field", equalTo("source.url"));
        problem(move("rosa", claim, "evidence", evidenceDraft("source", json("title", "t", "archivedUrl", url))), 400)
                .body("violations[0].field", equalTo("source.archivedUrl"));
        problem(move("rosa", claim, "evidence", evidenceDraft("expert", json("name", "Jo", "url", url))), 400)
                .body("violations[0].field", equalTo("expert.url"));
        problem(post("rosa", "/experts", json("name", "Jo", "url", url)), 400)
                .body("violations[0].field", equalTo("url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/ä/日本?q=ü#é", "https://münchen.example/", "http://[::1]:8080/x",
                        "http://127.0.0.1/",
                "https://example.org/a b", "https://example.org/a%zz", "https://example.org/<script>",
                        "HTTPS://EXAMPLE.ORG/",
                "https://example.org/?a={person}&b=[1]|", "https://example.org/%00", "https://my_site-.example.org/a",
                        "https://💩.example/"
            })
    void addresses_are_kept_as_they_were_pasted(String url) {
        post("rosa", "/claims", claimDraft("source", json("url", url)))
                .statusCode(201)
                .body("source.url", equalTo(url));
        long claim = aLoggedClaim();
        move("rosa", claim, "evidence", evidenceDraft("source", json("title", "t", "url", url, "archivedUrl", url)))
                .statusCode(201)
                .body("evidence[0].source.url", equalTo(url));
        move("rosa", claim, "verdict", verdictDraft()).statusCode(201);
    }

    static List<String> naughty() {
        return List.of(
                "\u202eright to left\u202c",
                "\u200f\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
                "\u05e9\u05dc\u05d5\u05dd",
                "zero\u200bwidth\u200d\u200c",
                "\ufeffmark",
                "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪",
                "Z\u0351\u036b\u0343a\u0335\u0321l\u0335go\u0322\u0315",
                "e\u0301 and é",
                "𝒳𝓎 \ud834\udd1e",
                "<script>alert(1)</script>",
                "</script><!--",
                "<img src=x onerror=alert(1)>",
                "\"'><b>",
                "&lt;b&gt; &amp; &#0;",
                "'; DROP TABLE claim; --",
                "' OR '1'='1",
                "{person}",
                "{#if true}x{/if}",
                "{cdi:session.person.name}",
                "${7*7} #{7*7} {{7*7}}",
                "%s %n %d %%",
                "\\ \\\\ \\n \\u0000",
                "../../../etc/passwd",
                "${jndi:ldap://x}",
                "`id` $(id)",
                "NULL null undefined NaN",
                "\u2028line\u2029paragraph",
                "\u00a0 \u3000 \u180e wide",
                "ﷺ ﷽",
                "\u0130I\u0131i ß ẞ ﬁ",
                "日本語 한국어 ไทย हिन्दी",
                "\ufffe\uffff\ufdd0",
                "\ue000\udbff\udffd",
                "  leading and trailing \t\n ",
                "=cmd|' /C calc'!A0",
                "1;0,00 ١٢٣ Ⅷ",
                "marked\u061c\u2066\u2067\u2068\u2069",
                "(╯°□°）╯︵ ┻━┻",
                "-",
                "*bold* [x](javascript:alert(1))");
    }

    @ParameterizedTest
    @MethodSource("naughty")
    void any_other_text_is_accepted_and_given_back_to_the_letter(String text) {
        long claim = id(post(
                        "rosa",
                        "/claims",
                        claimDraft(
                                "statement",
                                text,
                                "claimant",
                                json("name", text, "position", text),
                                "topics",
                                List.of(text),
                                "reason",
                                text))
                .statusCode(201));
        move(
                        "rosa",
                        claim,
                        "evidence",
                        evidenceDraft(
                                "kind",
                                "expert-statement",
                                "note",
                                text,
                                "quote",
                                text,
                                "origin",
                                text,
                                "expert",
                                json("name", text, "interests", text),
                                "source",
                                json("title", text, "publisher", text)))
                .statusCode(201);
        move("rosa", claim, "verdict", verdictDraft("summary", text, "rationale", text, "singleSourceReason", text))
                .statusCode(201);
        get("rosa", "/claims/" + claim)
                .statusCode(200)
                .body("statement", equalTo(text))
                .body("claimant.name", equalTo(text))
                .body("claimant.position", equalTo(text))
                .body("topics", equalTo(List.of(text)))
                .body("reason", equalTo(text))
                .body("evidence[0].note", equalTo(text))
                .body("evidence[0].quote", equalTo(text))
                .body("evidence[0].origin", equalTo(text))
                .body("evidence[0].expert.name", equalTo(text))
                .body("evidence[0].source.title", equalTo(text))
                .body("verdict.summary", equalTo(text))
                .body("verdict.rationale", equalTo(text));
        move("emil", claim, "return", json("note", text)).statusCode(201);
        get("rosa", "/claims/" + claim + "/history").body("items[3].note", equalTo(text));
        Desk.as("rosa").get("/desk/claims/" + claim).then().statusCode(200);
        move("rosa", claim, "verdict", verdictDraft("summary", text)).statusCode(201);
        approve("emil", claim).statusCode(201);
        String page = move("emil", claim, "publication", json())
                .statusCode(201)
                .extract()
                .path("publication.url");
        given().get(page).then().statusCode(200);
    }
}
