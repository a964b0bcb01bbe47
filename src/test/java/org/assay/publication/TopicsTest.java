package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TopicsTest {

    private final String topic = PublishedListsTest.aTopic();
    private final String address = "/topics/" + topic.toLowerCase().replace(' ', '-');

    @Test
    void a_topic_shows_what_is_live_about_it_the_latest_first() {
        long first = about(topic);
        long second = about(topic.toUpperCase());
        about("something else");
        var page = Shown.of(given().get(address))
                .with(200)
                .says(topic.toUpperCase())
                .says("2 checks")
                .says("The order sets other rates.")
                .says("Mostly false")
                .has("a[href='/claimants/mina-minister']")
                .hasNo("script")
                .hasNo("[style]");
        assertEquals(
                List.of(Given.page(second), Given.page(first)),
                page.page().select("ul.checks h2 a").eachAttr("href"));
        assertEquals(topic.toUpperCase(), page.page().select("h1").text());
        assertEquals(
                address, page.page().select("link[rel=canonical]").attr("href").replaceFirst("https?://[^/]+", ""));
        Shown.of(given().get(Given.page(first))).has("a[href='" + address + "']");
        Shown.of(given().get("/")).has(".meta a[href='" + address + "']");
    }

    @Test
    void it_goes_on_by_a_link_and_leads_back_to_its_beginning() {
        var published = new ArrayList<String>();
        for (int i = 0; i < 21; i++) {
            published.addFirst(Given.page(about(topic)));
        }
        var first = Shown.of(given().get(address)).with(200).says("21 checks");
        assertEquals(
                published.subList(0, 20), first.page().select("ul.checks h2 a").eachAttr("href"));
        var rest = Shown.of(given().get(first.page().select("a[rel=next]").attr("href")))
                .with(200)
                .hasNo("a[rel=next]")
                .has(".pager a[href='" + address + "']");
        assertEquals(
                published.subList(20, 21), rest.page().select("ul.checks h2 a").eachAttr("href"));
        Shown.of(given().get(address + "?after=nonsense"))
                .with(400)
                .says("Please follow the link at the end of the list");
    }

    @Test
    void other_spellings_of_the_address_lead_to_it_for_good() {
        about(topic);
        String slug = address.substring("/topics/".length());
        for (String asked : List.of("/topics/" + slug.toUpperCase(), address + "/")) {
            moved(asked, address);
        }
        moved(address + "/?after=x&q=%20", address + "?after=x&q=%20");
        for (String none :
                List.of("/topics/none-such", "/topics/", "/topics/%00", "/topics/a_b", "/topics/" + "x".repeat(3000))) {
            given().urlEncodingEnabled(false).get(none).then().statusCode(404);
        }
    }

    @Test
    void a_topic_of_which_everything_was_withdrawn_is_gone_and_names_nothing() {
        long claim = about(topic);
        Given.make("emil", claim, "withdrawal", Map.of("reason", "It was forged."));
        Shown.of(given().get(address))
                .with(410)
                .says("Nothing is published here any more")
                .saysNothingOf(topic)
                .has("a[href='/corrections']");
        Given.anotherVersion(claim, "correction", "It is genuine.");
        Shown.of(given().get(address)).with(200).says(topic);
    }

    @Test
    void a_topic_that_only_the_desk_knows_is_not_found() {
        Given.anApprovedClaim(Map.of("topics", List.of(topic)));
        given().get(address).then().statusCode(404).body(not(containsString(topic)));
    }

    @Test
    void topics_in_any_script_have_addresses_of_their_own() {
        String number = String.valueOf(System.nanoTime());
        about("贸易" + number);
        about("茂艺" + number);
        Shown.of(given().get("/topics/mao-yi" + number))
                .with(200)
                .says("贸易" + number)
                .saysNothingOf("茂艺");
        Shown.of(given().get("/topics/mao-yi" + number + "-2"))
                .with(200)
                .says("茂艺" + number)
                .says("One check");
        about("🦊🦊");
        Shown.of(given().get("/topics/topic")).with(200).says("🦊🦊");
    }

    static ValidatableResponse moved(String asked, String address) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(asked)
                .then()
                .statusCode(301)
                .header("Location", endsWith(address));
    }

    private static long about(String topic) {
        return Given.aPublishedClaim(Map.of("topics", List.of(topic)));
    }
}
