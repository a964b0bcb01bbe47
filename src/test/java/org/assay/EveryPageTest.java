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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assay.newsroom.Newsroom;
import org.assay.support.Api;
import org.assay.support.Browser;
import org.assay.support.Contents;
import org.assay.support.Database;
import org.assay.support.EveryPage;
import org.assay.support.Given;
import org.assay.support.Story;
import org.assay.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever people write stays text, on every page, at every width; the visitor looks for the rest. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class EveryPageTest {

    private static final String NAUGHTY =
            "<img src=x onerror=alert(1)> \"><script>alert(2)</script> {{7*7}} {7*7} ${7*7} javascript:alert(3)"
                    + " '--></style></script><svg onload=alert(4)> 𝒳 👩‍👩‍👧 العربية עברית " + "w".repeat(30);

    /** What every text of a newsroom of such words begins with. */
    private static final String ALIVE = "<img src=x onerror=alert(1)>";

    /** Columns that hold keys, digests, languages, names of enumerations and subjects of ours, and no words of anybody's. */
    private static final Set<String> OURS = Set.of(
            "approval.approved_by",
            "approval.digest",
            "article.known_as",
            "article.language",
            "claim.claimant_type",
            "claim.head",
            "claim.language",
            "claim.slug",
            "claim.stage",
            "claim.wording",
            "contribution.subject",
            "dossier.digest",
            "dossier.proposed_as",
            "dossier.proposed_by",
            "dossier.rating",
            "ended_session.id",
            "event.by_subject",
            "event.hash",
            "event.previous",
            "event.what",
            "evidence.kind",
            "evidence.stance",
            "listed_under.rating",
            "listing.change",
            "listing.language",
            "listing.rating",
            "listing.slug",
            "listing.wording",
            "logout_token.jti",
            "publication.slug",
            "published_version.change",
            "published_version.published_by",
            "rating.key",
            "rating_count.rating",
            "rating_scale.defined_by",
            "snapshot.captured_by",
            "snapshot.sha256",
            "subject.address",
            "subject.identity",
            "subject.kind",
            "subject_address_before.address",
            "withdrawn_from.feed");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    DataSource database;

    @Inject
    Newsroom newsroom;

    /** All labels are called so until what is done is done. */
    private static void withNaughtyRatings(Runnable doing) {
        List<Map<String, Object>> documented =
                Api.as("ada").get("/scales").jsonPath().getList("items[0].labels");
        var naughty = documented.stream()
                .map(label -> {
                    var other = new HashMap<>(label);
                    String key = label.get("key").toString();
                    other.put(
                            "name", (ALIVE + " " + key).substring(0, Math.min(50, ALIVE.length() + 1 + key.length())));
                    other.put("definition", NAUGHTY);
                    return other;
                })
                .toList();
        define(naughty);
        try {
            doing.run();
        } finally {
            define(documented);
        }
    }

    private static void define(List<? extends Map<String, Object>> labels) {
        Api.as("ada").body(Map.of("labels", labels)).post("/scales").then().statusCode(201);
    }

    @Test
    void every_text_that_the_newsroom_keeps_is_put_to_the_test() {
        withNaughtyRatings(() -> EveryPage.of(NAUGHTY));
        try (var connection = database.getConnection()) {
            var untried = new TreeSet<String>();
            for (String column : Contents.one(connection, """
                    select c.table_name || '.' || c.column_name from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                        and c.table_name not in ('flyway_schema_history', 'first_answer')
                        and (c.data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY'))""")) {
                String[] names = column.split("\\.");
                String tried = "select 1 from %s where \"%s\"::text like '%%<img src=x onerror=alert(1)%%' limit 1";
                if (Contents.one(connection, tried.formatted(names[0], names[1]))
                        .isEmpty()) {
                    untried.add(column);
                }
            }
            assertEquals(String.join("\n", new TreeSet<>(OURS)), String.join("\n", untried));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_people_write_is_text_in_every_feed_and_document_too() {
        withNaughtyRatings(() -> {
            var story = Story.of(NAUGHTY).proposed().approved().published();
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

    @Test
    void what_people_write_is_shown_as_text_on_every_page() {
        withNaughtyRatings(EveryPageTest::visited);
    }

    private static void visited() {
        EveryPage.of(NAUGHTY).stream()
                .collect(Collectors.groupingBy(EveryPage::who, LinkedHashMap::new, Collectors.toList()))
                .forEach((who, pages) -> {
                    try (var visitor = who.isEmpty() ? browser.reader() : browser.signedIn(who)) {
                        pages.forEach(page -> {
                            visitor.open(page.path());
                            assertEquals(
                                    0,
                                    visitor.page()
                                            .locator("[onerror], [onload], main script, img[src=x]")
                                            .count(),
                                    page.path());
                        });
                    }
                });
    }

    @Test
    void a_refused_form_keeps_what_was_typed_to_the_letter() {
        var claim = Story.of("It is so.").claim();
        try (var rosa = browser.signedIn("rosa")) {
            for (String form : List.of(
                    "/desk/articles/new",
                    "/desk/claims/new",
                    "/desk/experts/new",
                    claim + "/edit",
                    claim + "/evidence",
                    claim + "/verdict")) {
                refuses(rosa.open(form), form);
            }
        }
        try (var ada = browser.signedIn("ada")) {
            refuses(ada.open("/desk/scales/new"), "/desk/scales/new");
        }
    }

    private static void refuses(Visitor visitor, String form) {
        String boxes = "main form[method=post] input:is([type=text], [type=url]), main form[method=post] textarea";
        visitor.page().evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
        visitor.page().evaluate("document.querySelector('main form[method=post]').noValidate = true");
        var filled = visitor.page().locator(boxes).all();
        filled.forEach(box -> box.fill(NAUGHTY));
        var names = filled.stream().map(box -> box.getAttribute("name")).toList();
        visitor.page().locator("main form[method=post] .actions button.primary").click();
        visitor.arrived().page().locator("#refusal").waitFor();
        names.forEach(name -> assertEquals(NAUGHTY, visitor.field(name).inputValue(), () -> form + " " + name));
    }
}
