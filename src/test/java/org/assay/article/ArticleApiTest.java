package org.assay.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assay.support.Newsdesk.aUrl;
import static org.assay.support.Newsdesk.anArticle;
import static org.assay.support.Newsdesk.articleDraft;
import static org.assay.support.Newsdesk.etag;
import static org.assay.support.Newsdesk.get;
import static org.assay.support.Newsdesk.id;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.patch;
import static org.assay.support.Newsdesk.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ArticleApiTest {

    @Test
    void an_article_is_logged_with_its_particulars_and_read_back_as_it_was_sent() {
        var draft = articleDraft(
                "title", "Talks on rare earths",
                "publisher", "Example Courier",
                "byline", "Jane Example",
                "publishedOn", "2025-10-19",
                "language", "en-GB");
        var answer = post("rosa", "/articles", draft).statusCode(201);
        long article = id(answer);
        answer.header("Location", containsString("/api/v1/articles/" + article)).header("ETag", "\"1\"");
        get("ada", "/articles/" + article)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", is((int) article))
                .body("url", equalTo(draft.get("url")))
                .body("title", equalTo("Talks on rare earths"))
                .body("publisher", equalTo("Example Courier"))
                .body("byline", equalTo("Jane Example"))
                .body("publishedOn", equalTo("2025-10-19"))
                .body("language", equalTo("en-GB"))
                .body("text", equalTo(draft.get("text")))
                .body("capturedAt", containsString("Z"))
                .body("version", is(1));
    }

    @Test
    void the_text_is_kept_to_the_letter_but_for_its_line_ends_and_its_hash_is_over_what_is_kept() {
        String sent = " \tA\r\nB\rC\n\n 𝒳😀 e\u0301 \u200f\u0645\u0631\u062d\u0628\u0627 <b>&amp;</b> \n ";
        String kept = " \tA\nB\nC\n\n 𝒳😀 e\u0301 \u200f\u0645\u0631\u062d\u0628\u0627 <b>&amp;</b> \n ";
        var created = post("rosa", "/articles", articleDraft("text", sent))
                .statusCode(201)
                .body("sha256", equalTo(sha256(kept)));
        get("rosa", "/articles/" + id(created)).body("text", equalTo(kept)).body("sha256", equalTo(sha256(kept)));
    }

    @Test
    void of_html_the_text_is_kept_with_its_paragraphs() {
        String html =
                "<html><head><title>T</title><script>alert(1)</script></head><body><h1>Head</h1><p>Caf&eacute; <b>b</b>old &amp;"
                        + " 😀</p><style>p{}</style><p>two<br>lines</p><ul><li>x</li><li>y</li></ul></body></html>";
        String text = "Head\n\nCafé bold & 😀\n\ntwo\nlines\n\nx\ny";
        post("rosa", "/articles", articleDraft("text", html, "format", "html"))
                .statusCode(201)
                .body("text", equalTo(text))
                .body("sha256", equalTo(sha256(text)));
    }

    @Test
    void text_is_literal_where_no_format_or_text_is_given() {
        for (String format : new String[] {null, "text"}) {
            post("rosa", "/articles", articleDraft("text", "<p>Caf&eacute;</p>", "format", format))
                    .statusCode(201)
                    .body("text", equalTo("<p>Caf&eacute;</p>"));
        }
    }

    @Test
    void html_without_text_is_refused() {
        for (String blank : List.of("<p> </p><script>x</script>", "<p>&nbsp;</p><p>&#8203;</p>")) {
            post("rosa", "/articles", articleDraft("text", blank, "format", "html"))
                    .statusCode(400)
                    .body("violations.field", hasItem("text"));
        }
        post("rosa", "/articles", articleDraft("format", "pdf"))
                .statusCode(400)
                .body("violations[0].field", equalTo("format"))
                .body("violations[0].message", containsString("text, html"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://Example.ORG/%s, https://example.org/%s",
        "HTTPS://example.org:443/%s, https://example.org/%s",
        "http://example.org:80/%s, http://example.org/%s",
        "https://example.org/%s#part, https://example.org/%s",
        "https://%s.example.org/, https://%s.example.org",
        "https://example.org/%s?utm_source=x&a=1&UTM_Medium=y, https://example.org/%s?a=1",
        "https://example.org/%s?fbclid=1&gclid=2&mc_cid=3&mc_eid=4, https://example.org/%s"
    })
    void the_same_address_is_logged_once_however_it_is_written(String first, String second) {
        String unique = "u" + java.util.UUID.randomUUID();
        long known = id(post("rosa", "/articles", articleDraft("url", first.formatted(unique)))
                .statusCode(201));
        post("ravi", "/articles", articleDraft("url", second.formatted(unique)))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("existing.id", is((int) known))
                .body("detail", containsString("logged already"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/%s, http://example.org/%s",
        "https://example.org/%s, https://example.org/%s/",
        "https://example.org/%s, https://example.org/%s?a=1",
        "https://example.org/%s, https://example.org:8443/%s",
        "https://example.org/A%s, https://example.org/a%s"
    })
    void what_is_another_page_is_logged_beside_it(String first, String second) {
        String unique = "u" + java.util.UUID.randomUUID();
        post("rosa", "/articles", articleDraft("url", first.formatted(unique))).statusCode(201);
        post("rosa", "/articles", articleDraft("url", second.formatted(unique))).statusCode(201);
    }

    @Test
    void particulars_are_corrected_and_the_snapshot_stays() {
        long article = anArticle("What was said.");
        patch("edith", "/articles/" + article, "\"1\"", json("byline", "Jane", "publisher", "Courier"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("byline", equalTo("Jane"))
                .body("publisher", equalTo("Courier"))
                .body("title", equalTo("Talks"))
                .body("text", equalTo("What was said."));
        patch("edith", "/articles/" + article, "\"2\"", json("byline", null))
                .statusCode(200)
                .body("byline", nullValue())
                .body("publisher", equalTo("Courier"));
    }

    @Test
    void neither_the_text_nor_anything_frozen_can_be_changed() {
        long article = anArticle("What was said.");
        for (String field : new String[] {"text", "sha256", "capturedAt", "id", "version", "format"}) {
            patch("edith", "/articles/" + article, "\"1\"", json(field, "other"))
                    .statusCode(400)
                    .body("violations.field", hasItem(field));
        }
        get("rosa", "/articles/" + article)
                .body("text", equalTo("What was said."))
                .header("ETag", "\"1\"");
    }

    @Test
    void a_stale_correction_is_refused_with_what_the_article_says_now() {
        long article = anArticle();
        String read = etag("/articles/" + article);
        patch("rosa", "/articles/" + article, read, json("title", "Corrected")).statusCode(200);
        patch("ravi", "/articles/" + article, read, json("title", "Mine"))
                .statusCode(412)
                .contentType("application/problem+json")
                .body("current.title", equalTo("Corrected"))
                .body("current.version", is(2));
        get("rosa", "/articles/" + article).body("title", equalTo("Corrected"));
    }

    @Test
    void an_address_cannot_be_corrected_to_that_of_another_article() {
        String taken = aUrl();
        long known = id(post("rosa", "/articles", articleDraft("url", taken)).statusCode(201));
        long article = anArticle();
        patch("rosa", "/articles/" + article, "\"1\"", json("url", taken + "?utm_source=x"))
                .statusCode(409)
                .body("existing.id", is((int) known));
        patch("rosa", "/articles/" + known, "\"1\"", json("url", taken + "#part"))
                .statusCode(200)
                .body("url", equalTo(taken + "#part"));
    }

    @Test
    void no_article_was_published_after_today() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        post("rosa", "/articles", articleDraft("publishedOn", today.plusDays(2).toString()))
                .statusCode(400)
                .body("violations[0].field", equalTo("publishedOn"));
        post("rosa", "/articles", articleDraft("publishedOn", today.toString())).statusCode(201);
        patch("rosa", "/articles/" + anArticle(), "\"1\"", json("publishedOn", "9999-12-31"))
                .statusCode(400)
                .body("violations[0].field", equalTo("publishedOn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19 October 2025", "2025-02-30", "2025-10-19T10:00:00Z", "-0001-01-01", "0000-01-01", ""})
    void a_date_is_a_day_of_the_calendar(String date) {
        post("rosa", "/articles", articleDraft("publishedOn", date))
                .statusCode(400)
                .body("violations[0].field", equalTo("publishedOn"));
    }

    @ParameterizedTest
    @CsvSource({"title, 300", "publisher, 200", "byline, 200", "text, 200000"})
    void bounds_count_code_points(String field, int most) {
        post("rosa", "/articles", articleDraft(field, "😀".repeat(most)))
                .statusCode(201)
                .body(field, equalTo("😀".repeat(most)));
        post("rosa", "/articles", articleDraft(field, "😀".repeat(most + 1)))
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void an_address_has_at_most_2048_characters() {
        String url = aUrl() + "/";
        String longest = url + "x".repeat(2048 - url.length());
        post("rosa", "/articles", articleDraft("url", longest + "x"))
                .statusCode(400)
                .body("violations[0].field", equalTo("url"));
        post("rosa", "/articles", articleDraft("url", longest)).statusCode(201).body("url", equalTo(longest));
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        var answer = post("rosa", "/articles", json()).statusCode(400);
        assertEquals(
                java.util.Set.of("url", "title", "text", "language"),
                java.util.Set.copyOf(answer.extract().jsonPath().getList("violations.field")));
        answer.body("detail", notNullValue()).body("violations.message", hasItem("Please fill this in."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "e", "en_GB", "en-", "12", "x-private", "", " "})
    void a_language_is_a_tag(String tag) {
        post("rosa", "/articles", articleDraft("language", tag))
                .statusCode(400)
                .body("violations[0].field", equalTo("language"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
