package org.assay.claim;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.aDroppedClaim;
import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.aProposedClaim;
import static org.assay.support.Newsdesk.aPublishedClaim;
import static org.assay.support.Newsdesk.allIds;
import static org.assay.support.Newsdesk.anApprovedClaim;
import static org.assay.support.Newsdesk.anArticle;
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
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
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

    /** By the database's own letters, on whatever machine it was made. */
    @Test
    void words_are_found_in_either_case_in_every_alphabet() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        long claim = aLoggedClaim(json("statement", "Österreich grüßt Київ " + word));
        for (String asked : List.of("österreich", "ÖSTERREICH", "київ", "КИЇВ")) {
            Api.as("rosa")
                    .queryParam("q", word + " " + asked)
                    .get("/claims")
                    .then()
                    .body("items.id", equalTo(List.of((int) claim)));
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
    }

    @Test
    void what_no_text_may_hold_is_not_looked_for() {
        for (String filter : new String[] {"topic", "claimant", "publisher", "q"}) {
            problem(
                            given().urlEncodingEnabled(false)
                                    .auth()
                                    .oauth2(Api.token("rosa"))
                                    .get("/api/v1/claims?" + filter + "=a%00b")
                                    .then(),
                            400)
                    .body("violations[0].field", equalTo(filter));
        }
    }
}
