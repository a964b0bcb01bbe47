package org.assay.rating;

import static io.restassured.RestAssured.given;
import static org.assay.support.Newsdesk.aClaimWithEvidence;
import static org.assay.support.Newsdesk.approve;
import static org.assay.support.Newsdesk.get;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.post;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ScaleApiTest {

    private static Map<String, Object> label(String key, Integer number) {
        return json("key", key, "name", "Name of " + key, "definition", "It is " + key + ".", "number", number);
    }

    private static List<Map<String, Object>> inForce() {
        return get("rosa", "/scales").statusCode(200).extract().jsonPath().getList("items[0].labels");
    }

    @Test
    void the_first_scale_is_the_one_that_the_newsroom_documents() {
        var scales = get("rosa", "/scales").statusCode(200).extract().jsonPath();
        List<Map<String, Object>> first = scales.getList("items.find { it.version == 1 }.labels");
        assertEquals(
                List.of("false", "mostly-false", "mixed", "mostly-true", "true", "missing-context", "unproven"),
                first.stream().map(label -> label.get("key")).toList());
        var numbers = new ArrayList<Object>();
        first.forEach(label -> numbers.add(label.get("number")));
        assertEquals(java.util.Arrays.asList(1, 2, 3, 4, 5, null, null), numbers);
    }

    @Test
    void only_an_admin_adds_a_scale() {
        var draft = json("labels", List.of(label("no", 1), label("yes", 2)));
        for (String user : new String[] {"rosa", "edith"}) {
            post(user, "/scales", draft).statusCode(403).body("role", equalTo("admin"));
        }
        get("edith", "/scales").statusCode(200);
    }

    @Test
    void a_new_scale_changes_no_older_verdict_and_a_retired_label_still_renders() {
        long old = aClaimWithEvidence();
        move("rosa", old, "verdict", verdictDraft("rating", "mixed")).statusCode(201);
        int scale = get("rosa", "/claims/" + old).extract().path("verdict.scale");
        var documented = inForce();
        int version = post(
                        "ada", "/scales", json("labels", List.of(label("no", 1), label("yes", 9), label("odd", null))))
                .statusCode(201)
                .body("definedBy", equalTo("Ada"))
                .body("labels.key", equalTo(List.of("no", "yes", "odd")))
                .body("labels[2]", not(hasKey("number")))
                .extract()
                .path("version");
        try {
            assertEquals(scale + 1, version);
            get("ravi", "/scales").body("items[0].version", is(version)).body("items[1].version", is(scale));
            get("rosa", "/claims/" + old)
                    .body("verdict.rating", equalTo("mixed"))
                    .body("verdict.scale", is(scale));
            approve("emil", old).statusCode(201);
            String page = move("emil", old, "publication", json())
                    .statusCode(201)
                    .extract()
                    .header("Location");
            given().get(page).then().statusCode(200).body(containsString("Mixed"));
            given().get(page)
                    .then()
                    .body(containsString("\"alternateName\":\"Mixed\""))
                    .body(containsString("\"bestRating\":5"));

            long claim = aClaimWithEvidence();
            move("rosa", claim, "verdict", verdictDraft("rating", "mixed"))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("rating"))
                    .body("violations[0].message", containsString("no, yes, odd"));
            move("rosa", claim, "verdict", verdictDraft("rating", "yes"))
                    .statusCode(201)
                    .body("verdict.scale", is(version));
        } finally {
            post("ada", "/scales", json("labels", documented)).statusCode(201);
        }
    }

    @Test
    void what_is_wrong_with_a_scale_is_named_label_by_label() {
        Object[][] refused = {
            {null, "labels"},
            {List.of(), "labels"},
            {List.of(label("only", 1)), "labels"},
            {java.util.Collections.nCopies(21, label("x", null)), "labels"},
            {List.of(label("a", 1), label("b", null)), "labels"},
            {List.of(label("a", 1), label("a", 2)), "labels[1].key"},
            {List.of(label("Mostly False", 1), label("b", 2)), "labels[0].key"},
            {List.of(label("a", 0), label("b", 2)), "labels[0].number"},
            {List.of(label("a", 1), label("b", 101)), "labels[1].number"},
            {List.of(label("a", 1), json("key", "b", "definition", "d")), "labels[1].name"},
            {List.of(label("a", 1), json("key", "b", "name", "n")), "labels[1].definition"},
            {List.of(label("a", 1), json("key", "b", "name", "n", "definition", "d", "number", 1.5)), "labels[1].number"
            },
            {List.of(label("a", 1), json("key", "b", "name", 7, "definition", "d")), "labels[1].name"},
            {"false,true", "labels"},
            {java.util.Arrays.asList(label("a", 1), label("b", 2), null), "labels[2]"}
        };
        int scales = inForceVersion();
        for (Object[] one : refused) {
            post("ada", "/scales", json("labels", one[0])).statusCode(400).body("violations.field", hasItem((String)
                    one[1]));
        }
        assertEquals(scales, inForceVersion());
    }

    private static int inForceVersion() {
        return get("ada", "/scales").extract().path("items[0].version");
    }
}
