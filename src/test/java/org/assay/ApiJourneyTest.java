package org.assay;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.anArticle;
import static org.assay.support.Newsdesk.approve;
import static org.assay.support.Newsdesk.claim;
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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;

/** The whole story as a program tells it, over JSON alone. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ApiJourneyTest {

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
}
