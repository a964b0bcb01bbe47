package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assay.support.Api;
import org.assay.support.Attempt;
import org.assay.support.Contents;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Raw;
import org.assay.support.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in an address, a query, a header or a form is taken for itself alone, and never ends in a 500. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class HostileRequestsTest {

    private static final String NOWHERE = "zzqx-is-nowhere";

    /** What ends a text in SQL or begins a comment, as it is sent; nothing that is logged holds these words. */
    private static final List<String> SQL = List.of(
            "zzqx%27",
            "zzqx%27+or+%27zz%27=%27zz",
            "zzqx%27)+or+(%27zz%27=%27zz",
            "zzqx%25%27+or+1=1+--",
            "zzqx%5C%27+or+1=1+--",
            "zzqx%22%3B+drop+table+claim%3B+--",
            "zzqx%27+union+select+note+from+event+--",
            "zzqx$1",
            "zzqx?1",
            "zzqx:before");

    /** What decoders stumble over, and what nobody would type. */
    private static final List<String> ODD = List.of(
            "%00",
            "a%00b",
            "%ED%A0%80",
            "%ED%B0%80",
            "%C0%AF",
            "%E0%80%AF",
            "%F0%80%80%AF",
            "%F4%90%80%80",
            "%FF",
            "%F0%9F",
            "%",
            "%zz",
            "%u0041",
            "%0d%0aX-Injected:%20yes",
            "%0a%0a",
            "%1b%5B31m",
            "%E2%80%AE",
            "%EF%BB%BF",
            "-1",
            "0",
            "1.5",
            "1e999999999",
            "NaN",
            "9223372036854775808",
            "9".repeat(400),
            "..%2F..%2Fetc%2Fpasswd",
            "..%5C..",
            "%7Bperson%7D",
            "$%7Bjndi:ldap://x%7D",
            "x".repeat(9_000),
            "");

    @Inject
    DataSource database;

    static List<Route> reads() {
        return Route.documented().stream()
                .map(Route.Entry::route)
                .filter(Route::reads)
                .toList();
    }

    static List<Route> writes() {
        return Route.documented().stream()
                .map(Route.Entry::route)
                .filter(route -> !route.reads() && !route.method().equals("any"))
                .toList();
    }

    private static String[] headers(Route route) {
        String who = Route.documented().stream()
                .filter(entry -> entry.route().equals(route))
                .map(entry -> entry.lets("editor") ? "edith" : "ada")
                .findFirst()
                .orElseThrow();
        var headers = new ArrayList<>(List.of("Host: localhost", "Sec-Fetch-Site: same-origin"));
        if (route.isAtTheDesk()) {
            headers.add("Cookie: " + Desk.cookies(who));
        } else if (route.isOfTheApi()) {
            headers.add("Authorization: Bearer " + Api.token(who));
        }
        return headers.toArray(String[]::new);
    }

    /** Every parameter of a route's query; the list of checks looks for its facets by itself. */
    private static Stream<String> queries(Route route) {
        var facets = route.address().equals("/checks")
                ? Stream.of("rating", "topic", "claimant", "publisher", "expert", "language", "year")
                : Stream.of("unknown");
        return Stream.concat(route.queries().stream(), facets);
    }

    private static String address(Attempt attempt, String name, String value) {
        String others = attempt.path().replaceAll("([?&])" + name + "=[^&]*", "$1");
        return others + (others.contains("?") ? "&" : "?") + name + "=" + value;
    }

    @ParameterizedTest
    @MethodSource("reads")
    void no_address_and_no_query_reads_what_it_should_not_or_breaks_anything(Route route) throws IOException {
        var attempt = Attempt.at(route);
        var headers = headers(route);
        var before = Contents.of(database);
        for (String name : queries(route).toList()) {
            var nothing = Raw.get(address(attempt, name, NOWHERE), headers).survived(route + " " + name);
            for (String value : SQL) {
                String asked = address(attempt, name, value);
                var answer = Raw.get(asked, headers).survived(asked);
                if (!route.address().equals("/checks") && !route.address().startsWith("/v1alpha1/")) {
                    assertEquals(nothing.status(), answer.status(), asked);
                    assertEquals(found(nothing), found(answer), asked);
                }
            }
            for (String value : ODD) {
                String asked = address(attempt, name, value);
                Raw.get(asked, headers).survived(asked);
            }
        }
        for (String asked : addresses(route)) {
            Raw.get(asked, headers).survived(asked);
        }
        assertEquals(before, Contents.of(database));
    }

    /** A route's address with each hostile value in each of its parts. */
    private static List<String> addresses(Route route) {
        return Pattern.compile("\\{\\w+}")
                .matcher(route.address())
                .results()
                .map(MatchResult::group)
                .flatMap(part -> Stream.concat(SQL.stream(), ODD.stream())
                        .map(value -> route.address().replace(part, value).replaceAll("\\{\\w+}", "1")))
                .toList();
    }

    /** Which claims, articles and experts an answer tells of. */
    private static TreeSet<String> found(Raw.Answer answer) {
        return Pattern.compile("/desk/(?:claims|articles|experts)/\\d+|\"id\":\\d+|/checks/[a-z0-9-]+")
                .matcher(answer.body())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void no_form_and_no_body_breaks_anything(Route route) throws IOException {
        var attempt = Attempt.at(route);
        var headers = new ArrayList<>(List.of(headers(route)));
        headers.add(
                route.isOfTheApi()
                        ? "Content-Type: application/json"
                        : "Content-Type: application/x-www-form-urlencoded");
        headers.add("If-Match: \"1\"");
        String[] sent = headers.toArray(String[]::new);
        for (String asked : addresses(route)) {
            Raw.ask(route.method(), asked, "", sent).survived(asked);
        }
        for (String body : route.isOfTheApi() ? bodies(attempt) : forms(attempt)) {
            Raw.ask(route.method(), attempt.path(), body, sent).survived(route + " " + body);
        }
    }

    private static List<String> forms(Attempt attempt) {
        var forms = new ArrayList<String>();
        var fields = new ArrayList<>(attempt.fields().keySet());
        fields.addAll(List.of("version", "logout_token", "labels[0].number", "quote.start", "expert.id"));
        for (String name : fields) {
            for (String value : List.of("%00", "%ED%A0%80", "%FF", "%zz", "zzqx%27--", "9".repeat(30))) {
                forms.add(form(attempt, Map.of(name, value)));
            }
            forms.add(form(attempt, Map.of(name, "x", name + "[0].key", "y")));
            forms.add(form(attempt, Map.of(name, "x", name + ".a", "y", name + ".a.b", "z")));
            forms.add(form(attempt, Map.of(name + "[999].key", "y")));
        }
        forms.add("a.".repeat(100_000) + "a=x");
        forms.add("a=&".repeat(100_000));
        forms.add("=&==&&&=x&%00=%00");
        return forms;
    }

    private static String form(Attempt attempt, Map<String, String> encoded) {
        var whole = new LinkedHashMap<String, String>();
        attempt.fields()
                .forEach((name, value) ->
                        whole.put(name, URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8)));
        whole.putAll(encoded);
        return whole.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    private static List<String> bodies(Attempt attempt) {
        var bodies = new ArrayList<String>();
        var fields = Stream.concat(attempt.sent().keySet().stream(), Stream.of("version"));
        fields.forEach(name -> {
            for (String value : List.of(
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"zzqx' or 1=1 --\"",
                    "1e999999999",
                    "-9223372036854775809",
                    "9".repeat(5_000),
                    "[]",
                    "[null]",
                    "[[[]]]",
                    "{}",
                    "{\"\": null}",
                    "null",
                    "true",
                    "\"" + "x".repeat(300_000) + "\"")) {
                bodies.add("{\"%s\": %s}".formatted(name, value));
            }
        });
        bodies.add("[".repeat(500_000));
        bodies.add("{\"a\":".repeat(500_000));
        return bodies;
    }
}
