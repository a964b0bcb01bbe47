package org.assay.web;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.aProposedClaim;
import static org.assay.support.Newsdesk.approve;
import static org.assay.support.Newsdesk.digest;
import static org.assay.support.Newsdesk.evidenceDraft;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.patch;
import static org.assay.support.Newsdesk.post;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every problem is told with a sentence, the first in order alone. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ErrorsTest {

    private static final String NO_DIGEST = "0".repeat(64);

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
        int status = Raw.statusOf(path);
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
            int status = Raw.statusOf("/api/v1/claims?" + name + "=" + value);
            assertTrue(status < 500, value + ": " + status);
        }
    }
}
