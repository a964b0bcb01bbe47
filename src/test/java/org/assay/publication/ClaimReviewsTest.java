package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assay.newsroom.Newsroom;
import org.assay.support.Database;
import org.assay.support.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimReviewsTest {

    @Inject
    Newsroom newsroom;

    private static JsonNode feed() throws Exception {
        var answer = given().get("/data/claimreviews.jsonld");
        answer.then().statusCode(200).contentType("application/ld+json");
        return new ObjectMapper().readTree(answer.asByteArray());
    }

    private JsonNode itemOf(String path) throws Exception {
        return StreamSupport.stream(feed().path("dataFeedElement").spliterator(), false)
                .filter(item -> item.path("item").path("url").asText().equals(newsroom.url() + path))
                .reduce((one, other) -> {
                    throw new AssertionError("twice: " + path);
                })
                .orElseThrow();
    }

    @Test
    void the_feed_has_the_markup_of_every_check_and_when_it_changed() throws Exception {
        long claim = Given.aPublishedClaim("Is </script> \"so\" 🦊.");
        Given.anotherVersion(claim, "correction", "The date was wrong.");
        String path = Given.page(claim);
        assertEquals("https://schema.org", feed().path("@context").asText());
        assertEquals("DataFeed", feed().path("@type").asText());
        Instant.parse(feed().path("dateModified").asText());
        var item = itemOf(path);
        assertEquals("DataFeedItem", item.path("@type").asText());
        var markup = given().accept("application/ld+json").get(path).asByteArray();
        assertEquals(new ObjectMapper().readTree(markup), item.path("item"));
        assertEquals(item.path("item").path("datePublished"), item.path("dateCreated"));
        assertEquals(item.path("item").path("dateModified"), item.path("dateModified"));
        assertFalse(item.has("dateDeleted"));
    }

    @Test
    void what_was_withdrawn_stays_listed_as_deleted_and_nothing_of_it_is_said() throws Exception {
        long claim = Given.aPublishedClaim("A statement that nobody should read any more.");
        String path = Given.page(claim);
        Given.make("emil", claim, "withdrawal", Map.of("reason", "The source was forged."));
        var item = itemOf(path);
        Instant.parse(item.path("dateDeleted").asText());
        assertEquals(
                Map.of("@type", "ClaimReview", "url", newsroom.url() + path),
                new ObjectMapper().convertValue(item.path("item"), Map.class));
        var row = rows().stream()
                .filter(fields -> fields.getFirst().equals(newsroom.url() + path))
                .findFirst()
                .orElseThrow();
        assertEquals(item.path("dateDeleted").asText(), row.get(4));
        assertEquals("", String.join("", row.subList(5, row.size())));
    }

    @Test
    void nothing_unpublished_is_in_it() throws Exception {
        Given.anApprovedClaim();
        Given.aProposedClaim("A statement that is only proposed.");
        assertFalse(feed().toString().contains("only proposed"));
    }

    @Test
    void the_table_says_what_the_page_says_and_computes_nothing() throws Exception {
        long claim = Given.aPublishedClaim("=HYPERLINK(\"http://x\") says \"so\",\nand more.");
        String path = Given.page(claim);
        given().get("/data/claimreviews.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8;header=present");
        var rows = rows();
        var header = rows.getFirst();
        var row = rows.stream()
                .filter(fields -> fields.getFirst().equals(newsroom.url() + path))
                .findFirst()
                .orElseThrow();
        rows.forEach(fields -> assertEquals(header.size(), fields.size(), fields.toString()));
        assertEquals("'=HYPERLINK(\"http://x\") says \"so\",\nand more.", row.get(header.indexOf("statement")));
        assertEquals("Mina Minister", row.get(header.indexOf("claimant")));
        assertEquals("Mostly false", row.get(header.indexOf("rating")));
        assertEquals("2", row.get(header.indexOf("number")));
        assertEquals("5", row.get(header.indexOf("highest")));
        assertEquals("trade; rare earths", row.get(header.indexOf("topics")));
        assertEquals(Given.digest(claim), row.get(header.indexOf("digest")));
        assertEquals("", row.get(header.indexOf("withdrawn")));
    }

    @Test
    void it_goes_on_over_as_many_pages_as_there_are() throws Exception {
        for (int i = 0; i < 60; i++) {
            Given.aPublishedClaim();
        }
        var urls = StreamSupport.stream(feed().path("dataFeedElement").spliterator(), false)
                .map(item -> item.path("item").path("url").asText())
                .toList();
        assertTrue(urls.size() >= 60, urls.size() + " items");
        assertEquals(urls.size(), urls.stream().distinct().count());
        assertEquals(urls, rows().stream().skip(1).map(List::getFirst).toList());
    }

    /** Read by the grammar of RFC 4180. */
    private static List<List<String>> rows() {
        String text = new String(given().get("/data/claimreviews.csv").asByteArray(), StandardCharsets.UTF_8);
        assertTrue(text.endsWith("\r\n"));
        var rows = new ArrayList<List<String>>();
        var fields = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            assertEquals('"', text.charAt(at), "every field is quoted");
            var field = new StringBuilder();
            for (at++; text.charAt(at) != '"' || text.startsWith("\"\"", at); at++) {
                if (text.charAt(at) == '"') {
                    at++;
                }
                field.append(text.charAt(at));
            }
            fields.add(field.toString());
            at++;
            if (text.charAt(at) == ',') {
                at++;
            } else {
                assertTrue(text.startsWith("\r\n", at), "a line ends");
                at += 2;
                rows.add(List.copyOf(fields));
                fields.clear();
            }
        }
        return rows;
    }
}
