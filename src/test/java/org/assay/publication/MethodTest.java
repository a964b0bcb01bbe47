package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.claim.Move;
import org.assay.claim.Stage;
import org.assay.newsroom.Newsroom;
import org.assay.rating.Rating;
import org.assay.rating.RatingScale;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class MethodTest {

    @Inject
    Newsroom newsroom;

    @Test
    void it_shows_the_table_of_moves_that_the_code_goes_by() {
        var rows = Shown.of(given().get("/method")).with(200).page().select("section:has(#moves) tbody tr").stream()
                .map(row -> String.join(" | ", row.children().eachText()))
                .toList();
        assertEquals(Arrays.stream(Move.values()).map(MethodTest::row).toList(), rows);
    }

    private static String row(Move move) {
        String from = move.from().isEmpty()
                ? "–"
                : Arrays.stream(Stage.values())
                        .filter(move.from()::contains)
                        .map(Stage::toString)
                        .collect(Collectors.joining(", "));
        return String.join(
                " | ", move.label(), move.role().toString(), from, move.to().toString(), move.needs());
    }

    @Test
    void it_shows_the_scale_in_force_and_the_ones_before_it() {
        var labels = new ArrayList<>(RatingScale.current().labels());
        var plain = labels.getFirst();
        String reworded = "It is plainly not so %d.".formatted(System.nanoTime());
        labels.set(0, new Rating(plain.key(), plain.name(), reworded, plain.number()));
        Api.as("ada").body(Map.of("labels", labels)).post("/scales").then().statusCode(201);
        var ratings = Shown.of(given().get("/method")).with(200).page().select("section:has(#ratings)");
        var inForce = ratings.select("dl.ratings").first();
        assertEquals(
                labels.stream().map(Rating::name).toList(), inForce.select("dt").eachText());
        assertEquals(
                labels.stream().map(Rating::definition).toList(),
                inForce.select("dd").eachText());
        assertEquals(1, inForce.select(".hallmark.level0 .word:contains(False)").size());
        assertEquals(2, inForce.select(".hallmark.level-1").size());
        var before = ratings.select("details").last();
        assertTrue(before.select("summary").text().startsWith("Version 1, in force from "));
        assertEquals(
                "The evidence shows that the claim is not so.",
                before.select("dd").first().text());
    }

    @Test
    void it_says_how_a_digest_is_verified() {
        Shown.of(given().get("/method"))
                .says("curl -s -H 'Accept: application/json' " + newsroom.url() + "/checks/the-check | sha256sum")
                .hasNo("script");
    }
}
