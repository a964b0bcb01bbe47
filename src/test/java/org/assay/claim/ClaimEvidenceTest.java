package org.assay.claim;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
class ClaimEvidenceTest {

    @Test
    void an_expert_is_added_on_the_way_and_chosen_the_next_time() {
        long claim = Given.aLoggedClaim();
        String page = "/desk/claims/" + claim + "/evidence";
        var typed = aStatement();
        String name = "Wendy " + System.nanoTime();
        typed.put("expert.name", name);
        typed.put("expert.position", "Vice-president");
        typed.put("expert.interests", "Advised a ministry.");
        var attached = Desk.form("rosa").formParams(typed).post(page);
        assertEquals(303, attached.statusCode(), attached::asString);
        Shown.of(Desk.as("rosa").cookies(attached.cookies()).get(attached.header("Location")))
                .says("The evidence is attached.")
                .says(name + ", Vice-president")
                .says("Interests: Advised a ministry.")
                .has("#evidence-1 a[href$='/evidence/1/removal']");
        String id = Shown.of(Desk.as("ravi").get(page)).with(200).page().select("select option").stream()
                .filter(option -> option.text().startsWith(name))
                .findFirst()
                .orElseThrow()
                .val();
        typed.keySet().removeIf(field -> field.startsWith("expert."));
        typed.put("expert.id", id);
        Desk.form("ravi").formParams(typed).post(page).then().statusCode(303);
        Given.claim(claim).body("evidence[1].expert.name", equalTo(name)).body("version", equalTo(3));
    }

    @Test
    void an_expert_statement_without_an_expert_is_refused_and_keeps_what_was_typed() {
        long claim = Given.aLoggedClaim();
        var typed = aStatement();
        typed.put("note", Shown.HOSTILE);
        typed.put("quote", "\n\nis not </textarea> credible");
        typed.put("expert.interests", "Paid by <b>someone</b> 🦊.");
        typed.put("source.title", "\"Talks\" & <i>levies</i>");
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/claims/" + claim + "/evidence"))
                .with(400)
                .keeps(typed)
                .says("Please name the expert")
                .has("details[open]");
    }

    @Test
    void the_stance_that_was_clicked_on_is_chosen() {
        var page = Shown.of(Desk.as("rosa").get("/desk/claims/" + Given.aLoggedClaim() + "/evidence?stance=supports"));
        assertEquals("supports", page.field("stance"));
    }

    @Test
    void evidence_for_a_claim_that_is_proposed_is_refused_and_still_readable() {
        long claim = Given.aProposedClaim();
        var typed = aStatement();
        typed.put("kind", "data");
        typed.put("note", Shown.HOSTILE);
        var refused = Shown.of(Desk.form("rosa").formParams(typed).post("/desk/claims/" + claim + "/evidence"))
                .with(409)
                .says("This claim is proposed")
                .hasNo("script:not([src])");
        assertEquals(
                Shown.HOSTILE.replace("\r\n", "\n"),
                refused.page().select("dd").stream()
                        .map(shown -> shown.wholeText().replace("\r\n", "\n"))
                        .filter(shown -> shown.contains("alert"))
                        .findFirst()
                        .orElseThrow());
    }

    private static Map<String, Object> aStatement() {
        var typed = new LinkedHashMap<String, Object>();
        typed.put("stance", "refutes");
        typed.put("kind", "expert-statement");
        typed.put("note", "She negotiated with them.");
        typed.put("quote", "is not credible");
        typed.put("source.title", "Talks on a levy");
        typed.put("source.url", "https://wire.example.org/talks");
        typed.put("source.publishedOn", "2025-10-18");
        typed.put("origin", "");
        return typed;
    }
}
