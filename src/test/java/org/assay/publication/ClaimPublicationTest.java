package org.assay.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

/** A claim's public life as the desk leads it: published, reopened, published again, withdrawn. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimPublicationTest {

    @Test
    void an_editor_publishes_reopens_publishes_again_and_withdraws() {
        long claim = Given.anApprovedClaim();
        Shown.of(Desk.as("edith").get(page(claim, "publication")))
                .with(200)
                .hasNo("[name=change]")
                .says("becomes version 1");
        followed("edith", Desk.form("edith").post(page(claim, "publication")))
                .says("Version 1 is published.")
                .has("a[href^='/checks/']");

        Shown.of(Desk.form("emil").formParam("reason", "").post(page(claim, "reopening")))
                .with(400)
                .has("#reason-error");
        followed("emil", Desk.form("emil").formParam("reason", "New figures.").post(page(claim, "reopening")))
                .says("Version 1 is live")
                .says("New figures.");
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        Given.make("emil", claim, "approval", Map.of("digest", Given.digest(claim)));

        Shown.of(Desk.as("emil").get(page(claim, "publication")))
                .has("[name=change]")
                .says("This becomes version 2.");
        var typed = Map.of("note", Shown.HOSTILE);
        Shown.of(Desk.form("emil").formParams(typed).post(page(claim, "publication")))
                .with(400)
                .keeps(typed)
                .has("#change-error");
        followed(
                        "emil",
                        Desk.form("emil")
                                .formParams(Map.of("change", "correction", "note", "The date was wrong."))
                                .post(page(claim, "publication")))
                .says("Version 2 is published.");

        Shown.of(Desk.form("emil").formParam("reason", " \n ").post(page(claim, "withdrawal")))
                .with(400)
                .has("#reason-error");
        followed("emil", Desk.form("emil").formParam("reason", "It was forged.").post(page(claim, "withdrawal")))
                .says("The check is withdrawn.")
                .says("It was forged.")
                .says("Withdrawn: what readers see");
    }

    @Test
    void what_comes_at_the_wrong_moment_is_refused_and_kept() {
        long claim = Given.aProposedClaim();
        for (String noun : new String[] {"publication", "withdrawal", "reopening"}) {
            Shown.of(Desk.as("emil").get(page(claim, noun)))
                    .with(200)
                    .hasNo("form")
                    .says("This claim is proposed");
        }
        var typed = Map.of("reason", Shown.HOSTILE);
        Shown.of(Desk.form("emil").formParams(typed).post(page(claim, "withdrawal")))
                .with(409)
                .keeps(typed);
        Shown.of(Desk.form("emil").formParams(typed).post(page(claim, "reopening")))
                .with(409)
                .keeps(typed);
        Shown.of(Desk.form("emil").post(page(claim, "publication"))).with(409).says("it must be approved");
    }

    private static Shown followed(String user, Response moved) {
        assertEquals(303, moved.statusCode(), moved::asString);
        return Shown.of(Desk.as(user).cookies(moved.cookies()).get(moved.header("Location")))
                .with(200)
                .has(".flash");
    }

    private static String page(long claim, String noun) {
        return "/desk/claims/" + claim + "/" + noun;
    }
}
