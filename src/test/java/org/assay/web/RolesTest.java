package org.assay.web;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.claimDraft;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RolesTest {

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
        for (String token : new String[] {null, "nonsense", "eyJhbGciOiJub25lIn0.e30.", Api.token("rosa") + "x"}) {
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

    @Test
    void a_token_does_not_open_the_desk() {
        given().redirects()
                .follow(false)
                .auth()
                .oauth2(Api.token("rosa"))
                .get("/desk")
                .then()
                .statusCode(302);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /claims, reviewer",
        "PATCH, /claims/1, reviewer",
        "POST, /claims/1/evidence, reviewer",
        "POST, /claims/1/evidence/1/removal, reviewer",
        "POST, /claims/1/verdict, reviewer",
        "POST, /claims/1/return, editor",
        "POST, /claims/1/approval, editor",
        "POST, /claims/1/publication, editor",
        "POST, /claims/1/withdrawal, editor",
        "POST, /claims/1/reopening, editor",
        "POST, /claims/1/drop, reviewer",
        "POST, /claims/1/restoration, reviewer",
        "POST, /articles, reviewer",
        "PATCH, /articles/1, reviewer",
        "POST, /experts, reviewer",
        "PATCH, /experts/1, reviewer"
    })
    void an_admin_changes_nothing_but_the_scale(String method, String path, String needed) {
        problem(Api.as("ada").body("{}").request(method, path).then(), 403)
                .body("role", equalTo(needed))
                .body("detail", equalTo("This takes the role " + needed + "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/claims", "/claims/0", "/claims/0/history", "/articles/0", "/experts", "/experts/0", "/scales"})
    void an_admin_reads_everything(String path) {
        Api.as("ada").get(path).then().statusCode(path.contains("0") ? 404 : 200);
    }

    @ParameterizedTest
    @CsvSource({
        "ada, reviewers and editors, /desk/claims",
        "ada, reviewers and editors, /desk/claims/new",
        "ada, reviewers and editors, /desk/claims/1",
        "ada, reviewers and editors, /desk/claims/1/edit",
        "ada, reviewers and editors, /desk/claims/1/evidence",
        "ada, reviewers and editors, /desk/claims/1/evidence/1/removal",
        "ada, reviewers and editors, /desk/claims/1/verdict",
        "ada, reviewers and editors, /desk/claims/1/drop",
        "ada, reviewers and editors, /desk/claims/1/restoration",
        "ada, reviewers and editors, /desk/articles",
        "ada, reviewers and editors, /desk/articles/1",
        "ada, reviewers and editors, /desk/experts",
        "ada, reviewers and editors, /desk/experts/1",
        "rosa, editors, /desk/claims/1/return",
        "rosa, editors, /desk/claims/1/approval",
        "rosa, editors, /desk/claims/1/publication",
        "rosa, editors, /desk/claims/1/withdrawal",
        "rosa, editors, /desk/claims/1/reopening",
        "edith, admins, /desk/audit",
        "edith, admins, /desk/scales/new"
    })
    void a_page_says_whom_it_is_for(String user, String people, String page) {
        Shown.of(Desk.as(user).get(page)).with(403).says("Only " + people + " can open this page.");
        Shown.of(Desk.as("nora").get(page)).with(403).says("You have no role here yet");
    }

    @ParameterizedTest
    @CsvSource({
        "ada, /desk/claims",
        "ada, /desk/claims/1",
        "ada, /desk/claims/1/evidence",
        "ada, /desk/claims/1/evidence/1/removal",
        "ada, /desk/claims/1/verdict",
        "ada, /desk/claims/1/verdict/preview",
        "ada, /desk/claims/1/verdict/preview/fragment",
        "ada, /desk/claims/1/drop",
        "ada, /desk/claims/1/restoration",
        "ada, /desk/articles",
        "ada, /desk/articles/1",
        "ada, /desk/experts",
        "ada, /desk/experts/1",
        "rosa, /desk/claims/1/return",
        "rosa, /desk/claims/1/approval",
        "rosa, /desk/claims/1/publication",
        "rosa, /desk/claims/1/withdrawal",
        "rosa, /desk/claims/1/reopening",
        "edith, /desk/scales"
    })
    void a_form_is_taken_from_nobody_without_its_role(String user, String page) {
        Shown.of(Desk.form(user).formParam("reason", "Mine.").post(page))
                .with(403)
                .says("can open this page.");
    }
}
