package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assay.newsroom.Newsroom;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Published;
import org.assay.support.Published.Check;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The rules of RFC 4287 and JSON Feed 1.1, by real parsers. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class FeedsTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final List<String> FEEDS = List.of(
            "/feed",
            "/topics/trade/feed",
            "/claimants/mina-minister/feed",
            "/publishers/courier/feed",
            "/ratings/mostly-false/feed",
            "/corrections/feed",
            "/experts/wendy-witness/feed");

    /** Those that every check of the fixtures is in, but for the corrections: each has an expert of its own. */
    private static final List<String> OF_EACH = FEEDS.subList(0, 5);

    @Inject
    Newsroom newsroom;

    @Inject
    EntityManager database;

    @Inject
    Relisting relisting;

    private static Element atom(String path) throws Exception {
        Response answer = given().get(path + ".atom");
        answer.then().statusCode(200).contentType("application/atom+xml");
        var parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return parsers.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asByteArray()))
                .getDocumentElement();
    }

    private static JsonNode json(String path) throws Exception {
        Response answer = given().get(path + ".json");
        answer.then().statusCode(200).contentType("application/feed+json");
        return new ObjectMapper().readTree(answer.asByteArray());
    }

    private static List<Element> children(Element of, String name) {
        var nodes = of.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> ATOM.equals(node.getNamespaceURI()) && name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }

    private static String only(Element of, String name) {
        var found = children(of, name);
        assertEquals(1, found.size(), "exactly one " + name);
        return found.getFirst().getTextContent();
    }

    private static String link(Element of, String rel) {
        var links = children(of, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(rel))
                .toList();
        assertEquals(1, links.size(), "exactly one link " + rel);
        return links.getFirst().getAttribute("href");
    }

    private static Element entry(String path, String id) throws Exception {
        return children(atom(path), "entry").stream()
                .filter(entry -> only(entry, "id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String idOf(String path, String url) throws Exception {
        return children(atom(path), "entry").stream()
                .filter(entry -> link(entry, "alternate").equals(url))
                .map(entry -> only(entry, "id"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode item(String path, String id) throws Exception {
        return StreamSupport.stream(json(path).path("items").spliterator(), false)
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_feed_keeps_the_rules_of_rfc_4287() throws Exception {
        long claim = Given.aPublishedClaim();
        Given.anotherVersion(claim, "correction", "The date was wrong.");
        for (String path : FEEDS) {
            var feed = atom(path);
            assertEquals(ATOM, feed.getNamespaceURI());
            assertEquals("feed", feed.getLocalName());
            assertEquals(newsroom.url() + path + ".atom", only(feed, "id"));
            assertEquals(newsroom.url() + path + ".atom", link(feed, "self"));
            assertTrue(link(feed, "alternate").startsWith(newsroom.url().toString()));
            assertTrue(only(feed, "title").contains(newsroom.name()));
            assertEquals(newsroom.name(), only(children(feed, "author").getFirst(), "name"));
            var entries = children(feed, "entry");
            assertFalse(entries.isEmpty(), path);
            assertEquals(only(entries.getFirst(), "updated"), only(feed, "updated"));
            assertEquals(
                    entries.size(),
                    entries.stream().map(entry -> only(entry, "id")).distinct().count());
            Instant before = Instant.MAX;
            for (var entry : entries) {
                assertTrue(URI.create(only(entry, "id")).isAbsolute());
                assertFalse(only(entry, "title").isBlank());
                assertFalse(only(entry, "summary").isBlank());
                assertTrue(link(entry, "alternate").startsWith(newsroom.url() + "/checks/"));
                Instant updated = Instant.parse(only(entry, "updated"));
                assertFalse(updated.isAfter(before), "the latest first");
                assertFalse(updated.isBefore(Instant.parse(only(entry, "published"))));
                before = updated;
            }
        }
    }

    @Test
    void every_feed_keeps_the_rules_of_json_feed() throws Exception {
        long claim = Given.aPublishedClaim();
        Given.anotherVersion(claim, "correction", "The date was wrong.");
        for (String path : FEEDS) {
            var feed = json(path);
            assertEquals(
                    "https://jsonfeed.org/version/1.1", feed.path("version").asText());
            assertTrue(feed.path("title").asText().contains(newsroom.name()));
            assertEquals(newsroom.url() + path + ".json", feed.path("feed_url").asText());
            assertTrue(feed.path("home_page_url")
                    .asText()
                    .startsWith(newsroom.url().toString()));
            assertEquals(
                    newsroom.name(), feed.path("authors").path(0).path("name").asText());
            assertFalse(feed.path("items").isEmpty(), path);
            for (var item : feed.path("items")) {
                assertTrue(item.path("id").isTextual());
                assertFalse(item.path("content_text").asText().isBlank());
                assertTrue(item.path("url").asText().startsWith(newsroom.url() + "/checks/"));
                Instant.parse(item.path("date_published").asText());
                Instant.parse(item.path("date_modified").asText());
                assertTrue(item.path("tags").isArray());
            }
        }
    }

    @Test
    void a_new_version_moves_its_entry_which_stays_the_same() throws Exception {
        long claim = Given.aPublishedClaim();
        String url = newsroom.url() + Given.page(claim);
        String id = idOf("/feed", url);
        var before = entry("/feed", id);
        assertEquals("Mostly false: The levy rose to 157 per cent.", only(before, "title"));
        assertEquals("The order sets other rates.", only(before, "summary"));
        assertTrue(id.matches("tag:[a-z.]+,\\d{4}-\\d\\d-\\d\\d:checks/" + claim), id);
        Given.anotherVersion(claim, "correction", "The date was wrong.");
        for (String path : OF_EACH) {
            var after = entry(path, id);
            assertTrue(Instant.parse(only(after, "updated")).isAfter(Instant.parse(only(before, "updated"))), path);
            assertEquals(only(before, "published"), only(after, "published"));
            assertEquals("The order sets other rates.\n\nCorrection: The date was wrong.", only(after, "summary"));
            assertEquals(
                    only(after, "summary"), item(path, id).path("content_text").asText());
            assertEquals(
                    only(after, "updated"), item(path, id).path("date_modified").asText());
        }
    }

    @Test
    void corrections_have_entries_of_their_own() throws Exception {
        long claim = Given.aPublishedClaim();
        String id = idOf("/feed", newsroom.url() + Given.page(claim));
        Given.anotherVersion(claim, "update", "There is news.");
        Given.anotherVersion(claim, "correction", "The name was wrong.");
        var correction = entry("/corrections/feed", id + "/versions/3");
        assertEquals("Correction: The levy rose to 157 per cent.", only(correction, "title"));
        assertEquals("The name was wrong.", only(correction, "summary"));
        assertFalse(given().get("/corrections/feed.atom").asString().contains(id + "/versions/2"));
    }

    @Test
    void a_withdrawal_takes_the_place_of_the_check_in_every_feed_and_says_why() throws Exception {
        long claim = Given.aPublishedClaim("A statement about a levy that nobody should read.");
        Given.anotherVersion(claim, "correction", "The date was wrong.");
        String id = idOf("/feed", newsroom.url() + Given.page(claim));
        Instant before = Instant.parse(only(entry("/feed", id), "updated"));
        Given.make("emil", claim, "withdrawal", Map.of("reason", "The source was forged."));
        for (String path : FEEDS.subList(0, 6)) {
            var entry = entry(path, id);
            assertTrue(only(entry, "title").startsWith("Withdrawn"), path);
            assertEquals("The source was forged.", only(entry, "summary"));
            assertTrue(Instant.parse(only(entry, "updated")).isAfter(before));
            assertEquals(
                    "The source was forged.",
                    item(path, id).path("content_text").asText());
            assertFalse(given().get(path + ".atom").asString().contains("nobody should read"), path);
            assertFalse(given().get(path + ".json").asString().contains("nobody should read"), path);
        }
        assertFalse(given().get("/corrections/feed.atom").asString().contains(id + "/versions/2"));
        long other = Given.aPublishedClaim();
        Given.make("emil", other, "withdrawal", Map.of("reason", "It was about something else."));
        assertFalse(given().get("/ratings/true/feed.atom").asString().contains("about something else"));
    }

    @Test
    void a_feed_tells_of_its_own_withdrawals_however_many_there_were_of_others() throws Throwable {
        String name = "Nobody " + System.nanoTime();
        String address = name.toLowerCase().replace(' ', '-');
        var check = new Check("A levy rose.", "en", name, name, null, "unproven");
        String reason = name + " was asked.";
        withdraw(Published.many(1, i -> check), reason);
        withdraw(Published.many(Feed.MOST + 1, i -> Check.of("Another levy rose.")), "It was another.");
        assertFalse(given().get("/corrections/feed.atom").asString().contains(reason));
        for (String feed : List.of("/topics/" + address, "/claimants/" + address, "/ratings/unproven")) {
            var entries = children(atom(feed + "/feed"), "entry");
            assertEquals(reason, only(entries.getFirst(), "summary"), feed);
        }
    }

    @Test
    void what_is_published_again_is_withdrawn_in_no_feed() throws Throwable {
        String name = "Nobody " + System.nanoTime();
        String feed = "/topics/" + name.toLowerCase().replace(' ', '-') + "/feed";
        var check = new Check("A levy rose.", "en", name, name, null, "false");
        long claim = Published.many(1, i -> check).getFirst();
        withdraw(List.of(claim), "It was wrong.");
        assertEquals("It was wrong.", only(children(atom(feed), "entry").getFirst(), "summary"));
        Given.anotherVersion(claim, "correction", "Now it is right.");
        var entries = children(atom(feed), "entry");
        assertEquals(1, entries.size());
        assertTrue(only(entries.getFirst(), "summary").contains("Now it is right."));
        withdraw(List.of(claim), "It was wrong again.");
        assertEquals("It was wrong again.", only(children(atom(feed), "entry").getFirst(), "summary"));
    }

    @Test
    void what_was_withdrawn_before_feeds_had_their_own_is_told_after_the_next_start() throws Throwable {
        String name = "Nobody " + System.nanoTime();
        String feed = "/claimants/" + name.toLowerCase().replace(' ', '-') + "/feed";
        var check = new Check("A levy rose.", "en", name, "trade", null, "false");
        withdraw(Published.many(1, i -> check), "It was wrong.");
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery("delete from withdrawn_from").executeUpdate());
        relisting.relist();
        withdraw(Published.many(1, i -> Check.of("A levy rose.")), "So that nothing is kept.");
        assertEquals("It was wrong.", only(children(atom(feed), "entry").getFirst(), "summary"));
    }

    private static void withdraw(List<Long> claims, String reason) {
        claims.forEach(claim -> Given.make("edith", claim, "withdrawal", Map.of("reason", reason)));
    }

    @Test
    void what_xml_cannot_hold_cannot_break_it() throws Exception {
        long claim = Given.aPublishedClaim("Is ]]> & <so> \uFFFE\uFFFF 🦊 \u2028.");
        String id = idOf("/feed", newsroom.url() + Given.page(claim));
        assertEquals("Mostly false: Is ]]> & <so> \uFFFD\uFFFD 🦊 \u2028.", only(entry("/feed", id), "title"));
        assertEquals("en", children(entry("/feed", id), "title").getFirst().getAttribute("xml:lang"));
        assertEquals(
                "Mostly false: Is ]]> & <so> \uFFFE\uFFFF 🦊 \u2028.",
                item("/feed", id).path("title").asText());
    }

    @Test
    void what_there_is_not_is_not_found_and_what_nobody_was_rated_is_empty() throws Exception {
        for (String path :
                List.of("/topics/no-such-topic/feed.atom", "/ratings/no-such-rating/feed.json", "/feed.rss")) {
            given().get(path).then().statusCode(404);
        }
        assertEquals(0, json("/ratings/mostly-true/feed").path("items").size());
        assertEquals(List.of(), children(atom("/ratings/mostly-true/feed"), "entry"));
        Instant.parse(only(atom("/ratings/mostly-true/feed"), "updated"));
    }

    @Test
    void it_is_not_sent_again_while_nothing_changed() {
        Given.aPublishedClaim();
        for (String format : List.of(".atom", ".json")) {
            String tag = given().get("/feed" + format).header("ETag");
            given().header("If-None-Match", tag).get("/feed" + format).then().statusCode(304);
            Given.aPublishedClaim();
            given().header("If-None-Match", tag).get("/feed" + format).then().statusCode(200);
        }
    }

    @Test
    void pages_lead_to_their_feeds() {
        Given.aPublishedClaim();
        for (String path : List.of("", "/corrections", "/topics/trade", "/claimants/mina-minister")) {
            Shown.of(given().get(path.isEmpty() ? "/" : path))
                    .has("link[rel=alternate][type='application/atom+xml'][href='" + path + "/feed.atom']")
                    .has("link[rel=alternate][type='application/feed+json'][href='" + path + "/feed.json']");
        }
    }
}
