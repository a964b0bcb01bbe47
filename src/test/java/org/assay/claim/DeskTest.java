package org.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
@TestProfile(DeskTest.OnADatabaseOfItsOwn.class)
class DeskTest {

    public static class OnADatabaseOfItsOwn implements QuarkusTestProfile {}

    @Test
    void everybody_finds_what_needs_them_and_what_they_work_on() {
        desk("ravi")
                .says("Nothing came back.")
                .says("No open claim has your name on it.")
                .hasNo(".rows");
        desk("edith").says("Nothing waits for your signature.").hasNo(".rows");

        long proposed = Given.aProposedClaim("The <b>levy</b> rose.");
        long withEdith = Given.aClaimWithEvidence();
        Given.make("edith", withEdith, "evidence", Given.aDocument());
        Given.make("rosa", withEdith, "verdict", Given.aVerdict());
        long returned = Given.aProposedClaim();
        Given.make("edith", returned, "return", Map.of("note", "Once more."));
        long approved = Given.anApprovedClaim();
        long logged = Given.aLoggedClaim();
        Given.aDroppedClaim();

        var ediths = desk("edith")
                .says("Awaits an editor")
                .says("The <b>levy</b> rose.")
                .hasNo(".rows b");
        assertEquals(List.of(proposed, approved), listed(ediths, "waiting"));
        assertEquals(List.of(withEdith), listed(ediths, "mine"));
        assertEquals(List.of(proposed, withEdith, approved), listed(desk("emil"), "waiting"));
        var rosas = desk("rosa").says("Came back to you");
        assertEquals(List.of(returned), listed(rosas, "waiting"));
        assertEquals(List.of(logged, withEdith, proposed), listed(rosas, "mine"));
        assertEquals(
                List.of(
                        "Logged 1",
                        "Proposed 2",
                        "Returned 1",
                        "Approved 1",
                        "Published 0",
                        "Withdrawn 0",
                        "Reopened 0",
                        "Dropped 1"),
                rosas.page().select("ul.counts li").eachText());
        desk("ada")
                .says("As an admin you define the rating scale")
                .hasNo("#mine")
                .hasNo("ul.counts a");
    }

    private static Shown desk(String user) {
        return Shown.of(Desk.as(user).get("/desk")).with(200);
    }

    /** The claims under this heading, in their order. */
    private static List<Long> listed(Shown desk, String heading) {
        return desk.page().select("#" + heading + " + ul.rows a.subject").eachAttr("href").stream()
                .map(address -> Long.valueOf(address.replace("/desk/claims/", "")))
                .toList();
    }
}
