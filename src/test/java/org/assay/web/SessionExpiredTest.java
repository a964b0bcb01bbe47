package org.assay.web;

import static io.restassured.RestAssured.given;
import static org.assay.support.Shown.HOSTILE;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

/** A session whose time is over, though its cookie is whole. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@TestProfile(SessionExpiredTest.SoonOver.class)
class SessionExpiredTest {

    public static class SoonOver implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.devservices.id-token-expires-in", "4S");
        }
    }

    private static RequestSpecification by(Map<String, String> session) {
        return given().cookies(session).redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    /** Asks for the desk until it sends the person away to sign in. */
    private static void awaitEnd(Map<String, String> session) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (by(session).get("/desk").statusCode() == 200) {
            assertTrue(Instant.now().isBefore(end), "the session does not end");
        }
    }

    @Test
    void a_form_that_is_sent_after_the_session_ran_out_comes_back_whole() {
        Desk.as("rosa").get("/desk"); // the first sign-in and the first page take their time
        var session = Desk.session("emil");
        assertEquals(200, by(session).get("/desk").statusCode());
        awaitEnd(session);
        given().cookies(session)
                .redirects()
                .follow(false)
                .get("/desk/claims")
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize?"));
        long claim = Given.aProposedClaim();
        String page = "/desk/claims/" + claim + "/return";
        var typed = Map.of("note", HOSTILE);
        var ended = Shown.of(by(session)
                        .contentType(ContentType.URLENC.withCharset("UTF-8"))
                        .formParams(typed)
                        .post(page))
                .with(401)
                .keeps(typed)
                .says("Your session has ended")
                .has("a[href='/desk/sign-in'][target=_blank]");
        Desk.form("edith")
                .formParam("note", ended.field("note"))
                .post(page)
                .then()
                .statusCode(303);
        Given.claim(claim).body("stage", equalTo("returned"));
    }
}
