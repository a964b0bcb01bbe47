package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class HomeTest {

    @Test
    void what_was_published_last_stands_first_until_it_is_withdrawn() {
        long first = Given.aPublishedClaim("The levy rose first %d.".formatted(System.nanoTime()));
        long second = Given.aPublishedClaim("The <b>levy</b> rose again %d.".formatted(System.nanoTime()));
        var home = Shown.of(given().get("/"))
                .with(200)
                .says("The <b>levy</b> rose again")
                .says("Mostly false")
                .hasNo("script");
        assertEquals(Given.page(second), home.page().select(".lead h2 a").attr("href"));
        Given.anotherVersion(first, "update", "New figures.");
        assertEquals(
                Given.page(first),
                Shown.of(given().get("/")).page().select(".lead h2 a").attr("href"));
        Given.make("emil", first, "withdrawal", Map.of("reason", "It was forged."));
        Shown.of(given().get("/")).hasNo("a[href='" + Given.page(first) + "']");
    }

    @Test
    void whoever_has_the_page_is_told_that_it_is_unchanged() {
        var home = given().get("/");
        home.then().statusCode(200).header("Cache-Control", containsString("public"));
        given().header("If-None-Match", home.header("ETag")).get("/").then().statusCode(304);
        Given.aPublishedClaim();
        given().header("If-None-Match", home.header("ETag")).get("/").then().statusCode(200);
    }
}
