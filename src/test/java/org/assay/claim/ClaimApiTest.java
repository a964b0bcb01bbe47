package org.assay.claim;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.aClaimWithEvidence;
import static org.assay.support.Newsdesk.aDroppedClaim;
import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.aProposedClaim;
import static org.assay.support.Newsdesk.aPublishedClaim;
import static org.assay.support.Newsdesk.aReturnedClaim;
import static org.assay.support.Newsdesk.allIds;
import static org.assay.support.Newsdesk.anApprovedClaim;
import static org.assay.support.Newsdesk.anArticle;
import static org.assay.support.Newsdesk.approve;
import static org.assay.support.Newsdesk.articleDraft;
import static org.assay.support.Newsdesk.claim;
import static org.assay.support.Newsdesk.claimDraft;
import static org.assay.support.Newsdesk.evidenceDraft;
import static org.assay.support.Newsdesk.get;
import static org.assay.support.Newsdesk.id;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.patch;
import static org.assay.support.Newsdesk.post;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.assay.support.Api;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimApiTest {

    private static final String DIGEST = "[0-9a-f]{64}";

    @Test
    void a_claim_goes_from_an_article_to_a_page_and_its_correction_and_its_withdrawal() {
        String before =
                "😀 Talks.\n\nThe minister suggested that the president may not have been aware of the action, ";
        String quote = "instead pointing to Li Chenggang, the top trade negotiator";
        long article = anArticle(before + quote + " under the vice-premier.");
        String statement = "Li Chenggang acted without orders " + UUID.randomUUID();

        var logged = post(
                        "rosa",
                        "/claims",
                        json(
                                "statement",
                                statement,
                                "language",
                                "en",
                                "quote",
                                json(
                                        "articleId",
                                        article,
                                        "exact",
                                        "instead  pointing to\nLi Chenggang, the top trade negotiator"),
                                "claimant",
                                json("name", "Scott Bessent", "position", "Treasury Secretary"),
                                "wording",
                                "implied",
                                "claimedOn",
                                "2025-10-15",
                                "topics",
                                List.of("trade", "rare earths"),
                                "reason",
                                "It shifts the blame."))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("stage", equalTo("logged"))
                .body("version", is(1))
                .body("moves", equalTo(List.of("propose", "drop")))
                .body("statement", equalTo(statement))
                .body("wording", equalTo("implied"))
                .body("claimant.name", equalTo("Scott Bessent"))
                .body("claimedOn", equalTo("2025-10-15"))
                .body("topics", equalTo(List.of("trade", "rare earths")))
                .body("quote.articleId", is((int) article))
                .body("quote.selectors[0].type", equalTo("TextQuoteSelector"))
                .body("quote.selectors[0].exact", equalTo(quote))
                .body("quote.selectors[0].prefix", equalTo(before.substring(before.length() - 32)))
                .body("quote.selectors[0].suffix", equalTo(" under the vice-premier."))
                .body("quote.selectors[1].type", equalTo("TextPositionSelector"))
                .body("quote.selectors[1].start", is(before.codePointCount(0, before.length())))
                .body("quote.selectors[1].end", is(before.codePointCount(0, before.length()) + quote.length()))
                .body("contributors.name", equalTo(List.of("Rosa")))
                .body("evidence", equalTo(List.of()))
                .body("$", not(hasKey("dossier")))
                .body("$", not(hasKey("publication")));
        long claim = id(logged);
        logged.header("Location", endsWith("/api/v1/claims/" + claim));

        var cutler = evidenceDraft(
                "stance", "refutes",
                "kind", "expert-statement",
                "note", "She sat across the table from him.",
                "quote", "is not credible",
                "expert", json("name", "Wendy Cutler", "affiliation", "Asia Society Policy Institute"));
        move("rosa", claim, "evidence", cutler)
                .statusCode(201)
                .header("ETag", "\"2\"")
                .header("Location", nullValue())
                .body("version", is(2))
                .body("evidence[0].n", is(1))
                .body("evidence[0].stance", equalTo("refutes"))
                .body("evidence[0].kind", equalTo("expert-statement"))
                .body("evidence[0].quote", equalTo("is not credible"))
                .body("evidence[0].expert.name", equalTo("Wendy Cutler"))
                .body("evidence[0].source.title", equalTo("Decree 61"))
                .body("evidence[0].attachedBy", equalTo("Rosa"));
        move("edith", claim, "evidence", evidenceDraft("stance", "context", "kind", "data", "origin", "Customs"))
                .statusCode(201)
                .body("version", is(3))
                .body("evidence.n", equalTo(List.of(1, 2)))
                .body("contributors.name", equalTo(List.of("Edith", "Rosa")));

        var proposed = move("rosa", claim, "verdict", verdictDraft("singleSourceReason", null))
                .statusCode(201)
                .body("stage", equalTo("proposed"))
                .body("version", is(4))
                .body("moves", equalTo(List.of()))
                .body("verdict.rating", equalTo("mostly-false"))
                .body("verdict.summary", equalTo("The decree says otherwise."))
                .body("verdict.scale", notNullValue())
                .body("dossier.digest", matchesPattern(DIGEST))
                .body("dossier.proposedBy.name", equalTo("Rosa"))
                .body("dossier.proposedBy.as", equalTo("reviewer"))
                .body("dossier", not(hasKey("approvedBy")));
        String first = proposed.extract().path("dossier.digest");
        get("edith", "/claims/" + claim).body("moves", equalTo(List.of("return")));
        get("emil", "/claims/" + claim).body("moves", equalTo(List.of("return", "approve")));
        get("ada", "/claims/" + claim).body("moves", equalTo(List.of()));

        move("emil", claim, "return", json("note", "Say who she negotiated with."))
                .statusCode(201)
                .body("stage", equalTo("returned"))
                .body("version", is(5))
                .body("contributors.name", equalTo(List.of("Edith", "Rosa")));
        String second = move(
                        "rosa",
                        claim,
                        "verdict",
                        verdictDraft("rationale", "She negotiated with him.", "singleSourceReason", null))
                .statusCode(201)
                .body("version", is(6))
                .extract()
                .path("dossier.digest");
        assertNotEquals(first, second);

        move("edith", claim, "approval", json("digest", second))
                .statusCode(403)
                .body("rule", equalTo("four-eyes"))
                .body("detail", equalTo("You worked on this claim, so someone else must approve it."));
        move("emil", claim, "approval", json("digest", first))
                .statusCode(412)
                .body("current.dossier.digest", equalTo(second));
        get("emil", "/claims/" + claim).body("stage", equalTo("proposed")).body("version", is(6));

        move("emil", claim, "approval", json("digest", second))
                .statusCode(201)
                .body("stage", equalTo("approved"))
                .body("version", is(7))
                .body("moves", equalTo(List.of("publish", "reopen")))
                .body("dossier.digest", equalTo(second))
                .body("dossier.approvedBy.name", equalTo("Emil"))
                .body("dossier.approvedBy.as", equalTo("editor"))
                .body("contributors.name", not(hasItem("Emil")));

        var published = move("emil", claim, "publication", json())
                .statusCode(201)
                .header("Location", containsString("/checks/li-chenggang-acted-without-orders"))
                .body("stage", equalTo("published"))
                .body("moves", equalTo(List.of("withdraw", "reopen")))
                .body("publication.version", is(1))
                .body("publication.withdrawn", is(false));
        String page = published.extract().path("publication.url");
        published.header("Location", endsWith(page));
        given().get(page)
                .then()
                .statusCode(200)
                .body(containsString(statement))
                .body(containsString(second))
                .body(containsString("Wendy Cutler"));

        move("edith", claim, "reopening", json("reason", "The date was wrong."))
                .statusCode(201)
                .body("stage", equalTo("reopened"))
                .body("publication.withdrawn", is(false));
        String corrected = "Mr Li acted without any orders " + UUID.randomUUID();
        patch("rosa", "/claims/" + claim, "\"9\"", json("statement", corrected, "claimedOn", "2025-10-16"))
                .statusCode(200)
                .header("ETag", "\"10\"")
                .body("statement", equalTo(corrected));
        given().get(page).then().statusCode(200).body(containsString(statement)).body(not(containsString(corrected)));

        move("rosa", claim, "verdict", verdictDraft("singleSourceReason", null)).statusCode(201);
        approve("emil", claim).statusCode(201).body("version", is(12));
        move("emil", claim, "publication", json())
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("change", "note"));
        move("emil", claim, "publication", json("change", "correction", "note", "The day it was said was wrong."))
                .statusCode(201)
                .header("Location", endsWith(page))
                .body("publication.url", equalTo(page))
                .body("publication.version", is(2));
        given().get(page)
                .then()
                .statusCode(200)
                .body(containsString(corrected))
                .body(containsString("The day it was said was wrong."));
        given().get(page + "/versions/1").then().statusCode(200).body(containsString(statement));

        move("edith", claim, "withdrawal", json("reason", "The quote was forged."))
                .statusCode(201)
                .body("stage", equalTo("withdrawn"))
                .body("publication.withdrawn", is(true))
                .body("moves", equalTo(List.of("reopen")));
        for (String gone : List.of(page, page + "/versions/1", page + "/versions/2")) {
            given().redirects()
                    .follow(false)
                    .get(gone)
                    .then()
                    .statusCode(410)
                    .body(containsString("The quote was forged."))
                    .body(not(containsString(corrected)));
        }

        var history =
                get("rosa", "/claims/" + claim + "/history").statusCode(200).body("next", nullValue());
        history.body(
                        "items.move",
                        equalTo(List.of(
                                "log",
                                "attach",
                                "attach",
                                "propose",
                                "return",
                                "propose",
                                "approve",
                                "publish",
                                "reopen",
                                "edit",
                                "propose",
                                "approve",
                                "publish",
                                "withdraw")))
                .body(
                        "items.by",
                        equalTo(List.of(
                                "Rosa", "Rosa", "Edith", "Rosa", "Emil", "Rosa", "Emil", "Emil", "Edith", "Rosa",
                                "Rosa", "Emil", "Emil", "Edith")))
                .body("items.hash", everyItem(matchesPattern(DIGEST)))
                .body("items[4].note", equalTo("Say who she negotiated with."))
                .body("items[12].note", equalTo("The day it was said was wrong."))
                .body("items[13].note", equalTo("The quote was forged."));
        List<String> hashes = history.extract().path("items.hash");
        assertEquals(hashes.size(), new HashSet<>(hashes).size());
        List<String> instants = history.extract().path("items.at");
        assertEquals(
                instants.stream().map(Instant::parse).sorted().toList(),
                instants.stream().map(Instant::parse).toList());
        get("emil", "/claims/" + claim).header("ETag", "\"14\"");
    }

    @Test
    void a_claim_needs_a_quote_or_a_source() {
        post("rosa", "/claims", claimDraft("source", null))
                .statusCode(400)
                .body("violations[0].field", equalTo("quote"));
        post("rosa", "/claims", claimDraft())
                .statusCode(201)
                .body("$", not(hasKey("quote")))
                .body("wording", equalTo("stated"))
                .body("topics", equalTo(List.of()));
    }

    @Test
    void a_quote_that_stands_in_no_such_article_or_text_is_refused() {
        long article = anArticle();
        post("rosa", "/claims", claimDraft("quote", json("articleId", article, "exact", "never said")))
                .statusCode(400)
                .body("violations[0].field", equalTo("quote.exact"));
        post("rosa", "/claims", claimDraft("quote", json("articleId", 987654321, "exact", "said")))
                .statusCode(400)
                .body("violations[0].field", equalTo("quote.articleId"));
        post("rosa", "/claims", claimDraft("quote", json("exact", "said")))
                .statusCode(400)
                .body("violations[0].field", equalTo("quote.articleId"));
    }

    @Test
    void of_a_quote_that_stands_more_than_once_the_writer_chooses_the_place() {
        long article = anArticle("😀 One said it. Two said it. Three said it.");
        var candidates = post("rosa", "/claims", claimDraft("quote", json("articleId", article, "exact", "said it")))
                .statusCode(400)
                .body("candidates.start", equalTo(List.of(6, 19, 34)))
                .body("candidates.end", equalTo(List.of(13, 26, 41)))
                .body("candidates.prefix[1]", endsWith("Two "))
                .body("candidates.suffix[1]", startsWith(". Three"))
                .body("violations[0].field", equalTo("quote.start"));
        int start = candidates.extract().path("candidates[1].start");
        post("rosa", "/claims", claimDraft("quote", json("articleId", article, "exact", "said it", "start", start)))
                .statusCode(201)
                .body("quote.selectors[1].start", is(19))
                .body("quote.selectors[0].prefix", equalTo("😀 One said it. Two "));
        for (int wrong : new int[] {18, 20, 0, 1000000}) {
            post("rosa", "/claims", claimDraft("quote", json("articleId", article, "exact", "said it", "start", wrong)))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("quote.start"));
        }
        post("rosa", "/claims", claimDraft("quote", json("articleId", article, "exact", "said it", "start", -1)))
                .statusCode(400)
                .body("violations[0].field", equalTo("quote.start"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"'Three ', -, 34", "-, '. Two', 6", "'One ', '. Two said', 6", "'. Two ', -, 19"})
    void what_stands_around_a_quote_tells_its_place_too(String prefix, String suffix, int start) {
        long article = anArticle("😀 One said it. Two said it. Three said it.");
        var quote = json("articleId", article, "exact", "said it", "prefix", prefix, "suffix", suffix);
        post("rosa", "/claims", claimDraft("quote", quote)).statusCode(201).body("quote.selectors[1].start", is(start));
    }

    @Test
    void an_edit_needs_the_version_it_is_based_on() {
        long claim = aLoggedClaim();
        patch("rosa", "/claims/" + claim, null, json("reason", "x")).statusCode(428);
        for (String malformed : new String[] {"7", "W/\"1\"", "*", "\"x\"", "\"1\", \"2\"", "\"99999999999\"", ""}) {
            patch("rosa", "/claims/" + claim, malformed, json("reason", "x"))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("If-Match"));
        }
        patch("rosa", "/claims/" + claim, "\"1\"", json("reason", "First."))
                .statusCode(200)
                .header("ETag", "\"2\"");
        patch("ravi", "/claims/" + claim, "\"1\"", json("reason", "Second."))
                .statusCode(412)
                .body("current.reason", equalTo("First."))
                .body("current.version", is(2));
        get("rosa", "/claims/" + claim)
                .body("reason", equalTo("First."))
                .body("contributors.name", equalTo(List.of("Rosa")));
    }

    @Test
    void every_move_honours_the_version_that_is_sent() {
        long claim = aClaimWithEvidence();
        Api.as("rosa")
                .header("If-Match", "\"1\"")
                .body(verdictDraft())
                .post("/claims/" + claim + "/verdict")
                .then()
                .statusCode(412)
                .body("current.version", is(2));
        Api.as("rosa")
                .header("If-Match", "\"2\"")
                .body(verdictDraft())
                .post("/claims/" + claim + "/verdict")
                .then()
                .statusCode(201);
    }

    @Test
    void a_patch_leaves_what_it_does_not_name_and_null_clears() {
        long claim = aLoggedClaim(json(
                "claimant",
                json("name", "A spokesman", "position", "Spokesman"),
                "topics",
                List.of("trade"),
                "reason",
                "Heard often.",
                "claimedOn",
                "2025-10-15"));
        patch("rosa", "/claims/" + claim, "\"1\"", json("claimant", json("position", null), "reason", null))
                .statusCode(200)
                .body("claimant.name", equalTo("A spokesman"))
                .body("claimant", not(hasKey("position")))
                .body("$", not(hasKey("reason")))
                .body("topics", equalTo(List.of("trade")))
                .body("claimedOn", equalTo("2025-10-15"));
        patch("rosa", "/claims/" + claim, "\"2\"", json("claimant", null, "topics", List.of("law", "ports")))
                .statusCode(200)
                .body("$", not(hasKey("claimant")))
                .body("topics", equalTo(List.of("law", "ports")));
        for (String needed : new String[] {"statement", "language"}) {
            patch("rosa", "/claims/" + claim, "\"3\"", json(needed, null))
                    .statusCode(400)
                    .body("violations[0].field", equalTo(needed));
        }
        patch("rosa", "/claims/" + claim, "\"3\"", json("source", null))
                .statusCode(400)
                .body("violations[0].field", equalTo("quote"));
    }

    @Test
    void an_edit_that_changes_nothing_leaves_no_trace() {
        long claim = aLoggedClaim(json("reason", "Heard often."));
        patch("edith", "/claims/" + claim, "\"1\"", json("reason", "Heard often."))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("contributors.name", equalTo(List.of("Rosa")));
        get("rosa", "/claims/" + claim + "/history").body("items.size()", is(1));
    }

    @Test
    void the_quote_is_changed_to_another_place_and_the_history_keeps_both() {
        long article = anArticle("First this was said. Then that was said.");
        long claim = aLoggedClaim(json("quote", json("articleId", article, "exact", "this")));
        patch("rosa", "/claims/" + claim, "\"1\"", json("quote", json("exact", "that")))
                .statusCode(200)
                .body("quote.selectors[0].exact", equalTo("that"))
                .body("quote.selectors[1].start", is(26));
        patch("rosa", "/claims/" + claim, "\"2\"", json("quote", json("exact", "was said")))
                .statusCode(400)
                .body("candidates.start", equalTo(List.of(11, 31)));
        patch("rosa", "/claims/" + claim, "\"2\"", json("quote", json("exact", "was said", "start", 31)))
                .statusCode(200)
                .body("quote.selectors[1].start", is(31));
        patch("rosa", "/claims/" + claim, "\"3\"", json("quote", null))
                .statusCode(200)
                .body("$", not(hasKey("quote")));
        get("rosa", "/claims/" + claim + "/history")
                .body("items[1].changes.toString()", containsString("this"))
                .body("items[1].changes.toString()", containsString("that"));
    }

    @Test
    void nothing_changes_on_a_claim_that_is_not_open() {
        for (long claim : new long[] {aProposedClaim(), anApprovedClaim(), aPublishedClaim(), aDroppedClaim()}) {
            String stage = claim(claim).getString("stage");
            int version = claim(claim).getInt("version");
            patch("edith", "/claims/" + claim, "\"" + version + "\"", json("reason", "Changed."))
                    .statusCode(409)
                    .body("stage", equalTo(stage))
                    .body("moves", notNullValue());
            move("edith", claim, "evidence", evidenceDraft()).statusCode(409).body("stage", equalTo(stage));
            if (!stage.equals("dropped")) {
                move("edith", claim, "evidence/1/removal", json("reason", "Wrong."))
                        .statusCode(409);
            }
            get("rosa", "/claims/" + claim).body("version", is(version));
        }
    }

    @Test
    void lists_are_filtered_by_stage_topic_claimant_publisher_and_words() {
        String word = "W" + UUID.randomUUID().toString().replace("-", "");
        long article = id(post("rosa", "/articles", articleDraft("publisher", "Courier " + word))
                .statusCode(201));
        long one = aLoggedClaim(json(
                "statement", "Alpha beta " + word,
                "topics", List.of("topic " + word),
                "claimant", json("name", "Jo " + word),
                "quote", json("articleId", article, "exact", "a spokesman said")));
        long two = aLoggedClaim(json("statement", "Beta gamma 50% " + word));
        move("rosa", two, "drop", json("reason", "out-of-scope")).statusCode(201);
        long[][] found = {{one, two}, {one}, {one}, {one}, {one}, {two}, {two}, {}, {}, {two}, {}};
        String[][] filters = {
            {"q", word.toLowerCase()},
            {"q", word + " alpha"},
            {"topic", "topic " + word},
            {"claimant", "jo " + word},
            {"publisher", "COURIER " + word},
            {"q", "gamma " + word},
            {"q", word, "stage", "dropped"},
            {"topic", "topic"},
            {"publisher", "Courier " + word, "stage", "dropped"},
            {"q", word + " 0%"},
            {"q", word + " 0_"}
        };
        for (int i = 0; i < filters.length; i++) {
            var request = Api.as("rosa");
            for (int f = 0; f < filters[i].length; f += 2) {
                request.queryParam(filters[i][f], filters[i][f + 1]);
            }
            var ids = request.get("/claims")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items.id", Long.class);
            var expected = new ArrayList<Long>();
            for (long id : found[i]) {
                expected.addFirst(id);
            }
            assertEquals(expected, ids, String.join(" ", filters[i]));
        }
        Api.as("rosa")
                .queryParam("stage", "gone")
                .get("/claims")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("stage"));
    }

    @Test
    void a_list_is_read_page_by_page_without_gaps_or_repeats() {
        String word = "P" + UUID.randomUUID().toString().replace("-", "");
        var logged = new ArrayList<Long>();
        for (int i = 0; i < 53; i++) {
            logged.addFirst(aLoggedClaim(json("statement", "Claim " + i + " " + word)));
        }
        var first = Api.as("rosa").queryParam("q", word).get("/claims").then().body("items.size()", is(50));
        String next = first.extract().path("next");
        long added = aLoggedClaim(json("statement", "Meanwhile " + word));
        Api.as("rosa")
                .queryParam("q", word)
                .queryParam("after", next)
                .get("/claims")
                .then()
                .body("items.size()", is(3))
                .body("next", nullValue());
        logged.addFirst(added);
        assertEquals(logged, allIds("/claims?q=" + word, 20));
        assertEquals(logged, allIds("/claims?q=" + word, 54));
        assertEquals(logged, allIds("/claims?q=" + word, 18));
    }

    @Test
    void a_list_takes_only_its_own_tokens_and_200_at_most() {
        for (String limit : new String[] {"201", "0", "-1", "x", "1.5"}) {
            Api.as("rosa")
                    .queryParam("limit", limit)
                    .get("/claims")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("limit"));
        }
        Api.as("rosa").queryParam("limit", "200").get("/claims").then().statusCode(200);
        for (String token : new String[] {"x", "1;drop table claim", "99999999999999999999", "😀"}) {
            Api.as("rosa")
                    .queryParam("after", token)
                    .get("/claims")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("after"));
        }
    }

    @Test
    void a_claim_is_dropped_for_a_reason_and_restored() {
        long original = aLoggedClaim();
        long claim = aLoggedClaim();
        Object[][] refused = {
            {json(), "reason"},
            {json("reason", "boring"), "reason"},
            {json("reason", "duplicate"), "duplicateOf"},
            {json("reason", "duplicate", "duplicateOf", claim), "duplicateOf"},
            {json("reason", "duplicate", "duplicateOf", 987654321), "duplicateOf"},
            {json("reason", "duplicate", "duplicateOf", "" + original), "duplicateOf"},
            {json("reason", "advertising", "duplicateOf", original), "duplicateOf"}
        };
        for (Object[] one : refused) {
            move("rosa", claim, "drop", one[0]).statusCode(400).body("violations[0].field", equalTo(one[1]));
        }
        move("rosa", claim, "drop", json("reason", "duplicate", "duplicateOf", original, "note", "Word for word."))
                .statusCode(201)
                .body("stage", equalTo("dropped"))
                .body("moves", equalTo(List.of("restore")));
        get("rosa", "/claims/" + claim + "/history")
                .body("items[1].move", equalTo("drop"))
                .body("items[1].note", equalTo("Word for word."))
                .body("items[1].changes.reason", equalTo("duplicate"))
                .body("items[1].changes.duplicateOf", is((int) original));
        move("ravi", claim, "drop", json("reason", "advertising")).statusCode(409);
        move("ravi", claim, "restoration", json())
                .statusCode(201)
                .body("stage", equalTo("logged"))
                .body("version", is(3));
        move("ravi", claim, "restoration", json()).statusCode(409).body("stage", equalTo("logged"));
        for (String reason : new String[] {"not-checkable", "advertising", "out-of-scope"}) {
            move("rosa", aLoggedClaim(), "drop", json("reason", reason)).statusCode(201);
        }
        move("rosa", aReturnedClaim(), "drop", json("reason", "out-of-scope")).statusCode(201);
    }

    @Test
    void what_was_published_once_is_never_dropped() {
        long claim = aPublishedClaim();
        move("emil", claim, "reopening", json("reason", "New figures."))
                .statusCode(201)
                .body("moves", not(hasItem("drop")));
        move("emil", claim, "drop", json("reason", "out-of-scope"))
                .statusCode(409)
                .body("detail", containsString("published once"));
    }

    @Test
    void removed_evidence_is_gone_from_the_claim_and_kept_in_its_history() {
        long claim = aClaimWithEvidence();
        move("rosa", claim, "evidence", evidenceDraft("note", "A second piece."))
                .statusCode(201);
        move("edith", claim, "evidence/1/removal", json())
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        move("edith", claim, "evidence/1/removal", json("reason", "About another decree."))
                .statusCode(201)
                .body("version", is(4))
                .body("evidence.n", equalTo(List.of(2)))
                .body("contributors.name", hasItem("Edith"));
        move("edith", claim, "evidence/1/removal", json("reason", "Again.")).statusCode(404);
        move("edith", claim, "evidence/9/removal", json("reason", "None.")).statusCode(404);
        move("rosa", claim, "evidence", evidenceDraft()).statusCode(201).body("evidence.n", equalTo(List.of(2, 3)));
        get("rosa", "/claims/" + claim + "/history")
                .body("items[3].move", equalTo("remove"))
                .body("items[3].note", equalTo("About another decree."))
                .body("items[3].changes.removed.note", equalTo("It is the decree itself."));
        move("rosa", claim, "verdict", verdictDraft()).statusCode(201);
        approve("edith", claim).statusCode(403).body("rule", equalTo("four-eyes"));
    }

    @Test
    void a_verdict_needs_evidence() {
        move("rosa", aLoggedClaim(), "verdict", verdictDraft())
                .statusCode(409)
                .body("stage", equalTo("logged"))
                .body("moves", hasItem("propose"))
                .body("detail", containsString("evidence"));
    }

    @Test
    void a_verdict_from_one_origin_says_why_one_is_enough() {
        long claim = aClaimWithEvidence();
        move(
                        "rosa",
                        claim,
                        "evidence",
                        evidenceDraft("source", json("title", "Copy", "url", "https://www.decrees.example.org/2")))
                .statusCode(201);
        for (Object none : new Object[] {null, "", "  \n"}) {
            move("rosa", claim, "verdict", verdictDraft("singleSourceReason", none))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("singleSourceReason"));
        }
        move("rosa", claim, "evidence", evidenceDraft("origin", "Another agency"))
                .statusCode(201);
        move("rosa", claim, "verdict", verdictDraft("singleSourceReason", null)).statusCode(201);
    }

    @Test
    void five_reports_of_one_press_release_are_one_origin() {
        long claim = aLoggedClaim();
        for (int i = 0; i < 5; i++) {
            var source = json("title", "Report " + i, "url", "https://paper" + i + ".example.org/");
            String origin = i % 2 == 0 ? "The Press Release" : " the press  release";
            move("rosa", claim, "evidence", evidenceDraft("origin", origin, "source", source))
                    .statusCode(201);
        }
        move("rosa", claim, "verdict", verdictDraft("singleSourceReason", null))
                .statusCode(400)
                .body("violations[0].field", equalTo("singleSourceReason"));
    }

    @Test
    void a_verdict_is_whole() {
        long claim = aClaimWithEvidence();
        for (String field : new String[] {"rating", "summary", "rationale"}) {
            for (Object none : new Object[] {null, "", " "}) {
                move("rosa", claim, "verdict", verdictDraft(field, none))
                        .statusCode(400)
                        .body("violations[0].field", equalTo(field));
            }
        }
        move("rosa", claim, "verdict", verdictDraft("rating", "False")).statusCode(400);
        move("rosa", claim, "verdict", verdictDraft("rating", false)).statusCode(400);
        get("rosa", "/claims/" + claim).body("stage", equalTo("logged")).body("$", not(hasKey("dossier")));
    }

    @Test
    void bounds_count_code_points() {
        String most = "😀".repeat(300);
        post("rosa", "/claims", claimDraft("statement", most)).statusCode(201).body("statement", equalTo(most));
        post("rosa", "/claims", claimDraft("statement", most + "x"))
                .statusCode(400)
                .body("violations[0].field", equalTo("statement"));
        post("rosa", "/claims", claimDraft("topics", Collections.nCopies(11, "t")))
                .statusCode(400)
                .body("violations[0].field", equalTo("topics"));
        post("rosa", "/claims", claimDraft("topics", List.of("t", "𝒳".repeat(50))))
                .statusCode(201);
        post("rosa", "/claims", claimDraft("topics", List.of("t", "𝒳".repeat(51))))
                .statusCode(400)
                .body("violations[0].field", equalTo("topics[1]"));
        post("rosa", "/claims", claimDraft("topics", Collections.singletonList(null)))
                .statusCode(400)
                .body("violations[0].field", equalTo("topics[0]"));
        post("rosa", "/claims", claimDraft("reason", "𝒳".repeat(2001))).statusCode(400);
        post("rosa", "/claims", claimDraft("claimant", json("name", "𝒳".repeat(201))))
                .statusCode(400)
                .body("violations[0].field", equalTo("claimant.name"));
        long claim = aLoggedClaim();
        Object[][] evidence = {{"note", 2000}, {"quote", 2000}, {"origin", 200}};
        for (Object[] one : evidence) {
            String field = (String) one[0];
            int bound = (int) one[1];
            move("rosa", claim, "evidence", evidenceDraft(field, "𝒳".repeat(bound)))
                    .statusCode(201);
            move("rosa", claim, "evidence", evidenceDraft(field, "𝒳".repeat(bound + 1)))
                    .statusCode(400)
                    .body("violations[0].field", equalTo(field));
        }
        Object[][] verdict = {{"summary", 500}, {"rationale", 20_000}, {"singleSourceReason", 2000}};
        for (Object[] one : verdict) {
            move("rosa", claim, "verdict", verdictDraft((String) one[0], "𝒳".repeat((int) one[1] + 1)))
                    .statusCode(400)
                    .body("violations[0].field", equalTo(one[0]));
        }
        move("rosa", claim, "verdict", verdictDraft("summary", "𝒳".repeat(500), "rationale", "𝒳".repeat(20_000)))
                .statusCode(201);
    }

    @Test
    void a_first_version_tells_readers_of_no_change() {
        long claim = anApprovedClaim();
        move("emil", claim, "publication", json("change", "update", "note", "New."))
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("change", "note"));
        move("emil", claim, "publication", json()).statusCode(201);
    }

    @Test
    void one_reopened_after_a_withdrawal_stays_gone_until_it_is_published_again() {
        long claim = aPublishedClaim();
        String page = claim(claim).getString("publication.url");
        move("emil", claim, "withdrawal", json("reason", "Forged.")).statusCode(201);
        move("emil", claim, "withdrawal", json("reason", "Forged.")).statusCode(409);
        move("emil", claim, "reopening", json("reason", "It was real."))
                .statusCode(201)
                .body("publication.withdrawn", is(true));
        given().get(page).then().statusCode(410);
        move("rosa", claim, "verdict", verdictDraft()).statusCode(201);
        approve("emil", claim).statusCode(201);
        given().get(page).then().statusCode(410);
        move("emil", claim, "publication", json("change", "update", "note", "Checked anew."))
                .statusCode(201)
                .body("publication.withdrawn", is(false));
        given().get(page).then().statusCode(200);
        given().get(page + "/versions/1").then().statusCode(410);
    }
}
