package org.assay.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Published;
import org.assay.support.Published.Check;
import org.assay.support.Raw;
import org.assay.support.Shown;
import org.assay.support.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ArchiveTest {

    private static Shown page(Object... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return Shown.of(request.get("/checks"));
    }

    private static List<String> links(Shown page) {
        return page.page().select("ul.checks h2 a").eachAttr("href");
    }

    /** A word that no other test's checks have. */
    private static String word() {
        var letters = new StringBuilder("w");
        for (char digit : Long.toString(System.nanoTime()).toCharArray()) {
            letters.append((char) ('a' + digit - '0'));
        }
        return letters.toString();
    }

    @Test
    void what_is_published_is_found_within_a_second_and_what_is_withdrawn_is_not() throws Throwable {
        String word = word();
        long claim = Given.aPublishedClaim("The <b>%s</b> rose.".formatted(word));
        Soon.withinASecond(() -> assertEquals(List.of(Given.page(claim)), links(page("q", word))));
        var shown = page("q", word.toUpperCase());
        assertEquals(word, shown.page().select("ul.checks h2 mark").text());
        shown.says("The <b>" + word + "</b> rose.").says("1 check, the best first");
        Given.make("emil", claim, "withdrawal", Map.of("reason", "It was forged."));
        Soon.withinASecond(() -> assertEquals(List.of(), links(page("q", word))));
        page("q", word).says("No check fits “" + word + "”.").has("a[href=/checks]");
    }

    @Test
    void facets_narrow_down_and_say_how_many_there_are() throws Throwable {
        String word = word();
        Published.many(
                12,
                i -> new Check(
                        "The %s rose %d.".formatted(word, i),
                        i % 3 == 0 ? "de" : "en",
                        "Claimant " + (i % 2) + word,
                        "topic " + (i % 4) + word,
                        null,
                        i < 5 ? "false" : "mixed"));
        Soon.soon(() -> assertEquals(12, links(page("q", word)).size()));
        var shown = page("q", word);
        assertTrue(shown.page().select(".facet-list").text().contains("Mixed 7 False 5"), shown.page()::text);
        var narrowed = page("q", word, "rating", "false", "language", "en");
        assertEquals(3, links(narrowed).size());
        String facets = narrowed.page().select(".facet-list").text();
        assertTrue(facets.contains("Rating Mixed 5 False 3"), facets);
        assertTrue(facets.contains("Language English 3 German 2"), facets);
        narrowed.has(".chosen a[href='/checks?q=%s&language=en']".formatted(word));
        narrowed.has("a[aria-current][href='/checks?q=%s&language=en']".formatted(word));
        var none = page("q", word, "topic", "none such");
        none.says("Look without Topic: none such").has("a[href='/checks?q=%s']".formatted(word));
    }

    @Test
    void a_list_goes_on_where_its_page_ended() throws Throwable {
        String word = word();
        Published.many(45, i -> Check.of("The %s rose %d.".formatted(word, i)));
        Soon.soon(() -> page("q", word).says("45 checks"));
        for (Object[] question : new Object[][] {{"q", word}, {"topic", "trade"}}) {
            var seen = new ArrayList<String>();
            var shown = page(question);
            while (seen.size() < 45) {
                seen.addAll(links(shown));
                var next = shown.page().select("a[rel=next]").attr("href");
                if (next.isEmpty()) {
                    break;
                }
                shown = Shown.of(given().urlEncodingEnabled(false).get(next)).with(200);
            }
            assertTrue(seen.size() >= 45, seen::toString);
            assertEquals(seen.size(), new HashSet<>(seen).size());
        }
    }

    @Test
    void a_token_of_another_list_is_refused_with_the_words_kept() throws Throwable {
        String word = word();
        Published.many(21, i -> Check.of("The %s rose %d.".formatted(word, i)));
        Soon.soon(() -> page("q", word).has("a[rel=next]"));
        String token = page("q", word).page().select("a[rel=next]").attr("href").replaceAll(".*after=", "");
        for (String wrong : List.of("x", token + "A", "💩", "MTIzIDEgMiAz")) {
            var refused =
                    page("q", word, "after", wrong).with(400).says("Please send the token that this very list gave");
            assertEquals(word, refused.page().select("#q").attr("value"));
        }
        page("q", word + " rose", "after", token).with(400);
        page("after", token).with(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the of and",
                "'; drop table claim; --",
                "a & b | !c <-> d:*",
                ".*(a+)+$",
                "title:[a TO b]",
                "\"",
                "-",
                "***",
                "<script>alert(1)</script>",
                "💩",
                "{#if}"
            })
    void nothing_that_is_typed_is_a_mistake(String typed) {
        var shown = page("q", typed).with(200).hasNo("main script");
        assertEquals(typed, shown.page().select("#q").attr("value"));
    }

    @Test
    void too_much_is_refused_with_the_words_kept() {
        String typed = "word ".repeat(2_000);
        var refused = page("q", typed).with(400).says("Please look for something shorter: up to 300 characters.");
        assertEquals(typed, refused.page().select("#q").attr("value"));
        page("q", "a ".repeat(33)).with(400).says("Please look for fewer words: up to 32.");
        page("topic", "x".repeat(3_000)).with(400).says("Please look for something shorter.");
        page("topic", "\u0000").with(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q=%zz", "q=%", "q=%ff%fe", "q=%00", "after=%00", "%zz=1", "rating=%00", "q=a&q=b", "=", "&&"})
    void what_no_browser_sends_is_answered_without_a_failure(String query) throws IOException {
        for (String door : List.of("/checks?", "/v1alpha1/claims:search?query=a&")) {
            int status = Raw.statusOf(door + query);
            assertTrue(status == 200 || status == 400, door + query + ": " + status);
        }
    }

    @Test
    void a_rating_leads_to_its_feed() throws Throwable {
        String word = word();
        Published.many(1, i -> Check.of("The %s rose.".formatted(word)));
        Soon.soon(() -> page("q", word, "rating", "false").has("ul.checks li"));
        for (String format : List.of("atom", "json")) {
            String feed = page("rating", "false")
                    .page()
                    .select("link[rel=alternate][href^=/ratings/][href$=" + format + "]")
                    .attr("href");
            assertEquals("/ratings/false/feed." + format, feed);
            given().get(feed).then().statusCode(200);
        }
        page("rating", "none such").hasNo("link[href^=/ratings/]");
        page("rating", "none-such").hasNo("link[href^=/ratings/]");
        page("topic", "trade").hasNo("link[href^=/ratings/]");
    }

    @Test
    void a_parameter_that_is_no_facet_changes_nothing() {
        page("colour", "red", "utm_source", "x").with(200).hasNo(".chosen");
    }

    @Test
    void a_replica_is_ready_once_it_can_be_searched() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'search index' }.status", equalTo("UP"))
                .body("status", equalTo("UP"));
        given().get("/checks").then().header("Cache-Control", containsString("public"));
    }
}
