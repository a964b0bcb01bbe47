package org.assay.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SignOutTest {

    @Test
    void the_session_ends_here_and_at_the_provider() {
        var left = Desk.as("edith").get("/desk/sign-out");
        assertEquals(302, left.statusCode(), left::asString);
        assertTrue(left.header("Location").contains("logout"), left.header("Location"));
        assertTrue(left.header("Location").contains("post_logout_redirect_uri="), left.header("Location"));
        for (String session : Desk.session("edith").keySet()) {
            var cookie = left.detailedCookie(session);
            assertEquals("", cookie.getValue(), session);
            assertEquals(0, cookie.getMaxAge(), session);
            assertEquals("/desk", cookie.getPath(), session);
        }
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_the_provider() {
        given().redirects()
                .follow(false)
                .get("/desk/sign-out")
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize?"));
    }
}
