package org.assay.claim;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class ClaimEvidenceRemovalTest {

    @Test
    void evidence_is_removed_with_a_reason_and_the_history_keeps_it() {
        long claim = Given.aClaimWithEvidence();
        Shown.of(Desk.as("ravi").get(page(claim, 2)))
                .with(200)
                .says("Order on rates")
                .saysNothingOf("Wendy Witness")
                .has("form[method=post][action='" + page(claim, 2) + "'] button.danger")
                .hasNo("a[href$='/evidence/2/removal']");
        Shown.after(
                        "ravi",
                        Desk.form("ravi")
                                .formParam("reason", "About <b>another</b> levy.")
                                .post(page(claim, 2)))
                .says("The evidence is removed; the history keeps it.")
                .hasNo("#evidence-2")
                .has("#evidence-1")
                .says("removed evidence, no. 2")
                .says("About <b>another</b> levy.");
        Given.make("rosa", claim, "evidence", Given.aDocument())
                .then()
                .body("evidence.n", equalTo(List.of(1, 3)))
                .body("contributors.name", equalTo(List.of("Ravi", "Rosa")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a reason with\u0007 a control character"})
    void a_reason_is_needed_and_whatever_was_typed_is_kept(String reason) {
        long claim = Given.aClaimWithEvidence();
        var typed = Map.of("reason", reason);
        Shown.of(Desk.form("ravi").formParams(typed).post(page(claim, 2)))
                .with(400)
                .says("Order on rates")
                .has("#reason-error")
                .keeps(typed);
        Given.claim(claim).body("evidence.n", equalTo(List.of(1, 2)));
    }

    @Test
    void evidence_that_is_not_there_or_no_more_is_not_found() {
        long claim = Given.aClaimWithEvidence();
        Desk.form("ravi")
                .formParam("reason", "Once.")
                .post(page(claim, 2))
                .then()
                .statusCode(303);
        for (int n : new int[] {2, 3, 0, -1}) {
            Shown.of(Desk.as("ravi").get(page(claim, n))).with(404).says("There is nothing at this address.");
            for (String reason : new String[] {"Again.", ""}) {
                Shown.of(Desk.form("ravi").formParam("reason", reason).post(page(claim, n)))
                        .with(404)
                        .says("There is nothing at this address.");
            }
        }
        Given.claim(claim).body("version", equalTo(4));
    }

    @Test
    void a_removal_that_comes_too_late_keeps_the_reason() {
        long claim = Given.aProposedClaim();
        Shown.of(Desk.as("ravi").get(page(claim, 1)))
                .with(200)
                .says("This claim is proposed: its evidence can change only while it is logged, returned or reopened.")
                .hasNo("form");
        Shown.of(Desk.form("ravi").formParam("reason", "Too </p> late 🦊").post(page(claim, 1)))
                .with(409)
                .says("Too </p> late 🦊");
        Given.claim(claim).body("evidence.n", equalTo(List.of(1, 2)));
    }

    @Test
    void an_editor_who_removed_evidence_does_not_sign() {
        long claim = Given.aClaimWithEvidence();
        Desk.form("edith")
                .formParam("reason", "Twice.")
                .post(page(claim, 2))
                .then()
                .statusCode(303);
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        Shown.of(Desk.form("edith")
                        .formParam("digest", Given.digest(claim))
                        .post("/desk/claims/" + claim + "/approval"))
                .with(403)
                .says("You worked on this claim, so someone else must approve it.");
    }

    @Test
    void an_admin_removes_nothing() {
        long claim = Given.aClaimWithEvidence();
        Shown.of(Desk.as("ada").get(page(claim, 1))).with(403).says("Only reviewers and editors can open this page.");
        Desk.form("ada").formParam("reason", "No.").post(page(claim, 1)).then().statusCode(403);
        Given.claim(claim).body("evidence.n", equalTo(List.of(1, 2)));
    }

    private static String page(long claim, int n) {
        return "/desk/claims/" + claim + "/evidence/" + n + "/removal";
    }
}
