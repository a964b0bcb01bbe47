package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.assay.newsroom.Newsroom;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RobotsTest {

    @Inject
    Newsroom newsroom;

    @Test
    void robots_are_led_to_it_and_away_from_the_desk() {
        var lines = given().get("/robots.txt")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString()
                .lines()
                .toList();
        assertTrue(lines.containsAll(List.of(
                "User-agent: *", "Disallow: /desk", "Disallow: /api/", "Sitemap: " + newsroom.url() + "/sitemap.xml")));
    }
}
