package org.assay.claim;

import static org.assay.support.Newsdesk.aClaimWithEvidence;
import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.aProposedClaim;
import static org.assay.support.Newsdesk.claim;
import static org.assay.support.Newsdesk.digest;
import static org.assay.support.Newsdesk.evidenceDraft;
import static org.assay.support.Newsdesk.get;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.moveFrom;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimVerdictApiTest {

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
        long claim = aClaimWithEvidence();
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
    void a_version_that_is_sent_is_honoured() {
        long claim = aClaimWithEvidence();
        honoured(2, "rosa", claim, "verdict", verdictDraft());
        honoured(3, "emil", claim, "return", json("note", "Please look again."));
        move("rosa", claim, "verdict", verdictDraft()).statusCode(201);
        honoured(5, "emil", claim, "approval", json("digest", digest(claim)));
        honoured(6, "emil", claim, "reopening", json("reason", "New figures."));
    }

    private static void honoured(int version, String user, long claim, String noun, Object body) {
        moveFrom(version - 1, user, claim, noun, body).statusCode(412).body("current.version", is(version));
        moveFrom(version, user, claim, noun, body)
                .statusCode(201)
                .header("ETag", "\"" + (version + 1) + "\"")
                .body("version", is(version + 1));
    }

    @Test
    void a_note_or_a_reason_is_needed_and_bounded() {
        long claim = aProposedClaim();
        Object[][] needed = {{"return", "note"}, {"reopening", "reason"}};
        for (Object[] one : needed) {
            String noun = (String) one[0];
            String field = (String) one[1];
            for (Object wrong : new Object[] {null, "", " \n", "𝒳".repeat(2001), 7}) {
                move("emil", claim, noun, json(field, wrong))
                        .statusCode(400)
                        .body("violations.field", equalTo(List.of(field)));
            }
        }
        move("emil", claim, "return", json("note", "𝒳".repeat(2000))).statusCode(201);
        move("emil", claim, "reopening", json("reason", "New figures."))
                .statusCode(409)
                .body("stage", equalTo("returned"));
    }

    @Test
    void a_reviewer_decides_nothing() {
        long claim = aProposedClaim();
        for (String noun : new String[] {"return", "approval", "reopening"}) {
            move("rosa", claim, noun, json()).statusCode(403).body("role", equalTo("editor"));
        }
        get("rosa", "/claims/" + claim).body("stage", equalTo("proposed")).body("version", is(3));
    }
}
