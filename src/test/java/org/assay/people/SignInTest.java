package org.assay.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SignInTest {

    @Test
    void whoever_is_not_signed_in_is_led_to_the_provider() {
        given().redirects()
                .follow(false)
                .get("/desk/sign-in")
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize?"))
                .header("Location", containsString("redirect_uri="));
    }

    @Test
    void whoever_is_signed_in_is_led_to_the_desk_whatever_their_role() {
        for (String user : new String[] {"rosa", "nora"}) {
            Desk.as(user)
                    .get("/desk/sign-in")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/desk"))
                    .header("Location", not(containsString("/authorize")));
        }
    }
}
