package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimantsTest {

    private final String name = "Jo Doe %d".formatted(System.nanoTime());
    private final String address = "/claimants/" + name.toLowerCase().replace(' ', '-');
    private final String biography = "https://biography.example.org/" + System.nanoTime();

    @Test
    void the_spread_of_ratings_is_drawn_and_told_in_the_same_figures() {
        said(Map.of("name", name));
        said(Map.of("name", name), "true");
        said(Map.of("name", name), "unproven");
        long corrected = said(Map.of("name", name), "true");
        Given.anotherVersion(corrected, "correction", "It is not.");
        var page = Shown.of(given().get(address)).with(200).says("4 claims checked");
        assertEquals(
                "How 4 checks were rated: Mostly false 2, True 1, Unproven 1.",
                page.page().select("svg[role=img]").attr("aria-label"));
        assertEquals(
                List.of("0.00", "50.00", "75.00"),
                page.page().select(".bar-chart rect").eachAttr("x"));
        assertEquals(
                List.of("50.00", "25.00", "25.00"),
                page.page().select(".bar-chart rect").eachAttr("width"));
        assertEquals(
                List.of("Mostly false 2", "True 1", "Unproven 1"),
                page.page().select(".spread tbody tr").eachText());
        page.hasNo("[style]").has(".spread caption");
        Given.make("emil", corrected, "withdrawal", Map.of("reason", "It was forged."));
        Shown.of(given().get(address))
                .has("svg[aria-label='How 3 checks were rated: Mostly false 1, True 1, Unproven 1.']");
    }

    @Test
    void a_page_that_identifies_them_tells_two_of_one_name_apart() {
        long first = said(Map.of("name", name, "position", "Mayor", "sameAs", biography));
        long second = said(Map.of("name", name, "position", "Fisherman"));
        var mayor = Shown.of(given().get(address))
                .with(200)
                .says("One claim checked")
                .says("Mayor");
        assertEquals(
                List.of(Given.page(first)),
                mayor.page().select("ul.checks h2 a").eachAttr("href"));
        assertEquals(
                name + ", Fisherman",
                mayor.page().select(".notice a[href='%s-2']".formatted(address)).text());
        var fisherman = Shown.of(given().get(address + "-2")).with(200).says("Fisherman");
        assertEquals(
                List.of(Given.page(second)),
                fisherman.page().select("ul.checks h2 a").eachAttr("href"));
    }

    @Test
    void who_takes_another_name_keeps_the_page_and_the_address_before_leads_to_it() {
        String renamed = "Jo Smith %d".formatted(System.nanoTime());
        String now = "/claimants/" + renamed.toLowerCase().replace(' ', '-');
        said(Map.of("name", name, "sameAs", biography));
        said(Map.of("name", renamed, "sameAs", biography));
        TopicsTest.moved(address, now);
        TopicsTest.moved(address.toUpperCase().replace("CLAIMANTS", "claimants") + "/", now);
        assertEquals(
                2,
                Shown.of(given().get(now))
                        .with(200)
                        .page()
                        .select("ul.checks h2")
                        .size());
        said(Map.of("name", name, "sameAs", biography));
        TopicsTest.moved(now, address);
        said(Map.of("name", renamed));
        TopicsTest.moved(now, address);
        Shown.of(given().get(now + "-2")).with(200).says("One claim checked");
    }

    @Test
    void somebody_who_gets_an_identifying_page_in_the_next_version_stays_where_they_were() {
        long claim = said(Map.of("name", name));
        Given.make("emil", claim, "reopening", Map.of("reason", "A link."));
        Api.as("rosa")
                .header("If-Match", "\"" + Given.version(claim) + "\"")
                .body(Map.of("claimant", Map.of("name", name, "sameAs", biography)))
                .patch("/claims/" + claim)
                .then()
                .statusCode(200);
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        Given.make("emil", claim, "approval", Map.of("digest", Given.digest(claim)));
        Given.make("emil", claim, "publication", Map.of("change", "update", "note", "Who it was."));
        Shown.of(given().get(address)).with(200).has("a[href='" + Given.page(claim) + "']");
        said(Map.of("name", "Another name", "sameAs", biography));
        assertEquals(301, given().redirects().follow(false).get(address).statusCode());
    }

    private static long said(Map<String, String> claimant) {
        return said(claimant, "mostly-false");
    }

    private static long said(Map<String, String> claimant, String rating) {
        long claim = Given.aLoggedClaim();
        Api.as("rosa")
                .header("If-Match", "\"1\"")
                .body(Map.of("claimant", claimant))
                .patch("/claims/" + claim)
                .then()
                .statusCode(200);
        Given.make("rosa", claim, "evidence", Given.aDocument());
        var verdict = new HashMap<>(Given.aVerdict());
        verdict.put("rating", rating);
        Given.make("rosa", claim, "verdict", verdict);
        Given.make("emil", claim, "approval", Map.of("digest", Given.digest(claim)));
        Given.make("emil", claim, "publication", Map.of());
        return claim;
    }
}
