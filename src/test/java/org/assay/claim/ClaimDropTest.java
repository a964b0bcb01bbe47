package org.assay.claim;

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
class ClaimDropTest {

    @Test
    void a_duplicate_names_the_claim_that_it_repeats() {
        long original = Given.aLoggedClaim();
        long claim = Given.aLoggedClaim();
        String page = "/desk/claims/" + claim + "/drop";
        Shown.of(Desk.as("ravi").get(page)).with(200).has("form[method=post]");
        var typed = Map.of("reason", "duplicate", "duplicateOf", "", "note", Shown.HOSTILE);
        Shown.of(Desk.form("ravi").formParams(typed).post(page))
                .with(400)
                .keeps(typed)
                .has("#duplicateOf-error");
        for (String none : new String[] {"999999999", String.valueOf(claim), "<b>", "1.5"}) {
            var wrong = Map.of("reason", "duplicate", "duplicateOf", none, "note", Shown.HOSTILE);
            Shown.of(Desk.form("ravi").formParams(wrong).post(page))
                    .with(400)
                    .keeps(wrong)
                    .has("#duplicateOf-error");
        }
        Shown.after(
                        "ravi",
                        Desk.form("ravi")
                                .formParams(Map.of(
                                        "reason", "duplicate", "duplicateOf", original, "note", "Word for word."))
                                .post(page))
                .says("Word for word.")
                .has(".story a[href='/desk/claims/" + original + "']");
    }

    @Test
    void what_was_published_once_is_never_dropped() {
        long claim = Given.aPublishedClaim();
        Given.make("emil", claim, "reopening", Map.of("reason", "New figures."));
        var typed = Map.of("reason", "advertising", "note", "\nTyped </textarea>");
        Shown.of(Desk.as("rosa").get("/desk/claims/" + claim)).hasNo("a[href$='/drop']");
        Shown.of(Desk.form("rosa").formParams(typed).post("/desk/claims/" + claim + "/drop"))
                .with(409)
                .keeps(typed)
                .says("it was published once");
    }
}
