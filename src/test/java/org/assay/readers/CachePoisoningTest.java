package org.assay.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.support.Api;
import org.assay.support.Attempt;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Raw;
import org.assay.support.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one reader sends never shows in what another gets, from memory here or from a cache in between. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class CachePoisoningTest {

    private static final List<String> UNKEYED = List.of(
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: evil",
            "X-Forwarded-Port: 31337",
            "X-Forwarded-Prefix: /evil.example",
            "X-Forwarded-For: evil.example",
            "X-Forwarded-Scheme: evil",
            "Forwarded: host=evil.example;proto=evil;for=evil.example",
            "X-Host: evil.example",
            "X-Original-URL: /desk/evil",
            "X-Rewrite-URL: /desk/evil",
            "X-HTTP-Method-Override: DELETE",
            "X-Request-Id: of-the-first-who-asks",
            "Traceparent: 00-e01e01e01e01e01e01e01e01e01e01e0-e01e01e01e01e01e-01",
            "Origin: https://evil.example",
            "Referer: https://evil.example/",
            "User-Agent: evil.example",
            "Accept-Language: ev-IL",
            "Accept-Charset: evil",
            "Cookie: q_session=evil.example; evil.example=evil.example",
            "Authorization: Bearer evil.example",
            "Save-Data: on",
            "Sec-Fetch-Site: cross-site",
            "Content-Type: text/evil");

    /** The port stands by itself: a digest may have its figures by chance. */
    private static final Pattern HARM =
            Pattern.compile("evil\\.example|(?<![0-9a-f])31337(?![0-9a-f])|://evil|/desk/evil");

    @Inject
    Front front;

    static List<Route> pages() {
        return Route.documented().stream()
                .filter(entry -> entry.who().equals("anyone"))
                .map(Route.Entry::route)
                .filter(Route::reads)
                .toList();
    }

    private static Raw.Answer clean(String path) throws IOException {
        return Raw.get(path, "Host: localhost:" + RestAssured.port, "Accept-Encoding: identity");
    }

    private static String withoutDate(Raw.Answer answer) {
        return answer.head()
                .lines()
                .filter(line -> !line.toLowerCase().matches("(date|x-request-id|last-modified|etag):.*"))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_first_who_asks_decides_nothing_for_the_next(Route route) throws IOException {
        for (String host : List.of("evil.example", "localhost:" + RestAssured.port)) {
            String path = Attempt.at(route).path();
            front.changed(new Changed(-1));
            var headers = new ArrayList<>(UNKEYED);
            headers.add("Accept-Encoding: identity");
            headers.add("Host: " + host);
            String query = (path.contains("?") ? "&" : "?") + "utm_evil.example=evil.example";
            for (String asked : List.of(path + query, path, "http://evil.example" + path)) {
                assertUnharmed(Raw.get(asked, headers.toArray(String[]::new)));
            }
            var kept = clean(path);
            assertUnharmed(kept);
            assertFalse(kept.head().contains("of-the-first-who-asks"), kept.head());
            assertTrue(kept.status() < 400, kept.head());
            front.changed(new Changed(-1));
            var anew = clean(path);
            assertEquals(withoutDate(anew), withoutDate(kept));
            assertEquals(timeless(anew), timeless(kept));
        }
    }

    /** A feed tells when it was made. */
    private static String timeless(Raw.Answer answer) {
        return answer.body().replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "");
    }

    private static void assertUnharmed(Raw.Answer answer) {
        String whole = answer.head() + answer.body();
        assertFalse(HARM.matcher(whole).find(), whole);
        assertEquals(List.of(), answer.all("Set-Cookie"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void each_form_of_a_page_is_kept_apart_and_said_to_vary(Route route) throws IOException {
        String path = Attempt.at(route).path();
        var forms = Stream.of("text/html", "application/json", "application/ld+json", "image/png", "*/*", "evil/evil")
                .toList();
        var encodings = List.of("identity", "gzip", "br", "evil", "gzip;q=0, *;q=0");
        for (int i = 0; i < 2; i++) {
            for (String accept : forms) {
                for (String encoding : encodings) {
                    var answer = Raw.get(path, "Host: localhost", "Accept: " + accept, "Accept-Encoding: " + encoding);
                    assertTrue(answer.status() < 500, answer.head());
                    String sent = answer.header("Content-Encoding");
                    assertTrue(
                            sent.isEmpty() || sent.equals("identity") || encoding.equals(sent),
                            () -> encoding + ": " + answer.head());
                    String type = answer.header("Content-Type");
                    if (answer.status() == 200
                            && !accept.equals("*/*")
                            && !accept.equals("evil/evil")
                            && answer.header("Vary").contains("Accept,")) {
                        assertTrue(type.startsWith(accept), () -> accept + ": " + answer.head());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nobody_who_is_signed_in_gets_or_leaves_anything_of_their_own(Route route) throws IOException {
        String path = Attempt.at(route).path();
        var before = clean(path);
        var signedIn = Raw.get(
                path,
                "Host: localhost:" + RestAssured.port,
                "Accept-Encoding: identity",
                "Cookie: " + Desk.cookies("emil"),
                "Authorization: Bearer " + Api.token("emil"));
        assertEquals(withoutDate(before), withoutDate(signedIn));
        assertEquals(timeless(before), timeless(signedIn));
        assertEquals(List.of(), signedIn.all("Set-Cookie"));
    }
}
