package org.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
class AuditTest {

    @Test
    void an_admin_reads_what_happened_filtered_and_page_by_page() {
        long claim = Given.aLoggedClaim();
        for (int i = 0; i < 26; i++) {
            Given.make("rosa", claim, "drop", Map.of("reason", "advertising", "note", "<b>Note</b> " + i));
            Given.make("ravi", claim, "restoration", Map.of());
        }
        var first = Shown.of(Desk.as("ada").get("/desk/audit?claim=" + claim))
                .with(200)
                .hasNo("td b");
        assertEquals(50, first.page().select("tbody tr").size());
        assertTrue(first.page().select("tbody tr").first().text().contains("restore"));
        String further = first.page().select("a[rel=next]").attr("href");
        var second =
                Shown.of(Desk.as("ada").urlEncodingEnabled(false).get(further)).with(200);
        assertEquals(3, second.page().select("tbody tr").size());
        assertEquals(String.valueOf(claim), second.page().select("#claim").val());
        var drops = Shown.of(Desk.as("ada").get("/desk/audit?claim=" + claim + "&what=drop&who=rosa"));
        assertEquals(26, drops.with(200).page().select("tbody tr").size());
        Shown.of(Desk.as("ada").get("/desk/audit?claim=" + claim + "&what=drop&who=ravi"))
                .with(200)
                .says("No event fits.");
    }

    @Test
    void what_no_filter_gave_is_refused() {
        Shown.of(Desk.as("ada").get("/desk/audit?after=garbage")).with(400).says("Please");
        Shown.of(Desk.as("ada").get("/desk/audit?claim=<b>")).with(400).says("Please give the claim's number.");
        Shown.of(Desk.as("ada").get("/desk/audit?what=nothing")).with(200);
    }

    @Test
    void nobody_but_an_admin_reads_it() {
        Shown.of(Desk.as("edith").get("/desk/audit")).with(403).says("Only admins can open this page");
        Shown.of(Desk.as("rosa").get("/desk")).with(200).hasNo("a[href='/desk/audit']");
    }
}
