package org.assay.claim;

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
class ClaimReopeningTest {

    @Test
    void a_published_claim_is_reopened_with_a_reason_and_readers_keep_seeing_it() {
        long claim = Given.aPublishedClaim();
        Shown.of(Desk.as("emil").get(page(claim)))
                .with(200)
                .says("Reopen the claim")
                .has("form[method=post][action='" + page(claim) + "'] textarea[name=reason]");
        Shown.after(
                        "emil",
                        Desk.form("emil")
                                .formParam("reason", "New <b>figures</b>.")
                                .post(page(claim)))
                .says("The claim is reopened. What is live stays live until the next version is published.")
                .says("Version 1 is live")
                .says("New <b>figures</b>.")
                .has("a[href$='/verdict']");
        assertEquals("reopened", Given.stage(claim));
        given().get(Given.page(claim)).then().statusCode(200);
    }

    @Test
    void what_is_approved_or_withdrawn_is_reopened_too() {
        long approved = Given.anApprovedClaim();
        long withdrawn = Given.aPublishedClaim();
        Given.make("emil", withdrawn, "withdrawal", Map.of("reason", "Forged."));
        for (long claim : new long[] {approved, withdrawn}) {
            Shown.after(
                            "edith",
                            Desk.form("edith")
                                    .formParam("reason", "It was real.")
                                    .post(page(claim)))
                    .says("It was real.");
            assertEquals("reopened", Given.stage(claim));
        }
        given().get(Given.page(withdrawn)).then().statusCode(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "a reason with\u0007 a control character"})
    void a_reason_is_needed_and_whatever_was_typed_is_kept(String reason) {
        long claim = Given.aPublishedClaim();
        var typed = Map.of("reason", reason);
        Shown.of(Desk.form("emil").formParams(typed).post(page(claim)))
                .with(400)
                .has("[role=alert]")
                .has("#reason-error")
                .keeps(typed);
        assertEquals("published", Given.stage(claim));
    }

    @Test
    void a_reviewer_reopens_nothing() {
        long claim = Given.aPublishedClaim();
        Shown.of(Desk.as("rosa").get(page(claim))).with(403).says("Only editors can open this page.");
        Desk.form("rosa").formParam("reason", "Mine.").post(page(claim)).then().statusCode(403);
        assertEquals("published", Given.stage(claim));
    }

    @Test
    void what_comes_at_the_wrong_moment_is_refused_and_kept() {
        long claim = Given.aProposedClaim();
        Shown.of(Desk.as("emil").get(page(claim)))
                .with(200)
                .says("This claim is proposed: to reopen, it must be approved, published or withdrawn.")
                .hasNo("form");
        var typed = Map.of("reason", Shown.HOSTILE);
        Shown.of(Desk.form("emil").formParams(typed).post(page(claim)))
                .with(409)
                .says("This claim is proposed")
                .keeps(typed);
        assertEquals("proposed", Given.stage(claim));
    }

    @Test
    void the_second_of_two_editors_is_told_and_loses_nothing() {
        long claim = Given.aPublishedClaim();
        Given.make("edith", claim, "reopening", Map.of("reason", "First."));
        var late = Map.of("reason", "Second.");
        Shown.of(Desk.form("emil").formParams(late).post(page(claim)))
                .with(409)
                .says("This claim is reopened")
                .keeps(late);
    }

    private static String page(long claim) {
        return "/desk/claims/" + claim + "/reopening";
    }
}
