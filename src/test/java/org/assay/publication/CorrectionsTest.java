package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class CorrectionsTest {

    @Test
    void a_correction_says_what_changed_and_leads_to_both_versions() {
        long claim = Given.aPublishedClaim("A <b>levy</b> %d.".formatted(System.nanoTime()));
        String path = Given.page(claim);
        Given.anotherVersion(claim, "correction", "The <b>date</b> was wrong.");
        var told = latest();
        assertEquals("The <b>date</b> was wrong.", told.select("p.text").text());
        assertEquals(List.of(path, path, path + "/versions/1"), told.select("a").eachAttr("href"));
        Given.anotherVersion(claim, "update", "New figures.");
        assertEquals("The <b>date</b> was wrong.", latest().select("p.text").text());
        assertEquals(
                List.of(path, path + "/versions/2", path + "/versions/1"),
                latest().select("a").eachAttr("href"));
        Shown.of(given().get("/")).has("[aria-labelledby=corrected] a[href='" + path + "']");
    }

    @Test
    void a_withdrawal_stays_listed_with_its_reason_also_when_the_check_is_back() {
        String statement = "A statement %d.".formatted(System.nanoTime());
        long claim = Given.aPublishedClaim(statement);
        String path = Given.page(claim);
        Given.anotherVersion(claim, "correction", "A note on what is gone.");
        Given.make("emil", claim, "withdrawal", Map.of("reason", "It was forged."));
        var page = Shown.of(given().get("/corrections"))
                .with(200)
                .says("A check that was withdrawn It was forged.")
                .says("The corrected version was withdrawn later, and its note with it.")
                .saysNothingOf(statement)
                .saysNothingOf("A note on what is gone.")
                .hasNo("script");
        assertEquals(
                2,
                page.page()
                        .select("ol.told a:contains(Why it was withdrawn)[href='" + path + "']")
                        .size());
        Given.anotherVersion(claim, "correction", "It is genuine.");
        var back = Shown.of(given().get("/corrections"))
                .page()
                .select("ol.told > li")
                .subList(0, 3);
        assertEquals("It is genuine.", back.get(0).select("p.text").text());
        assertEquals(
                1,
                back.get(0)
                        .select("span:contains(The version before it was withdrawn.)")
                        .size());
        assertEquals("It was forged.", back.get(1).select("p.text").text());
        assertEquals(
                path,
                back.get(1).select("a:contains(the check as it stands now)").attr("href"));
        assertEquals(0, back.get(2).select("p.text").size());
    }

    @Test
    void the_list_goes_on_across_corrections_and_withdrawals() {
        var notes = new ArrayList<String>();
        for (int i = 0; i < 11; i++) {
            long claim = Given.aPublishedClaim();
            Given.anotherVersion(claim, "correction", "Note " + i);
            notes.addFirst("Note " + i);
            long other = Given.aPublishedClaim();
            Given.make("emil", other, "withdrawal", Map.of("reason", "Reason " + i));
            notes.addFirst("Reason " + i);
        }
        var first = Shown.of(given().get("/corrections"));
        assertEquals(notes.subList(0, 20), first.page().select("ol.told p.text").eachText());
        var second = Shown.of(given().get(first.page().select("a[rel=next]").attr("href")))
                .with(200);
        assertEquals(
                notes.subList(20, 22),
                second.page().select("ol.told p.text").eachText().subList(0, 2));
        second.has(".pager a[href='/corrections']");
        Shown.of(given().get("/corrections?after=%00")).with(400).says("Please follow the link at the end of the list");
    }

    private static Element latest() {
        return Shown.of(given().get("/corrections"))
                .with(200)
                .page()
                .select("ol.told > li")
                .first();
    }
}
