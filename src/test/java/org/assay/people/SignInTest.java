package org.assay.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Raw;
import org.assay.support.SigningIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SignInTest {

    @Test
    void whoever_is_not_signed_in_is_led_to_the_provider() {
        given().redirects()
                .follow(false)
                .get("/desk/sign-in")
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize?"))
                .header("Location", containsString("redirect_uri="));
    }

    @Test
    void whoever_is_signed_in_is_led_to_the_desk_whatever_their_role() {
        for (String user : new String[] {"rosa", "nora"}) {
            Desk.as(user)
                    .get("/desk/sign-in")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/desk"))
                    .header("Location", not(containsString("/authorize")));
        }
    }

    private static String host() {
        return "Host: localhost:" + RestAssured.port;
    }

    /** Where an answer leads a browser that asked for the address of the callback. */
    private static URI next(Raw.Answer answer) {
        return URI.create("http://localhost:" + RestAssured.port + "/desk/sign-in").resolve(answer.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/claims?q=a",
                "/desk/claims?next=https://evil.example/",
                "/desk/claims?q=%0d%0aSet-Cookie:%20planted=1",
                "/desk//evil.example",
                "/desk/%2F%2Fevil.example",
                "/desk/%5Cevil.example",
                "/desk/..%2F..%2F%2Fevil.example",
                "//desk/claims",
                "/desk/claims?redirect_uri=https://evil.example/&state=planted",
                "/desk/@evil.example",
                "/desk/claims;@evil.example"
            })
    void a_sign_in_ends_at_the_desk_where_it_began_and_nowhere_else(String target) throws Exception {
        var begun = Raw.get(target, host());
        if (begun.status() != 302) {
            assertTrue(begun.status() == 404 || begun.status() == 400, begun.head());
            return;
        }
        var answer = SigningIn.from(target, host()).arrives("rosa");
        assertEquals(302, answer.status(), answer.head());
        assertEquals("localhost", next(answer).getHost(), answer.head());
        assertEquals(RestAssured.port, next(answer).getPort(), answer.head());
        assertTrue(next(answer).getRawPath().startsWith("/desk") || target.startsWith("//"), answer.head());
        assertFalse(answer.header("Location").contains("\\"), answer.head());
        assertFalse(answer.header("Location").startsWith("//"), answer.head());
        assertTrue(answer.all("Set-Cookie").stream().noneMatch(cookie -> cookie.startsWith("planted")), answer.head());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/..//evil.example", "/desk/..\\evil.example", "/\\evil.example", "//evil.example/desk"})
    void an_address_that_only_looks_like_the_desks_begins_no_sign_in(String target) throws IOException {
        var answer = Raw.get(target, host());
        assertTrue(answer.status() == 400 || answer.status() == 404, answer.head());
        assertEquals("", answer.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: gopher",
                "X-Forwarded-Port: 1",
                "X-Forwarded-Prefix: //evil.example",
                "Forwarded: host=evil.example;proto=gopher",
                "X-Original-URL: //evil.example",
                "X-Rewrite-URL: //evil.example",
                "Referer: https://evil.example/"
            })
    void what_nobody_vouches_for_changes_no_address(String header) throws IOException {
        for (String path : List.of("/desk/claims", "/desk/sign-in")) {
            var answer = Raw.get(path, host(), header);
            String whole = answer.head() + answer.body();
            assertFalse(whole.contains("evil.example") || whole.contains("gopher"), whole);
            if (answer.status() == 302) {
                assertTrue(whole.contains("redirect_uri=http%3A%2F%2Flocalhost%3A" + RestAssured.port), whole);
            }
        }
    }

    @Test
    void a_redirect_within_the_desk_names_no_host_whatever_host_was_asked() throws Exception {
        for (String target : List.of("/desk/sign-in", "http://evil.example/desk/sign-in")) {
            var answer = Raw.get(target, "Host: evil.example", "Cookie: " + Desk.cookies("rosa"));
            assertEquals(303, answer.status(), answer.head());
            assertEquals("/desk", answer.header("Location"));
        }
        var form = Raw.ask(
                "POST",
                "/desk/experts",
                "name=Wendy",
                "Host: evil.example",
                "Sec-Fetch-Site: same-origin",
                "Content-Type: application/x-www-form-urlencoded",
                "Cookie: " + Desk.cookies("rosa"));
        assertEquals(303, form.status(), form.head());
        assertTrue(form.header("Location").matches("/desk/experts/\\d+"), form.head());
    }

    @Test
    void each_sign_in_makes_a_session_of_its_own_and_takes_none_that_was_planted() throws Exception {
        String name = Desk.session("rosa").keySet().stream().sorted().findFirst().orElseThrow();
        String planted = name + "=eyJwbGFudGVkIjoidHJ1ZSJ9";
        var refused = Raw.get("/desk", host(), "Cookie: " + planted);
        assertTrue(
                refused.all("Set-Cookie").stream()
                        .anyMatch(cookie -> cookie.startsWith(name + "=;")
                                && cookie.toLowerCase().contains("max-age=0")),
                refused.head());
        var first = SigningIn.from("/desk", host(), "Cookie: " + planted).arrives("rosa");
        var second = SigningIn.from("/desk", host()).arrives("rosa");
        var sessions = new ArrayList<String>();
        for (var answer : List.of(first, second)) {
            var set = SigningIn.cookies(answer).stream()
                    .filter(cookie -> cookie.startsWith("q_session"))
                    .toList();
            assertFalse(set.isEmpty(), answer.head());
            assertFalse(set.contains(planted), answer.head());
            sessions.add(String.join("; ", set));
            assertEquals(
                    200,
                    Raw.get("/desk", host(), "Cookie: " + String.join("; ", set)).status());
        }
        assertNotEquals(sessions.getFirst(), sessions.getLast());
        assertEquals(302, Raw.get("/desk", host(), "Cookie: " + planted).status());
    }

    @Test
    void a_sign_in_that_somebody_else_began_ends_in_no_session_here() throws Exception {
        String attackers = SigningIn.from("/desk", host()).vouchedFor("ravi");
        var victim = SigningIn.from("/desk", host());
        for (var cookies : List.of(List.of("a=b"), victim.cookies())) {
            var answer = SigningIn.arrives(attackers, cookies);
            assertTrue(
                    SigningIn.cookies(answer).stream().noneMatch(cookie -> cookie.startsWith("q_session")),
                    answer.head());
        }
    }

    @Test
    void the_cookies_of_a_session_are_for_the_desk_alone_and_no_script_reads_them() throws Exception {
        var answer = SigningIn.from("/desk", host()).arrives("rosa");
        var set = answer.all("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("q_session"))
                .toList();
        assertFalse(set.isEmpty(), answer.head());
        for (String cookie : set) {
            String attributes = cookie.toLowerCase();
            assertTrue(attributes.contains("httponly"), cookie);
            assertTrue(attributes.contains("path=/desk"), cookie);
            assertTrue(attributes.contains("samesite=lax"), cookie);
            assertFalse(attributes.contains("domain="), cookie);
        }
    }
}
