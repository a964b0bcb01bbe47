package org.assay.publication;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PublishersTest {

    @Test
    void a_publisher_shows_the_checks_of_claims_in_its_articles() {
        long claim = Given.aPublishedClaim("What the Courier printed %d.".formatted(System.nanoTime()));
        Shown.of(given().get("/publishers/courier"))
                .with(200)
                .says("Publisher Courier")
                .says("What the Courier printed")
                .has("ul.checks a[href='" + Given.page(claim) + "']")
                .hasNo("script");
        Shown.of(given().get(Given.page(claim))).has(".more a[href='/publishers/courier']");
        TopicsTest.moved("/publishers/Courier", "/publishers/courier");
        given().get("/publishers/nobody").then().statusCode(404);
    }
}
