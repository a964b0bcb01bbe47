package org.assay.keycloak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assay.support.KeycloakNewsroom.LIFE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.AriaRole;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assay.support.Browser;
import org.assay.support.Keycloak;
import org.assay.support.KeycloakNewsroom;
import org.assay.support.Replica;
import org.assay.support.Shown;
import org.assay.support.Soon;
import org.assay.support.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions that go on, change and end while somebody works. */
@Tag("keycloak")
class KeycloakSessionsIT {

    @RegisterExtension
    static final Browser browser = new Browser();

    @RegisterExtension
    static final KeycloakNewsroom newsroom = new KeycloakNewsroom();

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void any_replica_serves_a_session_that_began_at_another() {
        try (var rosa = newsroom.signIn(browser.reader(), "rosa")) {
            rosa.page().navigate(newsroom.other().url("/desk/claims"));
            assertEquals(newsroom.other().url("/desk/claims"), rosa.page().url());
            rosa.sees("rosa of the newsroom");
        }
    }

    @Test
    void an_edit_that_takes_longer_than_the_token_lives_is_saved() throws Throwable {
        long claim = newsroom.aLoggedClaim();
        newsroom.keycloak().change(Keycloak.DESK, Map.of(LIFE, "3"));
        try (var rosa = newsroom.signIn(browser.reader(), "rosa")) {
            rosa.open("/desk/claims/" + claim).follow("Edit the claim").fill("statement", "It took a long time.");
            String token = newsroom.tokens(rosa)[1];
            Soon.within(BOUND, () -> assertFalse(newsroom.keycloak().takes(token)));
            int refreshed = newsroom.keycloak().events("REFRESH_TOKEN", "rosa");
            rosa.press("Save").sees("The claim is saved.");
            assertTrue(newsroom.keycloak().events("REFRESH_TOKEN", "rosa") > refreshed);
            assertEquals("It took a long time.", newsroom.claim(claim, "statement"));
        } finally {
            newsroom.keycloak().change(Keycloak.DESK, Map.of(LIFE, ""));
        }
    }

    @Test
    void whom_keycloak_signs_out_is_out_at_both_replicas_with_what_they_typed_kept() {
        long claim = newsroom.aLoggedClaim();
        String page = "/desk/claims/" + claim + "/edit";
        try (var rosa = newsroom.signIn(browser.reader(), "rosa");
                var elsewhere = newsroom.signIn(browser.reader(), "rosa", newsroom.other());
                var emil = newsroom.signIn(browser.reader(), "emil")) {
            elsewhere.sees("rosa of the newsroom");
            rosa.open("/desk/claims/" + claim)
                    .follow("Edit the claim")
                    .fill("statement", "Typed before " + Shown.HOSTILE);
            String typed = rosa.field("statement").inputValue();
            emil.sees("emil of the newsroom");
            newsroom.keycloak().endSessionsOf("rosa");
            for (Replica replica : List.of(newsroom.one(), newsroom.other())) {
                for (Visitor out : List.of(rosa, elsewhere)) {
                    var answer = newsroom.desk(replica, newsroom.session(out), page);
                    assertEquals(302, answer.statusCode(), replica.url(""));
                    assertTrue(
                            answer.header("Location")
                                    .startsWith(newsroom.keycloak().issuer()),
                            answer.header("Location"));
                }
                assertEquals(
                        200,
                        newsroom.desk(replica, newsroom.session(emil), "/desk").statusCode());
            }
            rosa.press("Save").sees("Your session has ended");
            var form = rosa.page();
            rosa.inNewTab(() -> rosa.named(AriaRole.LINK, "1. Sign in again").click());
            newsroom.atKeycloak(rosa, "rosa", Keycloak.PASSWORD).sees("rosa of the newsroom");
            rosa.backToTab(form).press("2. Send the form again").sees("The claim is saved.");
            assertEquals(typed.strip(), newsroom.claim(claim, "statement").strip());
        }
    }

    @Test
    void whoever_lost_the_role_of_an_editor_approves_nothing_once_their_token_is_over() throws Throwable {
        long claim = newsroom.aProposedClaim();
        String page = "/desk/claims/" + claim + "/approval";
        newsroom.keycloak().change(Keycloak.DESK, Map.of(LIFE, "3"));
        try (var edith = newsroom.signIn(browser.reader(), "edith")) {
            edith.open(page).sees("It is the decree itself.");
            newsroom.keycloak().revoke("edith", "editor");
            String token = newsroom.tokens(edith)[1];
            Soon.within(BOUND, () -> assertFalse(newsroom.keycloak().takes(token)));
            edith.press("Sign this dossier");
            assertThat(edith.page().locator("h1")).not().containsText("approved");
            assertEquals("proposed", newsroom.claim(claim, "stage"));
            assertEquals(403, edith.status(page));
            newsroom.keycloak().grant("edith", "editor");
            Soon.within(
                    BOUND,
                    () -> assertEquals(
                            200,
                            newsroom.desk(newsroom.one(), newsroom.session(edith), page)
                                    .statusCode()));
            edith.open(page).press("Sign this dossier");
            assertEquals("approved", newsroom.claim(claim, "stage"));
        } finally {
            newsroom.keycloak().change(Keycloak.DESK, Map.of(LIFE, ""));
        }
    }

    @Test
    void the_key_of_the_sessions_is_changed_and_a_form_that_was_open_keeps_its_text() throws Exception {
        long claim = newsroom.aLoggedClaim();
        var changed = newsroom.environment();
        changed.put(
                "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
                "the key that comes after that, of no use either");
        try (var after = Replica.started("replica-after", changed);
                var rosa = newsroom.signIn(browser.reader(), "rosa")) {
            newsroom.keycloak().allow(after.url(""));
            rosa.sees("rosa of the newsroom");
            String typed = "Typed before the key was changed.";
            Shown.of(given().cookies(newsroom.session(rosa))
                            .header("Sec-Fetch-Site", "same-origin")
                            .contentType(ContentType.URLENC.withCharset("UTF-8"))
                            .formParam("statement", typed)
                            .post(after.url("/desk/claims/" + claim)))
                    .with(401)
                    .keeps(Map.of("statement", typed))
                    .says("Your session has ended");
            rosa.page().navigate(after.url("/desk"));
            assertEquals(after.url("/desk"), rosa.page().url());
            rosa.sees("rosa of the newsroom");
        }
    }
}
