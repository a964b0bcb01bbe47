package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class ClaimWithdrawalTest {

    @Test
    void what_is_live_is_withdrawn_with_a_reason_that_readers_see() {
        long claim = Given.aPublishedClaim();
        Shown.of(Desk.as("edith").get(page(claim)))
                .with(200)
                .says("Withdraw the check")
                .says("Readers see this in the check’s place.")
                .has("form[method=post][action='" + page(claim) + "'] button.danger");
        Shown.after(
                        "edith",
                        Desk.form("edith")
                                .formParam("reason", "It was <b>forged</b>.")
                                .post(page(claim)))
                .says("The check is withdrawn. Readers see your reason in its place.")
                .says("It was <b>forged</b>.")
                .says("Withdrawn: what readers see");
        assertEquals("withdrawn", Given.stage(claim));
        Shown.of(given().get(Given.page(claim)))
                .with(410)
                .says("It was <b>forged</b>.")
                .hasNo("blockquote b");
    }

    @Test
    void what_is_live_is_withdrawn_while_it_is_reworked_too() {
        long claim = Given.aPublishedClaim();
        Given.make("emil", claim, "reopening", Map.of("reason", "New figures."));
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        Shown.after(
                        "edith",
                        Desk.form("edith").formParam("reason", "It was forged.").post(page(claim)))
                .says("It was forged.");
        assertEquals("withdrawn", Given.stage(claim));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "a reason with\u001b[31m a control character"})
    void a_reason_is_needed_and_whatever_was_typed_is_kept(String reason) {
        long claim = Given.aPublishedClaim();
        var typed = Map.of("reason", reason);
        Shown.of(Desk.form("emil").formParams(typed).post(page(claim)))
                .with(400)
                .has("[role=alert]")
                .has("#reason-error")
                .keeps(typed);
        given().get(Given.page(claim)).then().statusCode(200);
    }

    @Test
    void a_reviewer_withdraws_nothing() {
        long claim = Given.aPublishedClaim();
        Shown.of(Desk.as("rosa").get(page(claim))).with(403).says("Only editors can open this page.");
        Desk.form("rosa").formParam("reason", "Mine.").post(page(claim)).then().statusCode(403);
        assertEquals("published", Given.stage(claim));
    }

    @Test
    void what_is_not_live_is_not_withdrawn_and_what_was_typed_is_kept() {
        long proposed = Given.aProposedClaim();
        long withdrawn = Given.aPublishedClaim();
        Given.make("edith", withdrawn, "withdrawal", Map.of("reason", "First."));
        var typed = Map.of("reason", Shown.HOSTILE);
        for (long claim : new long[] {proposed, withdrawn}) {
            Shown.of(Desk.as("emil").get(page(claim)))
                    .with(200)
                    .says("no version of it is live that could be withdrawn")
                    .hasNo("form");
            Shown.of(Desk.form("emil").formParams(typed).post(page(claim)))
                    .with(409)
                    .says("no version of it is live that could be withdrawn")
                    .keeps(typed);
        }
        Shown.of(given().get(Given.page(withdrawn))).with(410).says("First.");
    }

    private static String page(long claim) {
        return "/desk/claims/" + claim + "/withdrawal";
    }
}
