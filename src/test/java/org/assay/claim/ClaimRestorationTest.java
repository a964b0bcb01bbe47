package org.assay.claim;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimRestorationTest {

    @Test
    void a_dropped_claim_is_restored_as_it_was() {
        long claim = Given.aClaimWithEvidence();
        Given.make("rosa", claim, "drop", Map.of("reason", "out-of-scope"));
        Shown.of(Desk.as("ravi").get("/desk/claims/" + claim))
                .hasNo("a[href$='/evidence']")
                .has("a[href$='/restoration']");
        Shown.of(Desk.as("ravi").get(page(claim)))
                .with(200)
                .says("The claim goes back to the logged ones, with its evidence and its history.")
                .has("form[method=post][action='" + page(claim) + "'] button.primary");
        Shown.after("ravi", Desk.form("ravi").post(page(claim)))
                .says("The claim is restored.")
                .says("restored it")
                .has("#evidence-2");
        assertEquals("logged", Given.stage(claim));
    }

    @Test
    void what_was_not_dropped_or_is_restored_already_is_not_restored() {
        long claim = Given.aDroppedClaim();
        Desk.form("ravi").post(page(claim)).then().statusCode(303);
        Shown.of(Desk.as("rosa").get(page(claim)))
                .with(200)
                .says("This claim is logged: to restore, it must be dropped.")
                .hasNo("form");
        Shown.of(Desk.form("rosa").post(page(claim)))
                .with(409)
                .has("[role=alert]")
                .says("to restore, it must be dropped");
        Given.claim(claim).body("version", equalTo(3));
    }

    @Test
    void an_admin_restores_nothing() {
        long claim = Given.aDroppedClaim();
        Shown.of(Desk.as("ada").get(page(claim))).with(403).says("Only reviewers and editors can open this page.");
        Desk.form("ada").post(page(claim)).then().statusCode(403);
        assertEquals("dropped", Given.stage(claim));
    }

    private static String page(long claim) {
        return "/desk/claims/" + claim + "/restoration";
    }
}
