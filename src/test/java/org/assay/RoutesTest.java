package org.assay;

import static io.restassured.RestAssured.given;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assay.support.Api;
import org.assay.support.Attempt;
import org.assay.support.Contents;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Route;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in is known, and is open to those whom docs/routes.md names, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class RoutesTest {

    /** Everybody, by name, with the role that they have; nora has none. */
    private static final Map<String, String> PEOPLE =
            Map.of("rosa", "reviewer", "edith", "editor", "ada", "admin", "nora", "");

    @Inject
    Router server;

    @Inject
    DataSource database;

    static List<Route.Entry> closed() {
        return Route.documented().stream()
                .filter(entry -> !entry.who().equals("anyone"))
                .toList();
    }

    static List<Route.Entry> all() {
        return Route.documented();
    }

    @Test
    void every_way_in_is_known_and_there_is_no_other() {
        var known = Route.documented().stream()
                .map(entry -> entry.route().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        var there = Stream.concat(Route.ofResources().stream(), Route.ofTheServer(server).stream())
                .map(Route::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", known), String.join("\n", there));
        assertEquals(known.size(), Route.documented().size(), "each once");
    }

    @ParameterizedTest
    @MethodSource("closed")
    void whoever_may_not_enter_is_refused_and_changes_nothing(Route.Entry entry) {
        var attempt = Attempt.at(entry.route());
        var before = Contents.of(database);
        turnsAway(attempt, attempt.by(nobody()));
        turnsAway(attempt, attempt.by(nobody().header("Authorization", "Bearer nonsense")));
        turnsAway(attempt, attempt.by(withTheWrongKey(entry.route(), entry.lets("editor") ? "edith" : "ada")));
        PEOPLE.forEach((name, role) -> {
            if (!entry.lets(role)) {
                refuses(attempt, role, attempt.by(as(entry.route(), name)));
                if (entry.route().reads()) {
                    assertEquals(403, as(entry.route(), name).basePath("").head(attempt.path()).statusCode());
                }
            }
        });
        assertEquals(before, Contents.of(database));
    }

    private static RequestSpecification nobody() {
        return given().header("Sec-Fetch-Site", "same-origin");
    }

    private static RequestSpecification as(Route route, String name) {
        return route.isAtTheDesk() ? Desk.as(name) : given().auth().oauth2(Api.token(name));
    }

    /** The desk with a token, the API with a session. */
    private static RequestSpecification withTheWrongKey(Route route, String name) {
        return route.isAtTheDesk()
                ? nobody().auth().oauth2(Api.token(name))
                : nobody().cookies(Desk.session(name));
    }

    /** It is not known who that is. */
    private static void turnsAway(Attempt attempt, Response answer) {
        isGuarded(attempt, answer);
        if (attempt.route().isOfTheApi()) {
            problem(answer.then(), 401)
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .header("Location", nullValue())
                    .body("detail", equalTo("Please send a bearer token that is valid."));
        } else if (attempt.route().reads()) {
            Shown.of(answer).with(401).says("You are on your way to sign in");
        } else {
            Shown.of(answer).with(401).says("Your session has ended");
        }
    }

    /** It is known who that is, and that they may not. */
    private static void refuses(Attempt attempt, String role, Response answer) {
        isGuarded(attempt, answer);
        if (attempt.route().isOfTheApi()) {
            problem(answer.then(), 403).body("detail", startsWith("This takes the role "));
        } else {
            Shown.of(answer)
                    .with(403)
                    .says(role.isEmpty() ? "You have no role here yet" : "can open this page.");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoever_may_enter_gets_in(Route.Entry entry) {
        PEOPLE.forEach((name, role) -> {
            if (entry.lets(role)) {
                var attempt = Attempt.at(entry.route());
                letsIn(attempt, attempt.by(as(entry.route(), name)), name);
            }
        });
        if (entry.lets(null)) {
            var attempt = Attempt.at(entry.route());
            letsIn(attempt, attempt.by(given()), "nobody");
        }
    }

    private static void letsIn(Attempt attempt, Response answer, String who) {
        isGuarded(attempt, answer);
        boolean opaque = attempt.route().method().equals("any")
                || attempt.route().address().equals("/back-channel-logout");
        assertTrue(
                opaque ? answer.statusCode() != 401 && answer.statusCode() != 403 : answer.statusCode() < 400,
                () -> who + " at " + attempt.path() + ": " + answer.statusCode() + " " + answer.asString());
        assertTrue(answer.statusCode() < 500, attempt::path);
        if (attempt.route().isAtTheDesk() && !attempt.route().address().startsWith("/desk/sign-")) {
            String next = answer.header("Location");
            assertTrue(next == null || !next.contains("/authorize"), attempt::path);
        }
    }

    /** No page is shown in another's frame but the card, nothing is taken for what it is not, and the desk is never kept. */
    private static void isGuarded(Attempt attempt, Response answer) {
        var guarded = answer.then().header("X-Content-Type-Options", equalTo("nosniff"));
        if (attempt.route().address().equals("/checks/{slug}/embed")) {
            guarded.header("X-Frame-Options", nullValue())
                    .header("Content-Security-Policy", containsString("frame-ancestors *"));
        } else {
            guarded.header("X-Frame-Options", equalTo("DENY"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        }
        if (attempt.route().isAtTheDesk() || attempt.route().isOfTheApi()) {
            guarded.header("Cache-Control", equalTo("no-store"));
        }
    }
}
