package org.assay.claim;

import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.aPublishedClaim;
import static org.assay.support.Newsdesk.aReturnedClaim;
import static org.assay.support.Newsdesk.claim;
import static org.assay.support.Newsdesk.get;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.moveFrom;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.assay.support.Api;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimDropApiTest {

    @Test
    void a_claim_is_dropped_for_a_reason_and_restored() {
        long original = aLoggedClaim();
        long claim = aLoggedClaim();
        Object[][] refused = {
            {json(), "reason"},
            {json("reason", "boring"), "reason"},
            {json("reason", "duplicate"), "duplicateOf"},
            {json("reason", "duplicate", "duplicateOf", claim), "duplicateOf"},
            {json("reason", "duplicate", "duplicateOf", 987654321), "duplicateOf"},
            {json("reason", "duplicate", "duplicateOf", "" + original), "duplicateOf"},
            {json("reason", "advertising", "duplicateOf", original), "duplicateOf"}
        };
        for (Object[] one : refused) {
            move("rosa", claim, "drop", one[0]).statusCode(400).body("violations[0].field", equalTo(one[1]));
        }
        move("rosa", claim, "drop", json("reason", "duplicate", "duplicateOf", original, "note", "Word for word."))
                .statusCode(201)
                .body("stage", equalTo("dropped"))
                .body("moves", equalTo(List.of("restore")));
        get("rosa", "/claims/" + claim + "/history")
                .body("items[1].move", equalTo("drop"))
                .body("items[1].note", equalTo("Word for word."))
                .body("items[1].changes.reason", equalTo("duplicate"))
                .body("items[1].changes.duplicateOf", is((int) original));
        move("ravi", claim, "drop", json("reason", "advertising")).statusCode(409);
        move("ravi", claim, "restoration", json())
                .statusCode(201)
                .body("stage", equalTo("logged"))
                .body("version", is(3));
        move("ravi", claim, "restoration", json()).statusCode(409).body("stage", equalTo("logged"));
        for (String reason : new String[] {"not-checkable", "advertising", "out-of-scope"}) {
            move("rosa", aLoggedClaim(), "drop", json("reason", reason)).statusCode(201);
        }
        move("rosa", aReturnedClaim(), "drop", json("reason", "out-of-scope")).statusCode(201);
    }

    @Test
    void what_was_published_once_is_never_dropped() {
        long claim = aPublishedClaim();
        move("emil", claim, "reopening", json("reason", "New figures."))
                .statusCode(201)
                .body("moves", not(hasItem("drop")));
        move("emil", claim, "drop", json("reason", "out-of-scope"))
                .statusCode(409)
                .body("detail", containsString("published once"));
    }

    @Test
    void a_version_that_is_sent_is_honoured() {
        long claim = aLoggedClaim();
        moveFrom(7, "rosa", claim, "drop", json("reason", "advertising"))
                .statusCode(412)
                .body("current.stage", equalTo("logged"));
        moveFrom(1, "rosa", claim, "drop", json("reason", "advertising")).statusCode(201);
        moveFrom(1, "rosa", claim, "restoration", json()).statusCode(412).body("current.stage", equalTo("dropped"));
        moveFrom(2, "rosa", claim, "restoration", json()).statusCode(201).header("ETag", "\"3\"");
    }

    @Test
    void a_restoration_says_nothing_and_may_come_without_a_body() {
        long claim = aLoggedClaim();
        move("rosa", claim, "drop", json("reason", "advertising")).statusCode(201);
        move("rosa", claim, "restoration", json("reason", "Mistaken."))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("reason")));
        Api.as("rosa")
                .post("/claims/" + claim + "/restoration")
                .then()
                .statusCode(201)
                .body("stage", equalTo("logged"));
    }
}
