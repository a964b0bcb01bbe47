package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.aPublishedClaim;
import static org.assay.support.Newsdesk.anApprovedClaim;
import static org.assay.support.Newsdesk.approve;
import static org.assay.support.Newsdesk.claim;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.moveFrom;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

    @Test
    void a_version_that_is_sent_is_honoured() {
        long claim = anApprovedClaim();
        var reason = json("reason", "Forged.");
        moveFrom(3, "emil", claim, "publication", json())
                .statusCode(412)
                .body("current.stage", equalTo("approved"))
                .body("current", not(hasKey("publication")));
        moveFrom(4, "emil", claim, "publication", json()).statusCode(201).header("ETag", "\"5\"");
        moveFrom(4, "emil", claim, "withdrawal", reason).statusCode(412).body("current.stage", equalTo("published"));
        given().get(claim(claim).getString("publication.url")).then().statusCode(200);
        moveFrom(5, "emil", claim, "withdrawal", reason).statusCode(201).header("ETag", "\"6\"");
    }

    @Test
    void a_withdrawal_needs_a_reason() {
        long claim = aPublishedClaim();
        for (Object none : new Object[] {null, "", " \n"}) {
            move("emil", claim, "withdrawal", json("reason", none))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("reason"));
        }
        given().get(claim(claim).getString("publication.url")).then().statusCode(200);
    }

    @Test
    void a_reviewer_neither_publishes_nor_withdraws() {
        long approved = anApprovedClaim();
        long published = aPublishedClaim();
        move("rosa", approved, "publication", json()).statusCode(403).body("role", equalTo("editor"));
        move("rosa", published, "withdrawal", json("reason", "Mine."))
                .statusCode(403)
                .body("role", equalTo("editor"));
        assertEquals("approved", claim(approved).getString("stage"));
        assertEquals("published", claim(published).getString("stage"));
    }
}
