package org.assay.web;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.claimDraft;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
