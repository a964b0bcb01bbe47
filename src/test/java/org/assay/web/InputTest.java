package org.assay.web;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.aClaimWithEvidence;
import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.approve;
import static org.assay.support.Newsdesk.claimDraft;
import static org.assay.support.Newsdesk.evidenceDraft;
import static org.assay.support.Newsdesk.get;
import static org.assay.support.Newsdesk.id;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.post;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent is refused with every fault named, or kept to the letter. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class InputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rating\": 1, \"summary\": 2, \"rationale\": 3}",
                "{\"rating\": false, \"summary\": true, \"rationale\": 1.5}",
                "{\"rating\": null, \"summary\": [], \"rationale\": {}}",
                "{\"rating\": [\"true\"], \"summary\": {\"a\": 1}, \"rationale\": 1e400}"
            })
    void nothing_is_taken_for_a_text_but_a_text(String body) {
        problem(Raw.json("rosa", "/claims/" + aClaimWithEvidence() + "/verdict", body), 400)
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
        var answer = problem(Raw.json("rosa", "/claims", body), 400);
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
                        Raw.json(
                                "rosa",
                                "/claims",
                                "{\"language\": \"en\", \"source\": {\"url\": \"https://a.example.org\"}, \"statement\": \""
                                        + escape + "\"}"),
                        400)
                .body("violations.field", hasItem("statement"));
        problem(
                        Raw.json(
                                "rosa",
                                "/claims",
                                "{\"language\": \"en\", \"source\": {\"url\": \"https://a.example.org\"}, \"statement\": \"s\", \"reason\": \""
                                        + escape + "\"}"),
                        400)
                .body("violations.field", hasItem("reason"));
        problem(
                        Raw.json(
                                "rosa",
                                "/claims",
                                "{\"language\": \"en\", \"source\": {\"url\": \"https://a.example.org/" + escape
                                        + "\"}, \"statement\": \"s\"}"),
                        400)
                .body("violations.field", hasItem("source.url"));
        problem(
                        Raw.json(
                                "rosa",
                                "/claims/" + claim + "/evidence",
                                "{\"stance\": \"refutes\", \"kind\": \"data\", \"note\": \"n\", \"origin\": \"" + escape
                                        + "\", " + source + "}"),
                        400)
                .body("violations.field", hasItem("origin"));
        problem(Raw.json("rosa", "/experts", "{\"name\": \"n\", \"interests\": \"" + escape + "\"}"), 400)
                .body("violations.field", hasItem("interests"));
        problem(
                        Raw.json(
                                "rosa",
                                "/claims/" + claim + "/verdict",
                                "{\"rating\": \"" + escape + "\", \"summary\": \"s\", \"rationale\": \"r\"}"),
                        400)
                .body("violations.field", hasItem("rating"));
        problem(
                        Raw.json(
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
