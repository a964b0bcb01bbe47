package org.assay.article;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ArticlesTest {

    @Test
    void a_pasted_text_is_frozen_as_it_is_and_shown_with_its_digest() {
        Shown.of(Desk.as("rosa").get("/desk/articles/new")).with(200).has("textarea[name=text]");
        var typed = anArticle();
        typed.put("text", "  First </textarea><script>alert(1)</script>.\r\n\r\nSecond 🦊 𝒳.  ");
        var logged = Desk.form("rosa").formParams(typed).post("/desk/articles");
        assertEquals(303, logged.statusCode(), logged::asString);
        var page = Shown.of(Desk.as("rosa").cookies(logged.cookies()).get(logged.header("Location")))
                .with(200)
                .says("its text is frozen")
                .says("None yet.")
                .hasNo("script:not([src])");
        assertEquals(2, page.page().select("#snapshot p").size());
        String id = logged.header("Location").replaceFirst(".*/", "");
        Api.as("rosa")
                .get("/articles/" + id)
                .then()
                .body("text", equalTo("  First </textarea><script>alert(1)</script>.\n\nSecond 🦊 𝒳.  "))
                .body("sha256", equalTo(page.page().select("code.digest").text()));
    }

    @Test
    void from_html_the_text_is_taken_with_its_paragraphs() {
        var typed = anArticle();
        typed.put("format", "html");
        typed.put("text", "<style>p{}</style><p>One &amp; only</p><p>Two<script>alert(1)</script></p>");
        var logged = Desk.form("rosa").formParams(typed).post("/desk/articles");
        assertEquals(303, logged.statusCode(), logged::asString);
        var page = Shown.of(Desk.as("rosa").get(logged.header("Location")));
        assertEquals(
                "[One & only, Two]",
                page.page().select("#snapshot p").eachText().toString());
        typed.put("url", Given.anAddress());
        typed.put("text", "<p> </p><script>alert(1)</script>");
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/articles"))
                .with(400)
                .keeps(typed)
                .says("There is no text in this HTML");
    }

    @Test
    void a_refused_article_keeps_every_character_of_its_text() {
        var typed = anArticle();
        typed.put("title", "");
        typed.put("text", Shown.HOSTILE.repeat(2000));
        typed.put("url", "javascript:alert(1)");
        typed.put("publishedOn", "2999-01-01");
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/articles"))
                .with(400)
                .keeps(typed)
                .has("#title-error")
                .has("#url-error")
                .has("#publishedOn-error");
    }

    @Test
    void an_article_that_is_known_is_offered_instead() {
        var typed = anArticle();
        String first =
                Desk.form("rosa").formParams(typed).post("/desk/articles").header("Location");
        typed.put("url", typed.get("url") + "?utm_source=x#top");
        Shown.of(Desk.form("ravi").formParams(typed).post("/desk/articles"))
                .with(409)
                .keeps(typed)
                .says("This article has been logged already")
                .has("a[href='" + first.replaceFirst("^.*?/desk", "/desk") + "']");
    }

    @Test
    void a_text_of_200000_code_points_is_frozen_and_one_more_is_refused() {
        var typed = anArticle();
        typed.put("text", "𝒳".repeat(200_000));
        Desk.form("rosa").formParams(typed).post("/desk/articles").then().statusCode(303);
        typed.put("url", Given.anAddress());
        typed.put("text", "x".repeat(200_001));
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/articles"))
                .with(400)
                .keeps(typed)
                .has("#text-error");
    }

    @Test
    void more_than_4_megabytes_are_refused_with_a_sentence() {
        var typed = anArticle();
        typed.put("text", "x".repeat(4_200_000));
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/articles"))
                .with(413)
                .says("This is more than 4 MB. Please send less.");
        Api.as("rosa")
                .body(typed)
                .post("/articles")
                .then()
                .statusCode(413)
                .body("detail", equalTo("This is more than 4 MB. Please send less."));
    }

    @Test
    void quotes_of_two_claims_that_overlap_are_both_highlighted() {
        long article = Given.anArticle();
        long first = Given.aLoggedClaim(article, "The levy rose.");
        var second = Api.as("ravi")
                .body(Map.of(
                        "statement",
                        "157 per cent.",
                        "language",
                        "en",
                        "quote",
                        Map.of("articleId", article, "exact", "rose to 157 per cent. Nobody asked")))
                .post("/claims")
                .jsonPath()
                .getLong("id");
        var page = Shown.of(Desk.as("rosa").get("/desk/articles/" + article)).with(200);
        assertEquals(
                "[the levy, rose to 157 per cent, . Nobody asked]",
                page.page().select("mark").eachText().toString().replace(" , ", ", "));
        assertEquals("rose to 157 per cent", page.page().select("mark.shared").text());
        page.has("#claim-" + first).has("#claim-" + second).has("a[href='/desk/claims/" + second + "']");
    }

    @Test
    void particulars_are_corrected_and_a_stale_correction_shows_both() {
        long article = Given.anArticle();
        String page = "/desk/articles/" + article;
        var form = Shown.of(Desk.as("ravi").get(page + "/edit")).with(200);
        var typed = anArticle();
        typed.keySet().removeIf(name -> name.equals("text") || name.equals("format"));
        typed.put("version", form.field("version"));
        var hers = new LinkedHashMap<>(typed);
        hers.put("byline", "By Rosa");
        Desk.form("rosa").formParams(hers).post(page).then().statusCode(303);
        typed.put("byline", "By \"Ravi\" <b>");
        var stale = Shown.of(Desk.form("ravi").formParams(typed).post(page))
                .with(412)
                .says("Compare both texts below.");
        assertEquals("By \"Ravi\" <b>", stale.field("byline"));
        String sides = stale.page().select(".conflicts .sides").text();
        assertTrue(sides.contains("By Rosa") && sides.contains("By \"Ravi\" <b>"), sides);
        typed.put("version", stale.field("version"));
        Desk.form("ravi").formParams(typed).post(page).then().statusCode(303);
        var known = anArticle();
        Desk.form("rosa").formParams(known).post("/desk/articles").then().statusCode(303);
        typed.put("url", known.get("url"));
        typed.put("version", "3");
        Shown.of(Desk.form("ravi").formParams(typed).post(page))
                .with(409)
                .keeps(typed)
                .says("logged already");
    }

    @Test
    void lists_go_on_after_fifty_and_keep_what_is_looked_for() {
        String word = "50% & more " + System.nanoTime();
        for (int i = 0; i < 51; i++) {
            var typed = anArticle();
            typed.put("title", word + " no. " + i);
            Desk.form("rosa").formParams(typed).post("/desk/articles").then().statusCode(303);
        }
        var first = Shown.of(Desk.as("rosa").queryParam("q", word).get("/desk/articles"))
                .with(200);
        assertEquals(50, first.page().select("li.row").size());
        var second = Shown.of(Desk.as("rosa")
                .urlEncodingEnabled(false)
                .get(first.page().select("a[rel=next]").attr("href")));
        assertEquals(1, second.with(200).page().select("li.row").size());
        assertEquals(word, second.page().select("#q").val());
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (String id : new String[] {"999999999", "x", "0"}) {
            Desk.as("rosa").get("/desk/articles/" + id).then().statusCode(404);
            Desk.as("rosa").get("/desk/articles/" + id + "/edit").then().statusCode(404);
            Desk.form("rosa")
                    .formParams(anArticle())
                    .post("/desk/articles/" + id)
                    .then()
                    .statusCode(404);
        }
    }

    private static Map<String, Object> anArticle() {
        var typed = new LinkedHashMap<String, Object>();
        typed.put("url", Given.anAddress());
        typed.put("title", "Talks on a levy");
        typed.put("publisher", "Courier");
        typed.put("byline", "Jane Example");
        typed.put("publishedOn", "2025-10-18");
        typed.put("language", "en");
        typed.put("text", "The levy rose.");
        typed.put("format", "text");
        return typed;
    }
}
