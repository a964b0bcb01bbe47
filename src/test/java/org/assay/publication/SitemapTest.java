package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assay.newsroom.Newsroom;
import org.assay.support.Database;
import org.assay.support.Given;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Files are cut so small that a few claims fill one. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@TestProfile(SitemapTest.FourClaimsAFile.class)
class SitemapTest {

    public static class FourClaimsAFile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("assay.sitemap.claims", "4");
        }
    }

    @Inject
    Newsroom newsroom;

    private static Document xml(String path) {
        var answer = given().get(path);
        answer.then().statusCode(200).contentType("application/xml");
        assertTrue(answer.asString().startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>"));
        return Jsoup.parse(answer.asString(), "", Parser.xmlParser());
    }

    @Test
    void it_names_every_check_that_readers_see_and_when_it_changed_in_one_file_or_more() {
        var first = xml("/sitemap.xml");
        assertEquals(
                List.of(newsroom.url() + "/"),
                first.select("urlset > url > loc").eachText());

        long claim = Given.aPublishedClaim();
        var one = xml("/sitemap.xml");
        assertEquals(
                List.of(newsroom.url() + "/", newsroom.url() + Given.page(claim)),
                one.select("urlset > url > loc").eachText());
        assertEquals(
                "http://www.sitemaps.org/schemas/sitemap/0.9",
                one.selectFirst("urlset").attr("xmlns"));
        Instant published = Instant.parse(one.select("lastmod").text());
        Given.anotherVersion(claim, "update", "There is news.");
        assertTrue(published.isBefore(
                Instant.parse(xml("/sitemap.xml").select("lastmod").text())));

        long withdrawn = Given.aPublishedClaim();
        Given.make("emil", withdrawn, "withdrawal", Map.of("reason", "The source was forged."));
        Given.aProposedClaim();
        var others = List.of(Given.aPublishedClaim(), Given.aPublishedClaim(), Given.aPublishedClaim());
        var index = xml("/sitemap.xml");
        var files = index.select("sitemapindex > sitemap > loc").eachText();
        assertTrue(files.size() >= 3, files.toString());
        assertEquals(files.size() - 1, index.select("lastmod").size());
        var urls = files.stream()
                .map(file -> xml(file.substring(newsroom.url().toString().length())))
                .peek(file -> assertTrue(file.select("url").size() <= 4))
                .flatMap(file -> file.select("urlset > url > loc").eachText().stream())
                .toList();
        assertEquals(5, urls.size(), urls.toString());
        others.forEach(other -> assertTrue(urls.contains(newsroom.url() + Given.page(other))));
        assertFalse(urls.contains(newsroom.url() + Given.page(withdrawn)));
        given().get("/sitemaps/999999.xml").then().statusCode(404);
    }

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
