package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assay.newsroom.Newsroom;
import org.assay.support.Browser;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Naughty;
import org.assay.support.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever people write stays text in what feed readers, programs and other sites fetch. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class EveryDocumentTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    Newsroom newsroom;

    @Test
    void what_people_write_is_text_in_every_feed_and_document_too() {
        Naughty.inRatings(() -> {
            var story = Story.of(Naughty.TEXT).proposed().approved().published();
            String check = story.check();
            String url = newsroom.url() + Given.page(story.number());
            var documents = new ArrayList<>(List.of(
                    "/feed.atom",
                    "/feed.json",
                    "/ratings/mixed/feed.atom",
                    "/ratings/mixed/feed.json",
                    "/corrections/feed.atom",
                    "/corrections/feed.json",
                    "/data/claimreviews.jsonld",
                    "/oembed?format=json&url=" + url,
                    "/oembed?format=xml&url=" + url,
                    "/v1alpha1/claims:search?query=script",
                    "/sitemap.xml",
                    "/sitemaps/pages.xml",
                    "/sitemaps/checks-1.xml",
                    "/sitemaps/subjects-1.xml",
                    "/robots.txt",
                    check + "/card.png"));
            for (String folder : List.of("topics", "claimants", "publishers", "experts")) {
                documents.add(story.subject(folder) + "/feed.atom");
                documents.add(story.subject(folder) + "/feed.json");
            }
            try (var reader = browser.reader()) {
                for (String path : documents) {
                    var answer = RestAssured.given().get(path);
                    assertEquals(200, answer.statusCode(), path);
                    assertFalse(answer.contentType().contains("html"), path);
                    if (answer.contentType().contains("xml")) {
                        assertEquals(0, elements(answer.asByteArray(), "script", "img", "svg", "style"), path);
                    }
                    // A browser saves the one and shows nothing; it shows the others in a page of its own, whose styles
                    // our policy forbids.
                    if (!path.startsWith("/data/")
                            && !answer.contentType().matches("(text|application)/xml.*|image/.*")) {
                        reader.passes(path);
                    }
                }
            }
            for (String accept : List.of("application/json", "application/ld+json")) {
                assertTrue(RestAssured.given()
                        .accept(accept)
                        .get(check)
                        .contentType()
                        .startsWith(accept));
            }
        });
    }

    /** How many of these a program finds that reads the document as XML. */
    private static int elements(byte[] xml, String... names) {
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            return Stream.of(names)
                    .mapToInt(name -> document.getElementsByTagName(name).getLength())
                    .sum();
        } catch (Exception e) {
            throw new IllegalStateException(new String(xml, StandardCharsets.UTF_8), e);
        }
    }
}
