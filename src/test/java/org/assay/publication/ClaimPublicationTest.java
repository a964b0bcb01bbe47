package org.assay.publication;

import static io.restassured.RestAssured.given;
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
class ClaimPublicationTest {

    @Test
    void an_editor_publishes_what_was_signed_as_version_1() {
        long claim = Given.anApprovedClaim();
        Shown.of(Desk.as("edith").get(page(claim)))
                .with(200)
                .says("becomes version 1, at /checks/")
                .has("form[method=post][action='" + page(claim) + "'] button.primary")
                .hasNo("[name=change]");
        var published = Shown.after("edith", Desk.form("edith").post(page(claim)))
                .says("Version 1 is published. Readers see it now.")
                .has("a[href='" + Given.page(claim) + "']");
        published.saysNothingOf("Withdrawn");
        Shown.of(given().get(Given.page(claim))).with(200).says(Given.digest(claim));
    }

    @Test
    void the_next_version_tells_readers_what_changed_or_the_form_comes_back_whole() {
        long claim = approvedAgain();
        Shown.of(Desk.as("emil").get(page(claim)))
                .with(200)
                .says("This becomes version 2.")
                .has("[name=change]")
                .has("textarea[name=note]");
        var typed = Map.of("note", Shown.HOSTILE);
        Shown.of(Desk.form("emil").formParams(typed).post(page(claim)))
                .with(400)
                .keeps(typed)
                .has("#change-error");
        var unexplained = Map.of("change", "update", "note", " ");
        Shown.of(Desk.form("emil").formParams(unexplained).post(page(claim)))
                .with(400)
                .keeps(unexplained)
                .has("#note-error");
        Given.claim(claim).body("publication.version", equalTo(1));
        Shown.after(
                        "emil",
                        Desk.form("emil")
                                .formParams(Map.of("change", "correction", "note", "The date was wrong."))
                                .post(page(claim)))
                .says("Version 2 is published. Readers see it now.");
        Shown.of(given().get(Given.page(claim))).with(200).says("The date was wrong.");
    }

    @Test
    void a_reviewer_publishes_nothing() {
        long claim = Given.anApprovedClaim();
        Shown.of(Desk.as("rosa").get(page(claim))).with(403).says("Only editors can open this page.");
        Desk.form("rosa").post(page(claim)).then().statusCode(403);
        assertEquals("approved", Given.stage(claim));
    }

    @Test
    void what_is_not_signed_is_not_published() {
        long claim = Given.aProposedClaim();
        Shown.of(Desk.as("emil").get(page(claim)))
                .with(200)
                .says("This claim is proposed: to publish, it must be approved.")
                .hasNo("form");
        Shown.of(Desk.form("emil").post(page(claim))).with(409).says("it must be approved");
        assertEquals("proposed", Given.stage(claim));
    }

    @Test
    void the_second_of_two_editors_is_told_and_loses_nothing() {
        long claim = approvedAgain();
        var first = Map.of("change", "update", "note", "First.");
        Given.make("edith", claim, "publication", first);
        var late = Map.of("change", "correction", "note", Shown.HOSTILE);
        Shown.of(Desk.form("emil").formParams(late).post(page(claim)))
                .with(409)
                .says("This claim is published")
                .keeps(late);
        Given.claim(claim).body("publication.version", equalTo(2));
    }

    private static long approvedAgain() {
        long claim = Given.aPublishedClaim();
        Given.make("emil", claim, "reopening", Map.of("reason", "New figures."));
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        Given.make("emil", claim, "approval", Map.of("digest", Given.digest(claim)));
        return claim;
    }

    private static String page(long claim) {
        return "/desk/claims/" + claim + "/publication";
    }
}
