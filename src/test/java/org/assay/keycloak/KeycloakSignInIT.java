package org.assay.keycloak;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.time.Duration;
import java.util.List;
import org.assay.support.Browser;
import org.assay.support.Keycloak;
import org.assay.support.KeycloakNewsroom;
import org.assay.support.Replica;
import org.assay.support.Soon;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing in and out, and what a role opens. */
@Tag("keycloak")
class KeycloakSignInIT {

    @RegisterExtension
    static final Browser browser = new Browser();

    @RegisterExtension
    static final KeycloakNewsroom newsroom = new KeycloakNewsroom();

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void people_sign_in_and_may_do_what_their_role_allows() {
        try (var rosa = newsroom.signIn(browser.reader(), "rosa");
                var nora = newsroom.signIn(browser.reader(), "nora")) {
            rosa.sees("rosa of the newsroom").sees("reviewer");
            assertEquals(200, rosa.status("/desk/claims"));
            assertEquals(403, rosa.status("/desk/audit"));
            assertEquals(403, nora.status("/desk/claims"));
        }
    }

    @Test
    void the_session_is_in_cookies_that_no_script_and_no_other_site_reads() throws Exception {
        try (var rosa = newsroom.signIn(browser.reader(), "rosa")) {
            rosa.sees("rosa of the newsroom");
            var cookies = rosa.page().context().cookies(newsroom.one().url("/desk")).stream()
                    .filter(cookie -> cookie.name.startsWith("q_"))
                    .toList();
            assertFalse(cookies.isEmpty());
            for (Cookie cookie : cookies) {
                assertTrue(cookie.httpOnly && cookie.secure, cookie.name);
                assertEquals(SameSiteAttribute.LAX, cookie.sameSite, cookie.name);
                assertEquals("/desk", cookie.path, cookie.name);
            }
            assertEquals(5, newsroom.tokens(rosa).length);
        }
    }

    @Test
    void a_sign_in_proves_that_it_ends_where_it_began_and_nothing_else_is_let_through() {
        String begun = given().redirects()
                .follow(false)
                .get(newsroom.one().url("/desk"))
                .header("Location");
        assertTrue(begun.contains("code_challenge_method=S256"), begun);
        assertTrue(begun.contains("nonce="), begun);
        for (String part : new String[] {"code_challenge", "code_challenge_method"}) {
            String without = begun.replaceAll("&" + part + "=[^&]+", "");
            given().urlEncodingEnabled(false)
                    .redirects()
                    .follow(false)
                    .get(without)
                    .then()
                    .statusCode(302)
                    .header("Location", containsString("error=invalid_request"));
        }
        given().urlEncodingEnabled(false)
                .get(begun.replaceAll(
                        "redirect_uri=[^&]+", "redirect_uri=https%3A%2F%2Fevil.example.org%2Fdesk%2Fsign-in"))
                .then()
                .statusCode(400);
    }

    @Test
    void whoever_guesses_passwords_is_locked_out() throws Throwable {
        try (var guessing = browser.reader()) {
            guessing.page().navigate(newsroom.one().url("/desk"));
            for (int guess = 0; !newsroom.keycloak().isLockedOut("ravi"); guess++) {
                assertTrue(guess < 10, "ten guesses and still not locked out");
                newsroom.atKeycloak(guessing, "ravi", "a guess " + guess);
                newsroom.isAtKeycloak(guessing);
            }
            newsroom.atKeycloak(guessing, "ravi", Keycloak.PASSWORD);
            newsroom.isAtKeycloak(guessing);
        }
    }

    @Test
    void whoever_signs_out_of_assay_is_signed_out_of_keycloak_and_their_old_cookie_opens_nothing() throws Throwable {
        try (var rosa = newsroom.signIn(browser.reader(), "rosa")) {
            rosa.sees("rosa of the newsroom");
            var session = newsroom.session(rosa);
            assertEquals(200, newsroom.desk(newsroom.other(), session, "/desk").statusCode());
            rosa.page().getByText("Sign out").click();
            rosa.page().waitForURL(url -> url.matches(newsroom.one().url("/") + "([?].*)?"));
            rosa.page().navigate(newsroom.one().url("/desk"));
            newsroom.isAtKeycloak(rosa);
            for (Replica replica : List.of(newsroom.one(), newsroom.other())) {
                Soon.within(
                        BOUND,
                        () -> assertEquals(
                                302, newsroom.desk(replica, session, "/desk").statusCode()));
            }
        }
    }
}
