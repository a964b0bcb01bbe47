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
            return Map.of("assay.sitemap.numbers", "4");
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

    /** What the files of the index name. */
    private List<String> urls() {
        return files().stream()
                .map(file -> xml(file.substring(newsroom.url().toString().length())))
                .peek(file -> assertEquals(
                        "http://www.sitemaps.org/schemas/sitemap/0.9",
                        file.selectFirst("urlset").attr("xmlns")))
                .flatMap(file -> file.select("urlset > url > loc").eachText().stream())
                .map(url -> url.substring(newsroom.url().toString().length()))
                .toList();
    }

    private static List<String> files() {
        return xml("/sitemap.xml").select("sitemapindex > sitemap > loc").eachText();
    }

    @Test
    void it_names_everything_that_readers_see_and_when_a_check_changed() {
        long claim = Given.aPublishedClaim();
        long withdrawn = Given.aPublishedClaim();
        Given.make("emil", withdrawn, "withdrawal", Map.of("reason", "The source was forged."));
        Given.aProposedClaim("A statement that is only proposed.");
        var urls = urls();
        assertTrue(urls.containsAll(List.of(
                "/", "/corrections", "/method", "/topics/trade", "/claimants/mina-minister", Given.page(claim))));
        assertFalse(urls.contains(Given.page(withdrawn)));
        assertFalse(urls.toString().contains("only-proposed"));
        assertEquals(urls.size(), urls.stream().distinct().count());

        Instant before = lastModified(claim);
        Given.anotherVersion(claim, "update", "There is news.");
        assertTrue(before.isBefore(lastModified(claim)));
    }

    private static Instant lastModified(long claim) {
        String file = "/sitemaps/checks-%d.xml".formatted(claim / 4);
        var urls = xml(file).select("url");
        assertTrue(urls.size() <= 4);
        Instant told = urls.stream()
                .filter(url -> url.select("loc").text().endsWith(Given.page(claim)))
                .map(url -> Instant.parse(url.select("lastmod").text()))
                .findFirst()
                .orElseThrow();
        Instant latest = urls.stream()
                .map(url -> Instant.parse(url.select("lastmod").text()))
                .max(Instant::compareTo)
                .orElseThrow();
        var inIndex = xml("/sitemap.xml").select("sitemap").stream()
                .filter(entry -> entry.select("loc").text().endsWith(file))
                .findFirst()
                .orElseThrow();
        assertEquals(latest, Instant.parse(inIndex.select("lastmod").text()));
        return told;
    }

    @Test
    void no_file_grows_with_what_is_published() {
        int before = files().size();
        for (int i = 0; i < 8; i++) {
            Given.aPublishedClaim();
        }
        assertTrue(files().size() >= before + 2);
        assertEquals(0, xml("/sitemaps/checks-999999.xml").select("url").size());
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
