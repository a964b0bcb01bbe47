package org.assay.rating;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RatingScalesTest {

    @Test
    void an_admin_adds_a_version_and_older_verdicts_keep_theirs() {
        long claim = Given.aPublishedClaim();
        var typed = aScale();
        typed.put("labels[1].name", "Largely false " + System.nanoTime());
        Shown.after("ada", Desk.form("ada").formParams(typed).post("/desk/scales"))
                .with(200)
                .says(typed.get("labels[1].name").toString());
        Shown.of(Desk.as("rosa").get(Given.page(claim))).says("Mostly false").saysNothingOf("Largely false");
        Shown.of(Desk.as("rosa").get("/desk/claims/" + Given.aClaimWithEvidence() + "/verdict"))
                .says(typed.get("labels[1].name").toString());
    }

    @Test
    void a_refused_scale_keeps_what_was_typed() {
        var typed = aScale();
        typed.put("labels[2].key", "false");
        typed.put("labels[0].definition", "\nNot </textarea><script>alert(1)</script> so.");
        Shown.of(Desk.form("ada").formParams(typed).post("/desk/scales"))
                .with(400)
                .keeps(typed)
                .says("Another label has this key already.");
        typed.put("labels[2].key", "Mixed!");
        typed.put("labels[2].number", "many");
        Shown.of(Desk.form("ada").formParams(typed).post("/desk/scales"))
                .with(400)
                .keeps(typed);
    }

    @Test
    void only_an_admin_defines_and_everyone_else_reads() {
        Shown.of(Desk.as("rosa").get("/desk/scales"))
                .with(200)
                .says("An admin defines new versions.")
                .hasNo("a[href='/desk/scales/new']");
        Shown.of(Desk.as("edith").get("/desk/scales/new")).with(403).says("Only admins can open this page");
        Desk.form("edith").formParams(aScale()).post("/desk/scales").then().statusCode(403);
        Shown.of(Desk.as("ada").get("/desk/scales/new")).with(200).has("input[value='mostly-false']");
    }

    private static Map<String, Object> aScale() {
        var typed = new LinkedHashMap<String, Object>();
        String[][] labels = {
            {"false", "False", "1"},
            {"mostly-false", "Mostly false", "2"},
            {"mixed", "Mixed", "3"},
            {"mostly-true", "Mostly true", "4"},
            {"true", "True", "5"},
            {"missing-context", "Missing context", ""},
            {"unproven", "Unproven", ""}
        };
        for (int i = 0; i < labels.length; i++) {
            typed.put("labels[%d].key".formatted(i), labels[i][0]);
            typed.put("labels[%d].name".formatted(i), labels[i][1]);
            typed.put("labels[%d].number".formatted(i), labels[i][2]);
            typed.put("labels[%d].definition".formatted(i), "What the evidence shows.");
        }
        return typed;
    }
}
