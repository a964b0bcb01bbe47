package org.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
class ClaimVerdictTest {

    @Test
    void a_verdict_is_proposed_and_its_dossier_shown_with_its_digest() {
        long claim = Given.aClaimWithEvidence();
        var page = Shown.of(Desk.as("rosa").get(page(claim))).with(200).says("2 independent origins");
        var typed = aVerdict(page.field("version"));
        Shown.after("rosa", Desk.form("rosa").formParams(typed).post(page(claim)))
                .says("The verdict is proposed and its dossier is frozen.")
                .says(Given.digest(claim))
                .says("Mostly false")
                .says("not yet")
                .has(".prose strong");
    }

    @Test
    void a_refused_verdict_keeps_every_character() {
        long claim = Given.aClaimWithEvidence();
        var typed = aVerdict("3");
        typed.put("rationale", Shown.HOSTILE);
        typed.put("summary", "");
        typed.put("singleSourceReason", "\nOne </textarea> is enough.");
        Shown.of(Desk.form("rosa").formParams(typed).post(page(claim)))
                .with(400)
                .keeps(typed)
                .has("#summary-error");
        typed.put("summary", "x".repeat(501));
        Shown.of(Desk.form("rosa").formParams(typed).post(page(claim)))
                .with(400)
                .keeps(typed)
                .has("#summary-error");
        typed.put("summary", "𝒳".repeat(500));
        Desk.form("rosa").formParams(typed).post(page(claim)).then().statusCode(303);
    }

    @Test
    void a_claim_that_changed_meanwhile_is_told_and_the_verdict_can_be_sent_again() {
        long claim = Given.aClaimWithEvidence();
        var typed = aVerdict(Shown.of(Desk.as("rosa").get(page(claim))).field("version"));
        Given.make("ravi", claim, "evidence", Given.aDocument());
        typed.put("rationale", Shown.HOSTILE);
        var stale = Shown.of(Desk.form("rosa").formParams(typed).post(page(claim)))
                .with(412)
                .says("The claim is at version 4 now.");
        assertEquals("4", stale.field("version"));
        typed.put("version", "4");
        stale.keeps(typed);
        Desk.form("rosa").formParams(typed).post(page(claim)).then().statusCode(303);
    }

    @Test
    void what_others_corrected_meanwhile_is_told_before_it_is_frozen_under_ones_name() {
        long article = Given.anArticle();
        long claim = Given.aLoggedClaim(article, "The levy rose to 157 per cent.");
        Given.make("rosa", claim, "evidence", Given.aDocument());
        var page = Shown.of(Desk.as("rosa").get(page(claim)));
        var typed = aVerdict(page.field("version"));
        typed.put("cited", page.field("cited"));
        typed.put("singleSourceReason", "The order is the law.");
        Api.as("edith")
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "What an editor would rather have it called"))
                .patch("/articles/" + article)
                .then()
                .statusCode(200);
        var stale = Shown.of(Desk.form("rosa").formParams(typed).post(page(claim)))
                .with(412)
                .says("The article, an expert or the rating scale was changed since you read them here");
        typed.put("cited", stale.field("cited"));
        stale.keeps(typed);
        Desk.form("rosa").formParams(typed).post(page(claim)).then().statusCode(303);
    }

    @Test
    void without_evidence_nothing_can_be_proposed() {
        long claim = Given.aLoggedClaim();
        Shown.of(Desk.as("rosa").get(page(claim))).with(200).says("This claim has no evidence yet.");
        var typed = aVerdict("1");
        Shown.of(Desk.form("rosa").formParams(typed).post(page(claim)))
                .with(409)
                .keeps(typed)
                .says("attach at least one piece first");
    }

    @Test
    void one_origin_needs_a_reason() {
        long claim = Given.aLoggedClaim();
        Given.make("rosa", claim, "evidence", Given.aDocument());
        Given.make("rosa", claim, "evidence", Given.aDocument());
        var typed = aVerdict("3");
        Shown.of(Desk.form("rosa").formParams(typed).post(page(claim)))
                .with(400)
                .keeps(typed)
                .has("#singleSourceReason-error");
        typed.put("singleSourceReason", "The order is the law.");
        Desk.form("rosa").formParams(typed).post(page(claim)).then().statusCode(303);
    }

    @Test
    void a_statement_that_begins_with_a_verdict_cannot_be_frozen() {
        long claim = Given.aClaimWithEvidence("FALSE: the levy rose.");
        var typed = aVerdict("3");
        Shown.of(Desk.form("rosa").formParams(typed).post(page(claim)))
                .with(400)
                .keeps(typed)
                .says("The statement begins with a verdict");
    }

    @Test
    void the_preview_renders_markdown_without_what_could_harm_and_keeps_the_form() {
        long claim = Given.aClaimWithEvidence();
        var typed = aVerdict("3");
        typed.put(
                "rationale",
                "\n**Bold** <script>alert(1)</script> <img src=x onerror=alert(1)> [bad](javascript:alert(1)) [good](https://example.org)");
        var preview = Shown.of(Desk.form("rosa").formParams(typed).post(page(claim) + "/preview"))
                .with(200)
                .keeps(typed)
                .has(".preview strong")
                .hasNo(".preview img")
                .hasNo(".preview script")
                .hasNo(".preview [onerror]");
        assertEquals(
                "https://example.org",
                preview.page().select(".preview a[href]").last().attr("href"));
        preview.hasNo(".preview a[href^=javascript]");
        Shown.of(Desk.form("rosa").formParams(typed).post(page(claim) + "/preview/fragment"))
                .with(200)
                .has(".preview strong")
                .hasNo("form")
                .hasNo("script");
        typed.put("rationale", "*".repeat(20_001));
        Shown.of(Desk.form("rosa").formParams(typed).post(page(claim) + "/preview"))
                .with(400)
                .keeps(typed)
                .has("#rationale-error");
        Desk.form("rosa")
                .formParams(typed)
                .post(page(claim) + "/preview/fragment")
                .then()
                .statusCode(400);
        assertEquals("logged", Given.stage(claim));
        Desk.form("rosa")
                .formParams(typed)
                .post("/desk/claims/999999999/verdict/preview")
                .then()
                .statusCode(404);
        Desk.form("nora")
                .formParams(typed)
                .post(page(claim) + "/preview")
                .then()
                .statusCode(403);
    }

    private static String page(long claim) {
        return "/desk/claims/" + claim + "/verdict";
    }

    private static Map<String, Object> aVerdict(String version) {
        var typed = new LinkedHashMap<String, Object>();
        typed.put("version", version);
        typed.put("rating", "mostly-false");
        typed.put("summary", "The order sets other rates.");
        typed.put("rationale", "The **order** says so.");
        return typed;
    }
}
