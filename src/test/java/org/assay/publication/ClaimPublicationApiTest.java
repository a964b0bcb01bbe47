package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.aPublishedClaim;
import static org.assay.support.Newsdesk.anApprovedClaim;
import static org.assay.support.Newsdesk.approve;
import static org.assay.support.Newsdesk.claim;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimPublicationApiTest {

    @Test
    void a_first_version_tells_readers_of_no_change() {
        long claim = anApprovedClaim();
        move("emil", claim, "publication", json("change", "update", "note", "New."))
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("change", "note"));
        move("emil", claim, "publication", json()).statusCode(201);
    }

    @Test
    void one_reopened_after_a_withdrawal_stays_gone_until_it_is_published_again() {
        long claim = aPublishedClaim();
        String page = claim(claim).getString("publication.url");
        move("emil", claim, "withdrawal", json("reason", "Forged.")).statusCode(201);
        move("emil", claim, "withdrawal", json("reason", "Forged.")).statusCode(409);
        move("emil", claim, "reopening", json("reason", "It was real."))
                .statusCode(201)
                .body("publication.withdrawn", is(true));
        given().get(page).then().statusCode(410);
        move("rosa", claim, "verdict", verdictDraft()).statusCode(201);
        approve("emil", claim).statusCode(201);
        given().get(page).then().statusCode(410);
        move("emil", claim, "publication", json("change", "update", "note", "Checked anew."))
                .statusCode(201)
                .body("publication.withdrawn", is(false));
        given().get(page).then().statusCode(200);
        given().get(page + "/versions/1").then().statusCode(410);
    }
}
