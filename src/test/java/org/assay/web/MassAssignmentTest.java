package org.assay.web;

import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.assay.support.Api;
import org.assay.support.Attempt;
import org.assay.support.Contents;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Route;
import org.assay.support.Shown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the newsroom itself decides cannot be sent along: whatever it shows of a thing, and all its columns. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class MassAssignmentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** No more are named at once. */
    private static final int AT_ONCE = 40;

    /** Where a claim is once the noun was sent. */
    private static final Map<String, String> STAGES = Map.of(
            "{id}", "logged",
            "evidence", "logged",
            "removal", "logged",
            "verdict", "proposed",
            "return", "returned",
            "approval", "approved",
            "publication", "published",
            "withdrawal", "withdrawn",
            "reopening", "reopened",
            "drop", "dropped");

    /** What another version of a check is asked for, and every form says of the present one. */
    private static final Set<String> NOT_YET = Set.of("change", "note", "version");

    @Inject
    DataSource database;

    static List<Route> ofTheApi() {
        return Route.documented().stream()
                .map(Route.Entry::route)
                .filter(route -> route.isOfTheApi() && !route.reads())
                .toList();
    }

    static List<Route> ofTheDesk() {
        return Route.documented().stream()
                .map(Route.Entry::route)
                .filter(route -> route.address().startsWith("/desk/claims/")
                        && route.method().equals("POST")
                        && STAGES.containsKey(route.address().replaceFirst(".*/", "")))
                .toList();
    }

    /** Every name of a field that the API ever shows, and of every column. */
    private Set<String> names() throws Exception {
        var names = new TreeSet<String>();
        long claim = Given.aPublishedClaim();
        for (String path : List.of("/claims/" + claim, "/claims/" + claim + "/history", "/claims", "/experts", "/scales")) {
            collect(JSON.readTree(Api.as("rosa").get(path).asByteArray()), names);
        }
        int article = Given.claim(claim).extract().path("quote.articleId");
        collect(JSON.readTree(Api.as("rosa").get("/articles/" + article).asByteArray()), names);
        try (var connection = database.getConnection()) {
            Contents.one(
                            connection,
                            "select distinct column_name from information_schema.columns where table_schema = 'public'")
                    .forEach(column -> {
                        names.add(column);
                        names.add(camel(column));
                    });
        }
        names.addAll(List.of("class", "@class", "@type", "__proto__", "constructor", "roles", "by", "person", "session"));
        assertTrue(names.containsAll(List.of("id", "version", "stage", "contributors", "publishedAt", "digest")), names::toString);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.properties().forEach(field -> names.add(field.getKey()));
        node.forEach(inner -> collect(inner, names));
    }

    private static String camel(String column) {
        var camel = new StringBuilder();
        for (String word : column.split("_")) {
            camel.append(camel.isEmpty() ? word : word.substring(0, 1).toUpperCase() + word.substring(1));
        }
        return camel.toString();
    }

    private static String who(Route route) {
        return route.address().endsWith("/scales") ? "ada" : "edith";
    }

    private static Response send(Attempt attempt, Map<String, ?> body) {
        return new Attempt(attempt.route(), attempt.path(), body).by(Api.as(who(attempt.route())));
    }

    @ParameterizedTest
    @MethodSource("ofTheApi")
    void a_field_that_is_not_asked_for_is_refused_by_name_and_nothing_changes(Route route) throws Exception {
        var attempt = Attempt.at(route);
        var names = names();
        var before = Contents.of(database);
        refuses(attempt, List.of(), without(names, taken(attempt, List.of())));
        for (String inner : attempt.sent().keySet()) {
            if (attempt.sent().get(inner) instanceof Map) {
                refuses(attempt, List.of(inner), without(names, taken(attempt, List.of(inner))));
            }
        }
        assertEquals(before, Contents.of(database));
        assertTrue(send(attempt, attempt.sent()).statusCode() < 300, "without them it is taken");
    }

    private static List<String> without(Set<String> names, List<String> taken) {
        return names.stream().filter(name -> !taken.contains(name)).toList();
    }

    /** The fields that are asked for, which a refusal names. */
    private static List<String> taken(Attempt attempt, List<String> within) {
        String said = send(attempt, with(attempt, within, List.of("no-such-field")))
                .then()
                .statusCode(400)
                .extract()
                .path("violations.find { it.message.startsWith('There is no such field') }.message");
        return List.of(said.replaceFirst(".*: the fields here are ", "")
                .replaceFirst("\\.$", "")
                .split(", "));
    }

    private static void refuses(Attempt attempt, List<String> within, List<String> all) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            var answer = problem(send(attempt, with(attempt, within, some)).then(), 400);
            String prefix = within.isEmpty() ? "" : within.getFirst() + ".";
            some.forEach(name -> answer.body("violations.field", hasItem(prefix + name)));
        }
    }

    private static Map<String, Object> with(Attempt attempt, List<String> within, List<String> names) {
        var body = new LinkedHashMap<String, Object>(attempt.sent());
        var added = body;
        if (!within.isEmpty()) {
            added = new LinkedHashMap<>();
            for (var field : ((Map<?, ?>) body.get(within.getFirst())).entrySet()) {
                added.put(field.getKey().toString(), field.getValue());
            }
            body.put(within.getFirst(), added);
        }
        for (String name : names) {
            added.put(name, "mine-alone");
        }
        return body;
    }

    @ParameterizedTest
    @MethodSource("ofTheDesk")
    void a_form_is_read_for_its_own_fields_alone(Route route) throws Exception {
        var attempt = Attempt.at(route);
        var form = new LinkedHashMap<>(attempt.fields());
        String asked = Desk.as("edith")
                .get(attempt.path().replaceFirst("(/desk/claims/\\d+)$", "$1/edit"))
                .asString();
        for (String name : names()) {
            boolean isAsked = asked.contains("name=\"" + name + "\"") || asked.contains("name=\"" + name + ".");
            if (!isAsked && !NOT_YET.contains(name) && !form.containsKey(name)) {
                form.put(name, "mine-alone");
            }
        }
        var answer = Desk.form("edith").formParams(form).post(attempt.path());
        assertEquals(303, answer.statusCode(), () -> Shown.of(answer).page().text());
        long claim = Long.parseLong(attempt.path().replaceFirst("/desk/claims/(\\d+).*", "$1"));
        var shown = Api.as("rosa").get("/claims/" + claim);
        assertEquals(STAGES.get(route.address().replaceFirst(".*/", "")), shown.path("stage"));
        assertFalse(shown.asString().contains("mine-alone"), shown::asString);
        try (var connection = database.getConnection()) {
            for (String table : List.of("claim", "event", "evidence", "contribution", "dossier", "publication")) {
                assertEquals(
                        List.of("0"),
                        Contents.one(
                                connection,
                                "select count(*) from %s t where t::text like '%%mine-alone%%'".formatted(table)),
                        table);
            }
        }
    }
}
