package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PublishedExpertsTest {

    private final String name = "Ada Expert %d".formatted(System.nanoTime());
    private final String address = address(name);

    @Test
    void an_expert_shows_what_they_said_and_what_readers_should_know_of_them() {
        long claim = citing(name);
        var page = Shown.of(given().get(address))
                .with(200)
                .says("Expert " + name)
                .says("Vice-president")
                .says("Declared interests Advised a ministry.")
                .says("Expert statement: refutes the claim")
                .says("is not credible")
                .says("It sets the rates.")
                .has("ul.checks a[href='" + Given.page(claim) + "']")
                .hasNo("script");
        assertEquals(1, page.page().select(".piece").size());
        Shown.of(given().get(Given.page(claim))).has(".more a[href='" + address + "']");
    }

    @Test
    void what_the_desk_knows_since_is_not_shown_before_it_is_published() {
        long claim = citing(name);
        int expert = Given.claim(claim).extract().path("evidence[0].expert.id");
        String before = given().get(address).asString();
        String renamed = "Ada Married %d".formatted(System.nanoTime());
        int version = Api.as("rosa").get("/experts/" + expert).path("version");
        Api.as("rosa")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("name", renamed, "interests", "Owns a mine."))
                .patch("/experts/" + expert)
                .then()
                .statusCode(200);
        assertEquals(before, given().get(address).asString());
        given().get(address(renamed)).then().statusCode(404);

        Given.anotherVersion(claim, "update", "What the expert owns.");
        TopicsTest.moved(address, address(renamed));
        Shown.of(given().get(address(renamed)))
                .with(200)
                .says("Expert " + renamed)
                .says("Owns a mine.")
                .saysNothingOf(name);
        Given.make("emil", claim, "withdrawal", Map.of("reason", "It was forged."));
        TopicsTest.moved(address, address(renamed));
        Shown.of(given().get(address(renamed))).with(410).saysNothingOf(renamed).saysNothingOf("mine");
    }

    private static long citing(String expert) {
        long claim = Given.aLoggedClaim();
        Given.make("rosa", claim, "evidence", Given.anExpertStatement(expert));
        Given.make("rosa", claim, "evidence", Given.aDocument());
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        Given.make("emil", claim, "approval", Map.of("digest", Given.digest(claim)));
        Given.make("emil", claim, "publication", Map.of());
        return claim;
    }

    private static String address(String name) {
        return "/experts/" + name.toLowerCase().replace(' ', '-');
    }
}
