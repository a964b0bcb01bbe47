package org.assay.claim;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimsTest {

    private static final String QUOTE = "the levy rose to 157 per cent";

    @Test
    void a_claim_that_is_logged_from_an_article_is_shown_with_its_quote_in_place() {
        long article = Given.anArticle();
        Shown.of(Desk.as("ravi").get("/desk/claims/new?article=" + article + "&exact=" + QUOTE))
                .with(200)
                .keeps(Map.of("quote.exact", QUOTE, "quote.articleId", article, "language", "en", "wording", "stated"));
        var logged = Desk.form("ravi").formParams(aDraft(article)).post("/desk/claims");
        assertEquals(303, logged.statusCode(), logged::asString);
        var claim = Shown.of(Desk.as("ravi").cookies(logged.cookies()).get(logged.header("Location")))
                .with(200)
                .says("The claim is logged.")
                .says("Stated by Mina Minister")
                .says("No evidence yet.")
                .has("mark");
        assertEquals(QUOTE, claim.page().select("mark").text());
        assertTrue(claim.page()
                .select("blockquote.place > span")
                .first()
                .wholeText()
                .endsWith("The minister said that "));
        Shown.of(Desk.as("ravi").get(logged.header("Location"))).saysNothingOf("The claim is logged.");
    }

    @Test
    void a_refused_form_keeps_every_character_that_was_typed() {
        var typed = new LinkedHashMap<String, Object>(aDraft(Given.anArticle()));
        typed.put("reason", Shown.HOSTILE);
        typed.put("statement", "");
        typed.put("topics", "\"><script>alert(1)</script>, 🦊");
        typed.put("claimant.name", "\"'><b>Mina</b> 𝒳");
        typed.put("claimant.sameAs", "javascript:alert(1)");
        typed.put("claimedOn", "the day before");
        typed.put("quote.exact", "words that\r\n</textarea>nobody wrote");
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/claims"))
                .with(400)
                .keeps(typed)
                .has("[role=alert]")
                .has("#statement[aria-invalid=true]")
                .has("#statement-error")
                .has("[id='claimant.sameAs-error']")
                .says("Please give a date as year-month-day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "ftp://example.org/x", "//example.org", "no address"})
    void only_web_addresses_are_sources(String url) {
        var typed = aDraft(Given.anArticle());
        typed.put("source.url", url);
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/claims"))
                .with(400)
                .keeps(typed)
                .has("[id='source.url-error']");
    }

    @Test
    void control_characters_are_refused_with_their_place() {
        var typed = aDraft(Given.anArticle());
        typed.put("statement", "The levy\u0000 rose.");
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/claims"))
                .with(400)
                .says("control character U+0000 at position 9");
    }

    @Test
    void everything_else_in_unicode_is_kept_to_the_letter() {
        var typed = aDraft(Given.anArticle());
        typed.put("statement", "  <b>𝒳</b> & \"e\u0301\" שלום ﷽ 🏳️‍🌈\tend\u200b ");
        var logged = Desk.form("rosa").formParams(typed).post("/desk/claims");
        assertEquals(303, logged.statusCode(), logged::asString);
        Given.claim(idIn(logged.header("Location"))).body("statement", equalTo(typed.get("statement")));
        Shown.of(Desk.as("rosa").get(logged.header("Location") + "/edit"))
                .with(200)
                .keeps(Map.of("statement", typed.get("statement")));
    }

    @Test
    void a_claim_needs_a_quote_or_a_source() {
        var typed = aDraft(Given.anArticle());
        typed.keySet().removeIf(name -> name.startsWith("quote"));
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/claims"))
                .with(400)
                .keeps(typed)
                .says("Please give a quote from a logged article, or a source.");
        typed.put("source.url", "https://example.org/speech");
        Desk.form("rosa").formParams(typed).post("/desk/claims").then().statusCode(303);
    }

    @Test
    void a_quote_that_stands_at_several_places_is_chosen_in_context() {
        long article = Given.anArticle();
        var typed = aDraft(article);
        typed.put("quote.exact", "The levy is");
        var asked = Shown.of(Desk.form("rosa").formParams(typed).post("/desk/claims"))
                .with(400)
                .keeps(typed)
                .says("This quote stands at several places in the article");
        var places = asked.page().select("input[type=radio][name='quote.start']");
        assertEquals(2, places.size());
        typed.put("quote.start", places.get(1).val());
        var logged = Desk.form("rosa").formParams(typed).post("/desk/claims");
        assertEquals(303, logged.statusCode(), logged::asString);
        Given.claim(idIn(logged.header("Location")))
                .body(
                        "quote.selectors[1].start",
                        equalTo(Integer.valueOf(places.get(1).val())))
                .body("quote.selectors[0].suffix", equalTo(" old."));
    }

    @Test
    void a_stale_save_shows_both_texts_and_loses_neither() {
        long claim = Given.aLoggedClaim();
        var form =
                Shown.of(Desk.as("ravi").get("/desk/claims/" + claim + "/edit")).with(200);
        var typed = form.typed();
        var hers = new HashMap<>(typed);
        hers.put("statement", "The levy fell, says Rosa.");
        Desk.form("rosa").formParams(hers).post("/desk/claims/" + claim).then().statusCode(303);
        typed.put("statement", "The levy </textarea> stayed, says Ravi.");
        var stale = Shown.of(Desk.form("ravi").formParams(typed).post("/desk/claims/" + claim))
                .with(412)
                .says("Somebody else changed this claim while you were writing.");
        assertEquals("The levy </textarea> stayed, says Ravi.", stale.field("statement"));
        var sides = stale.page().select(".conflicts .sides").text();
        assertTrue(sides.contains("The levy fell, says Rosa."), sides);
        assertTrue(sides.contains("The levy </textarea> stayed, says Ravi."), sides);
        typed.put("version", stale.field("version"));
        Desk.form("ravi").formParams(typed).post("/desk/claims/" + claim).then().statusCode(303);
        Shown.of(Desk.as("rosa").get("/desk/claims/" + claim))
                .says("The levy </textarea> stayed, says Ravi.")
                .says("The levy fell, says Rosa.");
    }

    @Test
    void saving_what_is_saved_already_is_no_event() {
        long claim = Given.aLoggedClaim();
        var form = Shown.of(Desk.as("rosa").get("/desk/claims/" + claim + "/edit"));
        var typed = form.typed();
        Desk.form("ravi").formParams(typed).post("/desk/claims/" + claim).then().statusCode(303);
        assertEquals(1, Given.version(claim));
    }

    @Test
    void a_proposed_claim_cannot_be_edited_and_the_page_keeps_what_was_typed() {
        long claim = Given.aProposedClaim();
        Shown.of(Desk.as("rosa").get("/desk/claims/" + claim)).with(200).hasNo("a[href$='/edit']");
        var typed = aDraft(Given.anArticle());
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/claims/" + claim))
                .with(409)
                .keeps(typed)
                .says("can change only while it is logged, returned or reopened");
    }

    @Test
    void buttons_that_somebody_may_not_use_say_why() {
        long claim = Given.aClaimWithEvidence();
        Given.make("edith", claim, "evidence", Given.aDocument());
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        String page = "/desk/claims/" + claim;
        Shown.of(Desk.as("edith").get(page))
                .hasNo("a[href$='/approval']")
                .has("a[href$='/return']")
                .says("You worked on this claim, so someone else must approve it.");
        Shown.of(Desk.as("emil").get(page)).has("a[href$='/approval']").has("a[href$='/return']");
        Shown.of(Desk.as("rosa").get(page))
                .hasNo("a[href$='/approval']")
                .hasNo("a[href$='/return']")
                .says("Only editors can approve a claim.");
    }

    @Test
    void filters_live_in_the_address_and_lists_go_on_after_fifty() {
        String topic = "topic & more " + System.nanoTime();
        long article = Given.anArticle();
        for (int i = 0; i < 51; i++) {
            var draft = aDraft(article);
            draft.put("topics", topic);
            Desk.form("rosa").formParams(draft).post("/desk/claims").then().statusCode(303);
        }
        var first = Shown.of(Desk.as("rosa")
                        .queryParam("topic", topic)
                        .queryParam("stage", "logged")
                        .queryParam("mine", "1")
                        .get("/desk/claims"))
                .with(200);
        assertEquals(50, first.page().select("li.row").size());
        assertEquals(topic, first.page().select("#topic").val());
        assertEquals("logged", first.page().select("#stage option[selected]").val());
        assertEquals(1, first.page().select("[name=mine][checked]").size());
        String further = first.page().select("a[rel=next]").attr("href");
        assertTrue(further.contains("stage=logged") && further.contains("mine=1"), further);
        var second =
                Shown.of(Desk.as("rosa").urlEncodingEnabled(false).get(further)).with(200);
        assertEquals(1, second.page().select("li.row").size());
        assertEquals(topic, second.page().select("#topic").val());
        second.hasNo("a[rel=next]").has(".pager a");
        var others = Shown.of(Desk.as("ravi")
                .queryParam("topic", topic)
                .queryParam("mine", "1")
                .get("/desk/claims"));
        others.with(200).says("No claim fits.");
    }

    @Test
    void claims_are_found_by_words_claimant_and_publisher() {
        String word = "zebra" + System.nanoTime();
        long claim = Given.aLoggedClaim("100%_sure the " + word + " came.");
        for (var filter : List.of(
                Map.of("q", word + " CAME"),
                Map.of("q", "100%_sure " + word),
                Map.of("q", word, "claimant", "mina"),
                Map.of("q", word, "publisher", "cour", "topic", "rare earths"))) {
            Shown.of(Desk.as("ravi").queryParams(filter).get("/desk/claims"))
                    .with(200)
                    .has("a[href='/desk/claims/" + claim + "']");
        }
        for (var filter : List.of(
                Map.of("q", word + " went"),
                Map.of("q", word, "claimant", "nobody"),
                Map.of("q", word, "topic", "rare"),
                Map.of("q", word, "publisher", "c_u"))) {
            Shown.of(Desk.as("ravi").queryParams(filter).get("/desk/claims"))
                    .with(200)
                    .says("No claim fits.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/claims?after=garbage",
                "/desk/claims?after=99999999999999999999",
                "/desk/claims?stage=forgotten",
                "/desk/articles?after=garbage",
                "/desk/experts?after=garbage"
            })
    void an_address_that_no_list_gave_is_refused_with_a_sentence_and_without_a_form(String address) {
        Shown.of(Desk.as("rosa").get(address)).with(400).says("Please").hasNo("form[method=post]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/edit",
                "/evidence",
                "/verdict",
                "/return",
                "/approval",
                "/publication",
                "/withdrawal",
                "/reopening",
                "/drop",
                "/restoration",
                "/evidence/1/removal",
                "/nothing"
            })
    void what_is_not_there_is_not_found(String noun) {
        for (String id : List.of("999999999", "0", "x", "99999999999999999999")) {
            Desk.as("emil").get("/desk/claims/" + id + noun).then().statusCode(404);
            Desk.form("emil")
                    .formParam("x", "y")
                    .post("/desk/claims/" + id + noun)
                    .then()
                    .statusCode(noun.equals("/edit") ? oneOf(404, 405) : equalTo(404));
        }
    }

    @Test
    void a_reviewer_is_refused_an_editors_pages() {
        long claim = Given.aProposedClaim();
        for (String noun : List.of("return", "approval", "publication", "withdrawal", "reopening")) {
            Shown.of(Desk.as("rosa").get("/desk/claims/" + claim + "/" + noun))
                    .with(403)
                    .says("Only editors can open this page");
            Desk.form("rosa")
                    .formParam("note", "x")
                    .post("/desk/claims/" + claim + "/" + noun)
                    .then()
                    .statusCode(403);
        }
        assertEquals("proposed", Given.stage(claim));
    }

    @Test
    void an_admin_works_on_no_claims() {
        Shown.of(Desk.as("ada").get("/desk/claims")).with(403).says("Only reviewers and editors can open this page");
        Shown.of(Desk.as("ada").get("/desk"))
                .with(200)
                .hasNo("a[href='/desk/claims']")
                .has("a[href='/desk/audit']");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/claims", "/desk/articles/new", "/desk/audit", "/desk/scales"})
    void whoever_has_no_role_is_told_so_on_every_page(String page) {
        Shown.of(Desk.as("nora").get(page)).with(403).says("You have no role here yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/claims", "/desk/claims/1", "/desk/claims/x", "/desk/audit?who=rosa"})
    void whoever_is_not_signed_in_is_led_to_the_provider(String page) {
        given().redirects()
                .follow(false)
                .get(page)
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize?"));
    }

    @Test
    void pages_of_the_desk_are_stored_nowhere_and_stand_in_no_frame() {
        Desk.as("rosa")
                .get("/desk/claims")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header(
                        "Content-Security-Policy",
                        equalTo(Desk.as("rosa").get("/desk").header("Content-Security-Policy")));
        assertTrue(
                !Desk.as("rosa").get("/desk").header("Content-Security-Policy").contains("unsafe"));
    }

    private static Map<String, Object> aDraft(long article) {
        var draft = new LinkedHashMap<String, Object>();
        draft.put("statement", "The levy rose to 157 per cent.");
        draft.put("language", "en");
        draft.put("topics", "trade, rare earths");
        draft.put("reason", "It is repeated everywhere.");
        draft.put("claimant.name", "Mina Minister");
        draft.put("claimant.position", "Minister of Trade");
        draft.put("claimant.type", "person");
        draft.put("claimedOn", "2025-10-15");
        draft.put("wording", "stated");
        draft.put("quote.articleId", article);
        draft.put("quote.exact", QUOTE);
        return draft;
    }

    private static long idIn(String location) {
        return Long.parseLong(location.replaceFirst(".*/", ""));
    }
}
