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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimReturnTest {

    @Test
    void an_editor_returns_a_proposal_with_a_note_that_its_proposer_reads() {
        long claim = Given.aProposedClaim();
        Shown.of(Desk.as("edith").get(page(claim)))
                .with(200)
                .says("Return the claim")
                .has("form[method=post][action='" + page(claim) + "'] textarea[name=note]")
                .hasNo("form .danger");
        Shown.after("edith", Desk.form("edith").formParam("note", Shown.HOSTILE).post(page(claim)))
                .says("The claim is returned with your note.")
                .says("</textarea><script>")
                .hasNo("script:not([src])");
        assertEquals("returned", Given.stage(claim));
        Shown.of(Desk.as("rosa").get("/desk")).says("Came back to you").has("a[href='/desk/claims/" + claim + "']");
        var again = Shown.of(Desk.as("rosa").get("/desk/claims/" + claim + "/verdict"))
                .with(200);
        assertEquals("mostly-false", again.field("rating"));
        assertEquals("The order sets other rates.", again.field("summary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "a note with\u0007 a control character"})
    void a_note_is_needed_and_whatever_was_typed_is_kept(String note) {
        long claim = Given.aProposedClaim();
        var typed = Map.of("note", note);
        Shown.of(Desk.form("edith").formParams(typed).post(page(claim)))
                .with(400)
                .has("[role=alert]")
                .has("#note-error")
                .keeps(typed);
        assertEquals("proposed", Given.stage(claim));
    }

    @Test
    void a_note_has_2000_characters_at_most() {
        long claim = Given.aProposedClaim();
        var typed = Map.of("note", "𝒳".repeat(2001));
        Shown.of(Desk.form("edith").formParams(typed).post(page(claim)))
                .with(400)
                .has("#note-error")
                .keeps(typed);
        Desk.form("edith")
                .formParam("note", "𝒳".repeat(2000))
                .post(page(claim))
                .then()
                .statusCode(303);
    }

    @Test
    void whoever_worked_on_it_may_return_it_although_they_may_not_sign_it() {
        long claim = Given.aClaimWithEvidence();
        Given.make("edith", claim, "evidence", Given.aDocument());
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        Shown.after(
                        "edith",
                        Desk.form("edith").formParam("note", "One more origin.").post(page(claim)))
                .says("One more origin.");
    }

    @Test
    void a_reviewer_returns_nothing() {
        long claim = Given.aProposedClaim();
        Shown.of(Desk.as("rosa").get(page(claim))).with(403).says("Only editors can open this page.");
        Shown.of(Desk.form("rosa").formParam("note", "No.").post(page(claim)))
                .with(403)
                .says("Only editors can open this page.");
        assertEquals("proposed", Given.stage(claim));
    }

    @Test
    void what_is_not_proposed_cannot_be_returned_and_the_page_says_so() {
        for (long claim : new long[] {Given.aLoggedClaim(), Given.anApprovedClaim()}) {
            Shown.of(Desk.as("emil").get(page(claim)))
                    .with(200)
                    .says("to return, it must be proposed")
                    .hasNo("form");
        }
    }

    @Test
    void the_second_of_two_editors_is_told_and_loses_nothing() {
        long claim = Given.aProposedClaim();
        Given.make("edith", claim, "return", Map.of("note", "First."));
        var late = Map.of("note", Shown.HOSTILE);
        Shown.of(Desk.form("emil").formParams(late).post(page(claim)))
                .with(409)
                .says("This claim is returned: to return, it must be proposed.")
                .keeps(late);
        Given.claim(claim).body("version", equalTo(5));
    }

    private static String page(long claim) {
        return "/desk/claims/" + claim + "/return";
    }
}
