package org.assay.expert;

import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.allIds;
import static org.assay.support.Newsdesk.evidenceDraft;
import static org.assay.support.Newsdesk.get;
import static org.assay.support.Newsdesk.id;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.patch;
import static org.assay.support.Newsdesk.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import org.assay.support.Api;
import org.assay.support.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ExpertApiTest {

    private static long anExpert(String name) {
        return id(post("rosa", "/experts", json("name", name)).statusCode(201));
    }

    @Test
    void an_expert_is_added_and_read_back() {
        var answer = post(
                        "ravi",
                        "/experts",
                        json(
                                "name", "Wendy Cutler",
                                "position", "Vice-president",
                                "affiliation", "Asia Society Policy Institute",
                                "field", "Trade policy",
                                "url", "https://asiasociety.example.org/cutler",
                                "interests", "Negotiated for the government."))
                .statusCode(201);
        answer.header("Location", containsString("/api/v1/experts/" + id(answer)));
        get("ada", "/experts/" + id(answer))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Wendy Cutler"))
                .body("position", equalTo("Vice-president"))
                .body("affiliation", equalTo("Asia Society Policy Institute"))
                .body("field", equalTo("Trade policy"))
                .body("url", equalTo("https://asiasociety.example.org/cutler"))
                .body("interests", equalTo("Negotiated for the government."));
    }

    @Test
    void a_correction_needs_the_present_version_and_null_clears() {
        long expert = id(post("rosa", "/experts", json("name", "Jo", "field", "Law", "position", "Judge"))
                .statusCode(201));
        patch("edith", "/experts/" + expert, "\"1\"", json("field", null, "interests", "None known."))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("field", nullValue())
                .body("position", equalTo("Judge"))
                .body("interests", equalTo("None known."));
        patch("rosa", "/experts/" + expert, "\"1\"", json("name", "Jo Mine"))
                .statusCode(412)
                .body("current.version", is(2))
                .body("current.interests", equalTo("None known."));
        patch("rosa", "/experts/" + expert, "\"2\"", json("name", null))
                .statusCode(400)
                .body("violations[0].field", equalTo("name"));
        get("rosa", "/experts/" + expert).body("name", equalTo("Jo"));
    }

    @ParameterizedTest
    @CsvSource({"name, 200", "position, 200", "affiliation, 200", "field, 200", "interests, 2000"})
    void bounds_count_code_points(String field, int most) {
        var expert = json("name", "Jo");
        expert.put(field, "𝒳".repeat(most));
        post("rosa", "/experts", expert).statusCode(201).body(field, equalTo("𝒳".repeat(most)));
        expert.put(field, "𝒳".repeat(most + 1));
        post("rosa", "/experts", expert).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void an_expert_needs_a_name_that_can_be_seen() {
        for (Object name : new Object[] {null, "", " \n"}) {
            post("rosa", "/experts", json("name", name)).statusCode(400).body("violations[0].field", equalTo("name"));
        }
    }

    @Test
    void experts_are_listed_by_name_without_gaps_or_repeats() {
        String word = UUID.randomUUID().toString();
        var added = new ArrayList<Long>();
        for (String name : new String[] {"b %s", "A %s", "a %s", "ü, %s", "C %s", "a %s", ", %s"}) {
            added.add(anExpert(name.formatted(word)));
        }
        var listed = allIds("/experts?q=" + word, 2);
        assertEquals(new HashSet<>(added), new HashSet<>(listed));
        assertEquals(added.size(), listed.size());
        var names = Api.as("rosa")
                .queryParam("q", word)
                .get("/experts")
                .then()
                .body("next", nullValue())
                .extract()
                .jsonPath()
                .getList("items.name", String.class);
        assertEquals(
                3,
                names.stream()
                        .takeWhile(name -> !name.startsWith("b"))
                        .filter(name -> name.toLowerCase().startsWith("a"))
                        .count());
    }

    @Test
    void signs_that_mean_something_to_the_database_are_looked_for_as_they_are() {
        String word = UUID.randomUUID().toString();
        long percent = anExpert("100%_! " + word);
        anExpert("100xx " + word);
        for (String q : new String[] {"100%_! " + word, "%_! " + word}) {
            Api.as("rosa")
                    .queryParam("q", q)
                    .get("/experts")
                    .then()
                    .statusCode(200)
                    .body("items.id", equalTo(java.util.List.of((int) percent)));
        }
    }

    @Test
    void a_list_takes_only_its_own_tokens_and_200_at_most() {
        for (String token : new String[] {"x", "!!", "MQ", "LGE", "AAAA", "OTk5OTk5OTk5OTk5OTk5OTk5OTksYQ"}) {
            Api.as("rosa")
                    .queryParam("after", token)
                    .get("/experts")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("after"));
        }
        for (String limit : new String[] {"0", "201", "-1", "many", "99999999999"}) {
            Api.as("rosa")
                    .queryParam("limit", limit)
                    .get("/experts")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("limit"));
        }
        Api.as("rosa").queryParam("limit", 200).get("/experts").then().statusCode(200);
    }

    @Test
    void an_expert_on_record_serves_several_claims_and_a_new_one_is_added_while_attaching() {
        long first = aLoggedClaim();
        int expert = move(
                        "rosa",
                        first,
                        "evidence",
                        evidenceDraft(
                                "kind", "expert-statement", "expert", json("name", "Wendy Cutler", "field", "Trade")))
                .statusCode(201)
                .extract()
                .path("evidence[0].expert.id");
        get("rosa", "/experts/" + expert).statusCode(200).body("field", equalTo("Trade"));
        long second = aLoggedClaim();
        move("rosa", second, "evidence", evidenceDraft("kind", "expert-statement", "expert", json("id", expert)))
                .statusCode(201)
                .body("evidence[0].expert.id", is(expert))
                .body("evidence[0].expert.name", equalTo("Wendy Cutler"));
    }

    @Test
    void an_expert_statement_names_an_expert_that_can_be_found() {
        long claim = aLoggedClaim();
        Object[][] refused = {
            {null, "expert"},
            {json(), "expert.name"},
            {json("name", ""), "expert.name"},
            {json("name", " "), "expert.name"},
            {json("name", "\u00a0\u200b"), "expert.name"},
            {json("field", "Trade"), "expert.name"},
            {json("id", 987654321), "expert.id"},
            {json("id", "1"), "expert.id"},
            {json("name", "Jo", "url", "javascript:alert(1)"), "expert.url"}
        };
        for (Object[] one : refused) {
            move("rosa", claim, "evidence", evidenceDraft("kind", "expert-statement", "expert", one[0]))
                    .statusCode(400)
                    .body("violations[0].field", equalTo(one[1]));
        }
        get("rosa", "/claims/" + claim).body("evidence.size()", is(0)).body("version", is(1));
    }

    @Test
    void somebody_who_only_administers_adds_no_experts() {
        post("ada", "/experts", json("name", "Jo")).statusCode(403).body("role", equalTo("reviewer"));
    }
}
