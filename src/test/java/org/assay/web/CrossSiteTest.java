package org.assay.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

/** Whoever posts from another site is refused. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class CrossSiteTest {

    @Test
    void what_another_site_sends_is_refused() {
        long claim = Given.aProposedClaim();
        String page = "/desk/claims/" + claim + "/return";
        var session = Desk.session("emil");
        for (String site : new String[] {"cross-site", "same-site", "none", ""}) {
            Shown.of(given().cookies(session)
                            .contentType(ContentType.URLENC.withCharset("UTF-8"))
                            .header("Sec-Fetch-Site", site)
                            .header("Origin", "http://localhost:" + RestAssured.port)
                            .formParam("note", "x")
                            .post(page))
                    .with(403)
                    .says("This form was sent from another site");
        }
        RequestSpecification[] requests = {
            given(),
            given().header("Origin", "https://evil.example.org"),
            given().header("Origin", "null"),
            given().header("Origin", "http://localhost:1"),
            given().header("Origin", "not an origin")
        };
        for (var request : requests) {
            Shown.of(request.cookies(session)
                            .contentType(ContentType.URLENC.withCharset("UTF-8"))
                            .formParam("note", "x")
                            .post(page))
                    .with(403);
        }
        assertEquals("proposed", Given.stage(claim));
        given().cookies(session)
                .redirects()
                .follow(false)
                .header("Origin", "http://localhost:" + RestAssured.port)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("note", "Please add more.")
                .post(page)
                .then()
                .statusCode(303);
    }
}
