package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.assay.newsroom.Newsroom;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ChecksTest {

    @Inject
    Newsroom newsroom;

    @Test
    void a_check_says_what_two_people_signed() throws Exception {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        var check = Shown.of(given().get(path))
                .with(200)
                .says("The levy rose to 157 per cent.")
                .says("Stated by Mina Minister, Minister of Trade, 15 October 2025")
                .says("The order sets other rates.")
                .says("Wendy Witness, Vice-president")
                .says("Interests: Advised a ministry.")
                .says("Order on rates")
                .says(Given.digest(claim))
                .says("by a reviewer")
                .says("by an editor, who had not worked on it")
                .saysNothingOf("rosa")
                .saysNothingOf("emil")
                .has(".prose strong")
                .hasNo("meta[name=robots]");
        assertEquals(
                "the levy rose to 157 per cent", check.page().select("mark").text());
        String url = newsroom.checkUrl(path.replace("/checks/", ""));
        assertEquals(url, check.page().select("link[rel=canonical]").attr("href"));
        assertEquals(url, check.page().select("meta[property=og:url]").attr("content"));
        assertEquals(
                "The levy rose to 157 per cent.",
                check.page().select("meta[property=og:title]").attr("content"));
        assertEquals("article", check.page().select("meta[property=og:type]").attr("content"));
        assertEquals(1, check.page().select("script").size());
        var review = markup(check);
        assertEquals("ClaimReview", review.path("@type").asText());
        assertEquals(url, review.path("url").asText());
        assertEquals(
                check.page().select(".hallmark .word").text(),
                review.path("reviewRating").path("alternateName").asText());
        assertEquals(2, review.path("reviewRating").path("ratingValue").asInt());
        assertEquals(
                "Mina Minister",
                review.path("itemReviewed").path("author").path("name").asText());
    }

    @Test
    void every_link_is_one_that_browsers_follow_however_its_address_was_pasted() {
        String pasted = " https://müller_.example/ä b?q=[ü]|%d\u00a0".formatted(System.nanoTime());
        String link = "https://xn--mller_-3ya.example/%C3%A4%20b?q=%5B%C3%BC%5D%7C" + pasted.replaceAll("[^0-9]", "");
        long article =
                post("/articles", Map.of("url", pasted, "title", "A garden", "language", "en", "text", Given.TEXT));
        long inArticle = Given.aLoggedClaim(article, "It is so in the garden of roses.");
        Api.as("rosa")
                .header("If-Match", "\"1\"")
                .body(Map.of("source", Map.of("url", pasted)))
                .patch("/claims/" + inArticle)
                .then()
                .statusCode(200)
                .body("source.url", equalTo(pasted));
        long elsewhere = post(
                "/claims",
                Map.of(
                        "statement",
                        "It is so in the garden of thorns.",
                        "language",
                        "en",
                        "claimant",
                        Map.of("name", "Mina", "sameAs", pasted),
                        "source",
                        Map.of("url", pasted)));
        var source = Map.of("title", "A bed of roses", "url", pasted, "archivedUrl", pasted);
        var evidence = Map.of("stance", "context", "kind", "data", "note", "n", "source", source);
        Given.make("rosa", inArticle, "evidence", evidence);
        var cited = new HashMap<String, Object>(evidence);
        cited.put("expert", Map.of("name", "Jo Gardener", "url", pasted));
        int expert = Given.make("rosa", elsewhere, "evidence", cited).path("evidence[0].expert.id");

        assertEquals(1, linksTo(link, Desk.as("rosa").get("/desk/articles/" + article)));
        assertEquals(1, linksTo(link, Desk.as("rosa").get("/desk/experts/" + expert)));
        assertEquals(3, linksTo(link, Desk.as("rosa").get("/desk/claims/" + inArticle)));
        assertEquals(4, linksTo(link, Desk.as("rosa").get("/desk/claims/" + elsewhere)));
        assertEquals(3, linksTo(link, given().get(published(inArticle))));
        assertEquals(5, linksTo(link, given().get(published(elsewhere))));
    }

    private static long post(String path, Map<String, ?> body) {
        return Api.as("rosa")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static String published(long claim) {
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        Given.make("emil", claim, "approval", Map.of("digest", Given.digest(claim)));
        Given.make("emil", claim, "publication", Map.of());
        return Given.page(claim);
    }

    private static long linksTo(String link, Response page) {
        return Shown.of(page).with(200).page().select("a").stream()
                .filter(a -> a.attr("href").equals(link))
                .count();
    }

    @Test
    void a_reader_who_has_the_page_is_told_that_it_is_unchanged() {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        var first = given().get(path);
        String tag = first.header("ETag");
        given().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", containsString("public"));
        given().header("If-None-Match", "\"another\"").get(path).then().statusCode(200);
        Given.anotherVersion(claim, "update", "New figures.");
        assertNotEquals(
                tag,
                given().header("If-None-Match", tag)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("ETag"));
    }

    @Test
    void readers_get_no_cookie_not_even_those_who_work_here() {
        String path = Given.page(Given.aPublishedClaim());
        for (String page : new String[] {path, "/", "/checks/no-such-check", path + "/versions/1"}) {
            assertNull(Desk.as("rosa").get(page).header("Set-Cookie"), page);
            assertNull(given().get(page).header("Set-Cookie"), page);
            assertNull(given().cookie("assay_said_8080", "eA").get(page).header("Set-Cookie"), page);
        }
        assertEquals(given().get(path).asString(), Desk.as("rosa").get(path).asString());
    }

    @Test
    void older_versions_are_marked_and_carry_no_claim_review() throws Exception {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        Given.anotherVersion(claim, "correction", "The <b>date</b> was wrong.");
        var latest = Shown.of(given().get(path))
                .with(200)
                .says("Correction")
                .says("The <b>date</b> was wrong.")
                .has("a[href='" + path + "/versions/1']");
        assertEquals(
                "The <b>date</b> was wrong.",
                markup(latest).path("correction").path("text").asText());
        Shown.of(given().get(path + "/versions/1"))
                .with(200)
                .says("This is version 1, as it stood on")
                .has("a[href='" + path + "']")
                .has("meta[name=robots][content=noindex]")
                .hasNo("script");
        given().redirects()
                .follow(false)
                .get(path + "/versions/2")
                .then()
                .statusCode(303)
                .header("Location", containsString(path));
        for (String n : new String[] {"0", "-1", "3", "x", "99999999999"}) {
            given().get(path + "/versions/" + n).then().statusCode(404);
        }
    }

    @Test
    void a_withdrawn_check_and_all_its_versions_are_gone_and_say_why() {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        Given.anotherVersion(claim, "update", "New figures.");
        Given.make("emil", claim, "withdrawal", Map.of("reason", "The order was <i>forged</i> 🦊."));
        for (String page : new String[] {path, path + "/versions/1", path + "/versions/2"}) {
            assertWithdrawn(page);
        }
        given().get(path + "/versions/3").then().statusCode(404);
        given().get(path + "/versions/0").then().statusCode(404);
        Given.make("emil", claim, "reopening", Map.of("reason", "The order was found."));
        assertWithdrawn(path);
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        assertWithdrawn(path);
        Given.make("emil", claim, "approval", Map.of("digest", Given.digest(claim)));
        assertWithdrawn(path);
        Given.make(
                "emil",
                claim,
                "publication",
                Map.of("change", "correction", "note", "The order is genuine after all."));
        Shown.of(given().get(path))
                .with(200)
                .says("The order is genuine after all.")
                .saysNothingOf("Version 1")
                .has("script[type='application/ld+json']");
        for (int n : new int[] {1, 2}) {
            Shown.of(given().get(path + "/versions/" + n))
                    .with(410)
                    .says("This version was withdrawn")
                    .has("a[href='" + path + "']")
                    .hasNo("script");
        }
    }

    private static void assertWithdrawn(String page) {
        Shown.of(given().get(page))
                .with(410)
                .says("The order was <i>forged</i> 🦊.")
                .saysNothingOf("157")
                .hasNo("script")
                .hasNo("link[rel=canonical]");
        given().get("/").then().body(not(containsString("\"" + page + "\"")));
    }

    @Test
    void what_is_not_published_cannot_be_reached() {
        long claim = Given.anApprovedClaim();
        String statement = "A secret reading %d.".formatted(System.nanoTime());
        long other = Given.aProposedClaim(statement);
        String slug = statement.toLowerCase().replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
        for (String address : new String[] {
            "/checks/" + slug, "/checks/" + slug + "/versions/1", "/checks/" + claim, "/checks/" + other, "/claims/1"
        }) {
            given().get(address).then().statusCode(404).body(not(containsString("secret")));
        }
        given().get("/").then().body(not(containsString("secret")));
    }

    @Test
    void while_a_published_claim_is_reworked_readers_see_the_live_version() {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        String before = given().get(path).asString();
        Given.make("emil", claim, "reopening", Map.of("reason", "New figures."));
        Given.make("rosa", claim, "evidence", Given.anExpertStatement("Unseen Expert"));
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        assertEquals(before, given().get(path).asString());
    }

    @Test
    void no_text_leaves_the_block_of_json() throws Exception {
        String statement = "</script><!-- <script>alert(1)</script> \u2028\u2029 & \"x\" \\u003c ]]> 🦊 𝒳";
        long claim = Given.aPublishedClaim(statement);
        var check = Shown.of(given().get(Given.page(claim))).with(200);
        assertEquals(1, check.page().select("script").size());
        assertEquals(statement, markup(check).path("claimReviewed").asText());
        assertEquals(statement, check.page().select("h1").first().wholeText());
        String raw = check.page().select("script").first().data();
        assertTrue(!raw.contains("<") && !raw.contains("\u2028") && !raw.contains("\u2029"), raw);
    }

    @Test
    void an_address_that_no_check_has_is_not_found() {
        for (String slug :
                new String[] {"no-such-check", "UPPER", "a_b", "..%2F..%2Fetc", "%00", "é", "x".repeat(3000)}) {
            given().urlEncodingEnabled(false)
                    .get("/checks/" + java.net.URLEncoder.encode(slug, java.nio.charset.StandardCharsets.UTF_8))
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void pages_for_readers_load_nothing_of_others_and_stand_in_no_frame() {
        String path = Given.page(Given.aPublishedClaim());
        for (String page : new String[] {path, "/", "/checks/no-such-check", "/app.css"}) {
            given().get(page)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")));
        }
        Shown.of(given().get(path)).hasNo("[style]").hasNo("[onclick]").hasNo("style");
    }

    private static JsonNode markup(Shown check) throws Exception {
        var blocks = check.page().select("script[type='application/ld+json']");
        assertEquals(1, blocks.size());
        return new ObjectMapper().readTree(blocks.first().data());
    }
}
