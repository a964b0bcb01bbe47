package org.assay.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
class ExpertsTest {

    @Test
    void an_expert_is_added_and_shown_with_every_claim_that_cites_them() {
        String name = "Wendy <b>𝒳</b> " + System.nanoTime();
        var added = Desk.form("rosa").formParams(anExpert(name)).post("/desk/experts");
        assertEquals(303, added.statusCode(), added::asString);
        Shown.of(Desk.as("rosa").cookies(added.cookies()).get(added.header("Location")))
                .with(200)
                .says("The expert is added.")
                .says(name)
                .says("No evidence cites this expert yet.");
        long claim = Given.aLoggedClaim();
        long id = Long.parseLong(added.header("Location").replaceFirst(".*/", ""));
        var cited = new LinkedHashMap<String, Object>(Given.anExpertStatement(name));
        cited.put("expert", Map.of("id", id));
        Given.make("rosa", claim, "evidence", cited);
        Shown.of(Desk.as("ravi").get("/desk/experts/" + id))
                .has("a[href='/desk/claims/" + claim + "']")
                .says("is not credible");
        Shown.of(Desk.as("ravi").queryParam("q", name).get("/desk/experts")).says("cited 1 time");
        Given.make("rosa", claim, "evidence/1/removal", Map.of("reason", "Another levy."));
        Shown.of(Desk.as("ravi").queryParam("q", name).get("/desk/experts")).says("not cited yet");
    }

    @Test
    void a_refused_form_keeps_what_was_typed() {
        var typed = anExpert("");
        typed.put("interests", Shown.HOSTILE);
        typed.put("url", "javascript:alert(1)");
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/experts"))
                .with(400)
                .keeps(typed)
                .has("#name-error")
                .has("#url-error");
    }

    @Test
    void a_correction_leaves_frozen_dossiers_and_a_stale_one_shows_both() {
        long claim = Given.aPublishedClaim();
        int id = Given.claim(claim).extract().path("evidence[0].expert.id");
        String page = "/desk/experts/" + id;
        var typed = anExpert("Wendy Renamed");
        typed.put("version", Shown.of(Desk.as("ravi").get(page + "/edit")).field("version"));
        Desk.form("rosa").formParams(typed).post(page).then().statusCode(303);
        Shown.of(Desk.as("rosa").get(page)).says("Wendy Renamed");
        Shown.of(Desk.as("rosa").get(Given.page(claim))).says("Wendy Witness").saysNothingOf("Wendy Renamed");
        typed.put("name", "Wendy \"Again\"");
        var stale = Shown.of(Desk.form("ravi").formParams(typed).post(page)).with(412);
        assertEquals("Wendy \"Again\"", stale.field("name"));
        String sides = stale.page().select(".conflicts .sides").text();
        assertTrue(sides.contains("Wendy Renamed") && sides.contains("Wendy \"Again\""), sides);
        typed.put("version", stale.field("version"));
        Desk.form("ravi").formParams(typed).post(page).then().statusCode(303);
    }

    @Test
    void lists_go_on_after_fifty_even_among_those_of_one_name() {
        String name = "Same & Name % " + System.nanoTime();
        for (int i = 0; i < 51; i++) {
            Desk.form("rosa")
                    .formParams(anExpert(name))
                    .post("/desk/experts")
                    .then()
                    .statusCode(303);
        }
        var first = Shown.of(Desk.as("rosa").queryParam("q", name).get("/desk/experts"))
                .with(200);
        assertEquals(50, first.page().select("li.row").size());
        var second = Shown.of(Desk.as("rosa")
                .urlEncodingEnabled(false)
                .get(first.page().select("a[rel=next]").attr("href")));
        assertEquals(1, second.with(200).page().select("li.row").size());
        assertEquals(name, second.page().select("#q").val());
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (String id : new String[] {"999999999", "x", "0"}) {
            Desk.as("rosa").get("/desk/experts/" + id).then().statusCode(404);
            Desk.as("rosa").get("/desk/experts/" + id + "/edit").then().statusCode(404);
            Desk.form("rosa")
                    .formParams(anExpert("X"))
                    .post("/desk/experts/" + id)
                    .then()
                    .statusCode(404);
        }
    }

    private static Map<String, Object> anExpert(String name) {
        var typed = new LinkedHashMap<String, Object>();
        typed.put("name", name);
        typed.put("position", "Vice-president");
        typed.put("affiliation", "Institute");
        typed.put("field", "Trade");
        typed.put("url", "https://institute.example.org/wendy");
        typed.put("interests", "Advised a ministry.");
        return typed;
    }
}
