package org.assay.claim;

import static org.assay.support.Newsdesk.aClaimWithEvidence;
import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.approve;
import static org.assay.support.Newsdesk.claim;
import static org.assay.support.Newsdesk.evidenceDraft;
import static org.assay.support.Newsdesk.get;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.moveFrom;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimEvidenceApiTest {

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
    void bounds_count_code_points() {
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
    }

    @Test
    void a_version_that_is_sent_is_honoured() {
        long claim = aClaimWithEvidence();
        var reason = json("reason", "About another decree.");
        moveFrom(1, "rosa", claim, "evidence", evidenceDraft())
                .statusCode(412)
                .body("current.version", is(2))
                .body("current.evidence.n", equalTo(List.of(1)));
        moveFrom(1, "rosa", claim, "evidence/1/removal", reason).statusCode(412).body("current.version", is(2));
        moveFrom(2, "rosa", claim, "evidence", evidenceDraft()).statusCode(201).header("ETag", "\"3\"");
        moveFrom(3, "rosa", claim, "evidence/1/removal", reason).statusCode(201).header("ETag", "\"4\"");
    }
}
