package org.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.assay.web.Json;
import org.assay.web.Sha256;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimApprovalTest {

    @Test
    void the_approval_shows_the_dossier_and_signs_its_digest() {
        long claim = Given.aProposedClaim();
        var page = Shown.of(Desk.as("emil").get(page(claim, "approval")))
                .with(200)
                .says("This is the dossier that you sign")
                .says("Wendy Witness, Vice-president")
                .says("the levy rose to 157 per cent")
                .says("Order on rates");
        assertEquals(Given.digest(claim), page.field("digest"));
        Shown.after(
                        "emil",
                        Desk.form("emil")
                                .formParam("digest", page.field("digest"))
                                .post(page(claim, "approval")))
                .says("You signed the dossier. It can be published now.")
                .has("a[href$='/publication']");
    }

    @Test
    void nothing_is_signed_that_the_page_does_not_show() {
        long claim = Given.aProposedClaim();
        var shown = Shown.of(Desk.as("emil").get(page(claim, "approval"))).with(200);
        String signed = shown.page().selectFirst("pre.letter").wholeText();
        assertEquals(Given.digest(claim), Sha256.of(Json.write(Json.read(signed, Dossier.Content.class))));
    }

    @Test
    void whoever_worked_on_it_reads_why_they_cannot_sign() {
        long claim = Given.aLoggedClaim();
        Given.make("edith", claim, "evidence", Given.aDocument());
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        Shown.of(Desk.as("edith").get(page(claim, "approval")))
                .with(200)
                .says("someone else must approve")
                .hasNo("form");
        Shown.of(Desk.form("edith").formParam("digest", Given.digest(claim)).post(page(claim, "approval")))
                .with(403)
                .says("someone else must approve");
        assertEquals("proposed", Given.stage(claim));
    }

    @Test
    void a_dossier_that_was_replaced_meanwhile_is_not_signed() {
        long claim = Given.aProposedClaim();
        String read = Given.digest(claim);
        Given.make("edith", claim, "return", Map.of("note", "Please add an order."));
        Given.make("rosa", claim, "evidence", Given.aDocument());
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        var stale = Shown.of(Desk.form("emil").formParam("digest", read).post(page(claim, "approval")))
                .with(412)
                .says("This is not the dossier that is proposed now: please read it again.");
        assertEquals(Given.digest(claim), stale.field("digest"));
    }

    @Test
    void a_digest_that_is_none_is_refused() {
        long claim = Given.aProposedClaim();
        Shown.of(Desk.form("emil").formParam("digest", "<b>").post(page(claim, "approval")))
                .with(400)
                .says("64 hexadecimal");
        Shown.of(Desk.form("emil").formParam("x", "y").post(page(claim, "approval")))
                .with(400);
    }

    @Test
    void before_a_proposal_there_is_nothing_to_sign() {
        long claim = Given.aLoggedClaim();
        Shown.of(Desk.as("emil").get(page(claim, "approval")))
                .with(200)
                .says("This claim is logged")
                .hasNo("form");
    }

    private static String page(long claim, String noun) {
        return "/desk/claims/" + claim + "/" + noun;
    }
}
