package org.assay;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.support.Browser;
import org.assay.support.Database;
import org.assay.support.Keycloak;
import org.assay.support.Newsdesk;
import org.assay.support.Replica;
import org.assay.support.Shown;
import org.assay.support.Soon;
import org.assay.support.Visitor;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.AesKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People and programs at two replicas, as they are shipped, with a real Keycloak and the realm of the demonstration. */
@Tag("keycloak")
class KeycloakIT {

    private static final String LIFE = "access.token.lifespan";
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String KEY = "the key of the sessions of this test, of no use elsewhere";

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final Database database = new Database();
    private static Keycloak keycloak;
    private static Replica one;
    private static Replica other;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws Exception {
        int port = Replica.freePort();
        String assay = "http://localhost:" + port;
        keycloak = Keycloak.started(assay);
        environment = new LinkedHashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.start().get("quarkus.datasource.jdbc.url"),
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                keycloak.issuer(),
                "QUARKUS_OIDC_CLIENT_ID",
                Keycloak.DESK,
                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                Keycloak.SECRET,
                "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
                KEY,
                // A browser sends what it got at one port of a host to every other: to it, these two are one.
                "QUARKUS_OIDC_AUTHENTICATION_COOKIE_SUFFIX",
                "desk",
                "ASSAY_NEWSROOM_NAME",
                "Assay Newsroom",
                "ASSAY_NEWSROOM_URL",
                assay));
        one = Replica.started("replica-one", port, environment);
        other = Replica.started("replica-other", environment);
        keycloak.allow(other.url(""));
        keycloak.add("rosa", "reviewer");
        keycloak.add("emil", "editor");
        keycloak.add("edith", "editor");
        keycloak.add("nora");
        keycloak.add("ravi", "reviewer");
        RestAssured.port = one.port();
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable running : new AutoCloseable[] {other, one, keycloak, database::stop}) {
            try {
                if (running != null) {
                    running.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Visitor signedIn(String name) {
        return signIn(browser.reader(), name, one);
    }

    private static Visitor signIn(Visitor visitor, String name, Replica at) {
        visitor.page().navigate(at.url("/desk"));
        return atKeycloak(visitor, name, Keycloak.PASSWORD);
    }

    private static Visitor atKeycloak(Visitor visitor, String name, String password) {
        visitor.page().locator("#username").fill(name);
        visitor.page().locator("#password").fill(password);
        visitor.page().locator("#kc-login").click();
        return visitor;
    }

    private static void isAtKeycloak(Visitor visitor) {
        assertThat(visitor.page().locator("#kc-login")).isVisible();
    }

    /** The cookies that hold this browser's session. */
    private static Map<String, String> session(Visitor visitor) {
        return visitor.page().context().cookies(one.url("/desk")).stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .sorted(Comparator.comparing((Cookie cookie) -> cookie.name.length())
                        .thenComparing(cookie -> cookie.name))
                .collect(Collectors.toMap(
                        cookie -> cookie.name, cookie -> cookie.value, (a, b) -> b, LinkedHashMap::new));
    }

    /** The ID token, the access token, its life, its scopes and the refresh token. */
    private static String[] tokens(Visitor visitor) throws Exception {
        var session = new JsonWebEncryption();
        session.setKey(new AesKey(MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8))));
        session.setCompactSerialization(String.join("", session(visitor).values()));
        return session.getPlaintextString().split("\\|");
    }

    private static Response desk(Replica at, Map<String, String> session, String path) {
        return given().cookies(session).redirects().follow(false).get(at.url(path));
    }

    private static RequestSpecification program() {
        return withToken(keycloak.token(Keycloak.PROGRAM));
    }

    private static RequestSpecification withToken(String token) {
        return given().baseUri(one.url(""))
                .basePath("/api/v1")
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    private static long aLoggedClaim() {
        return program()
                .body(Newsdesk.claimDraft())
                .post("/claims")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static long aProposedClaim() {
        long claim = aLoggedClaim();
        program()
                .body(Newsdesk.evidenceDraft())
                .post("/claims/" + claim + "/evidence")
                .then()
                .statusCode(201);
        program()
                .body(Newsdesk.verdictDraft())
                .post("/claims/" + claim + "/verdict")
                .then()
                .statusCode(201);
        return claim;
    }

    private static String claim(long id, String field) {
        return program()
                .get("/claims/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString(field);
    }

    @Test
    void people_sign_in_and_may_do_what_their_role_allows() {
        try (var rosa = signedIn("rosa");
                var nora = signedIn("nora")) {
            rosa.sees("rosa of the newsroom").sees("reviewer");
            assertEquals(200, rosa.status("/desk/claims"));
            assertEquals(403, rosa.status("/desk/audit"));
            assertEquals(403, nora.status("/desk/claims"));
        }
    }

    @Test
    void the_session_is_in_cookies_that_no_script_and_no_other_site_reads() throws Exception {
        try (var rosa = signedIn("rosa")) {
            rosa.sees("rosa of the newsroom");
            var cookies = rosa.page().context().cookies(one.url("/desk")).stream()
                    .filter(cookie -> cookie.name.startsWith("q_"))
                    .toList();
            assertFalse(cookies.isEmpty());
            for (Cookie cookie : cookies) {
                assertTrue(cookie.httpOnly && cookie.secure, cookie.name);
                assertEquals(SameSiteAttribute.LAX, cookie.sameSite, cookie.name);
                assertEquals("/desk", cookie.path, cookie.name);
            }
            assertEquals(5, tokens(rosa).length);
        }
    }

    @Test
    void a_sign_in_proves_that_it_ends_where_it_began_and_nothing_else_is_let_through() {
        String begun = given().redirects().follow(false).get(one.url("/desk")).header("Location");
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
            guessing.page().navigate(one.url("/desk"));
            for (int guess = 0; !keycloak.isLockedOut("ravi"); guess++) {
                assertTrue(guess < 10, "ten guesses and still not locked out");
                atKeycloak(guessing, "ravi", "a guess " + guess);
                isAtKeycloak(guessing);
            }
            atKeycloak(guessing, "ravi", Keycloak.PASSWORD);
            isAtKeycloak(guessing);
        }
    }

    @Test
    void any_replica_serves_a_session_that_began_at_another() {
        try (var rosa = signedIn("rosa")) {
            rosa.page().navigate(other.url("/desk/claims"));
            assertEquals(other.url("/desk/claims"), rosa.page().url());
            rosa.sees("rosa of the newsroom");
        }
    }

    @Test
    void an_edit_that_takes_longer_than_the_token_lives_is_saved() throws Throwable {
        long claim = aLoggedClaim();
        keycloak.change(Keycloak.DESK, Map.of(LIFE, "3"));
        try (var rosa = signedIn("rosa")) {
            rosa.open("/desk/claims/" + claim).follow("Edit the claim").fill("statement", "It took a long time.");
            String token = tokens(rosa)[1];
            Soon.within(BOUND, () -> assertFalse(keycloak.takes(token)));
            int refreshed = keycloak.events("REFRESH_TOKEN", "rosa");
            rosa.press("Save").sees("The claim is saved.");
            assertTrue(keycloak.events("REFRESH_TOKEN", "rosa") > refreshed);
            assertEquals("It took a long time.", claim(claim, "statement"));
        } finally {
            keycloak.change(Keycloak.DESK, Map.of(LIFE, ""));
        }
    }

    @Test
    void whoever_signs_out_of_assay_is_signed_out_of_keycloak_and_their_old_cookie_opens_nothing() throws Throwable {
        try (var rosa = signedIn("rosa")) {
            rosa.sees("rosa of the newsroom");
            var session = session(rosa);
            assertEquals(200, desk(other, session, "/desk").statusCode());
            rosa.page().getByText("Sign out").click();
            rosa.page().waitForURL(url -> url.matches(one.url("/") + "([?].*)?"));
            rosa.page().navigate(one.url("/desk"));
            isAtKeycloak(rosa);
            for (Replica replica : List.of(one, other)) {
                Soon.within(
                        BOUND,
                        () -> assertEquals(302, desk(replica, session, "/desk").statusCode()));
            }
        }
    }

    @Test
    void whom_keycloak_signs_out_is_out_at_both_replicas_with_what_they_typed_kept() {
        long claim = aLoggedClaim();
        String page = "/desk/claims/" + claim + "/edit";
        try (var rosa = signedIn("rosa");
                var elsewhere = signIn(browser.reader(), "rosa", other);
                var emil = signedIn("emil")) {
            elsewhere.sees("rosa of the newsroom");
            rosa.open("/desk/claims/" + claim)
                    .follow("Edit the claim")
                    .fill("statement", "Typed before " + Shown.HOSTILE);
            String typed = rosa.field("statement").inputValue();
            emil.sees("emil of the newsroom");
            keycloak.endSessionsOf("rosa");
            for (Replica replica : List.of(one, other)) {
                for (Visitor out : List.of(rosa, elsewhere)) {
                    var answer = desk(replica, session(out), page);
                    assertEquals(302, answer.statusCode(), replica.url(""));
                    assertTrue(answer.header("Location").startsWith(keycloak.issuer()), answer.header("Location"));
                }
                assertEquals(200, desk(replica, session(emil), "/desk").statusCode());
            }
            rosa.press("Save").sees("Your session has ended");
            var form = rosa.page();
            rosa.inNewTab(() -> rosa.named(AriaRole.LINK, "1. Sign in again").click());
            atKeycloak(rosa, "rosa", Keycloak.PASSWORD).sees("rosa of the newsroom");
            rosa.backToTab(form).press("2. Send the form again").sees("The claim is saved.");
            assertEquals(typed.strip(), claim(claim, "statement").strip());
        }
    }

    @Test
    void whoever_lost_the_role_of_an_editor_approves_nothing_once_their_token_is_over() throws Throwable {
        long claim = aProposedClaim();
        String page = "/desk/claims/" + claim + "/approval";
        keycloak.change(Keycloak.DESK, Map.of(LIFE, "3"));
        try (var edith = signedIn("edith")) {
            edith.open(page).sees("It is the decree itself.");
            keycloak.revoke("edith", "editor");
            String token = tokens(edith)[1];
            Soon.within(BOUND, () -> assertFalse(keycloak.takes(token)));
            edith.press("Sign this dossier");
            assertThat(edith.page().locator("h1")).not().containsText("approved");
            assertEquals("proposed", claim(claim, "stage"));
            assertEquals(403, edith.status(page));
            keycloak.grant("edith", "editor");
            Soon.within(
                    BOUND,
                    () -> assertEquals(200, desk(one, session(edith), page).statusCode()));
            edith.open(page).press("Sign this dossier");
            assertEquals("approved", claim(claim, "stage"));
        } finally {
            keycloak.change(Keycloak.DESK, Map.of(LIFE, ""));
        }
    }

    @Test
    void a_program_uses_the_api_with_its_own_token() {
        long claim = aLoggedClaim();
        assertEquals("logged", claim(claim, "stage"));
        program()
                .body(Map.of("reason", "x"))
                .post("/claims/" + claim + "/withdrawal")
                .then()
                .statusCode(403);
    }

    @Test
    void a_token_that_is_forged_or_over_or_meant_for_something_else_opens_no_api() throws Throwable {
        String good = keycloak.token(Keycloak.PROGRAM);
        withToken(good).get("/claims").then().statusCode(200);
        refuses(forged(good));
        refuses(good.replaceFirst("^[^.]+", "eyJhbGciOiJub25lIn0").replaceFirst("[^.]+$", ""));
        keycloak.addProgramForSomethingElse("another-program");
        refuses(keycloak.token("another-program"));
        try (var emil = signedIn("emil")) {
            emil.sees("emil of the newsroom");
            String[] tokens = tokens(emil);
            for (int token : new int[] {0, 1, 4}) {
                refuses(tokens[token]);
            }
        }
        keycloak.change(Keycloak.PROGRAM, Map.of(LIFE, "2"));
        try {
            String brief = keycloak.token(Keycloak.PROGRAM);
            withToken(brief).get("/claims").then().statusCode(200);
            Soon.within(BOUND, () -> refuses(brief));
        } finally {
            keycloak.change(Keycloak.PROGRAM, Map.of(LIFE, ""));
        }
    }

    private static void refuses(String token) {
        withToken(token)
                .get("/claims")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("detail", containsString("Please send a bearer token that is valid."));
    }

    /** The same token, signed by somebody who is not the provider. */
    private static String forged(String good) throws Exception {
        var genuine = new JsonWebSignature();
        genuine.setCompactSerialization(good);
        var forged = new JsonWebSignature();
        forged.setEncodedPayload(good.split("\\.")[1]);
        forged.setKey(RsaJwkGenerator.generateJwk(2048).getPrivateKey());
        forged.setKeyIdHeaderValue(genuine.getKeyIdHeaderValue());
        forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        forged.setPayload(new String(java.util.Base64.getUrlDecoder().decode(good.split("\\.")[1]), UTF_8));
        return forged.getCompactSerialization();
    }

    @Test
    void keycloak_changes_its_key_and_nobody_notices() {
        try (var rosa = signedIn("rosa")) {
            rosa.sees("rosa of the newsroom");
            keycloak.changeItsKey();
            program().get("/claims").then().statusCode(200);
            try (var emil = signedIn("emil")) {
                emil.sees("emil of the newsroom");
                assertEquals(200, rosa.status("/desk/claims"));
                keycloak.endSessionsOf("emil");
                assertEquals(302, desk(other, session(emil), "/desk").statusCode());
            }
        }
    }

    @Test
    void the_key_of_the_sessions_is_changed_and_a_form_that_was_open_keeps_its_text() throws Exception {
        long claim = aLoggedClaim();
        var changed = new LinkedHashMap<>(environment);
        changed.put(
                "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
                "the key that comes after that, of no use either");
        try (var after = Replica.started("replica-after", changed);
                var rosa = signedIn("rosa")) {
            keycloak.allow(after.url(""));
            rosa.sees("rosa of the newsroom");
            String typed = "Typed before the key was changed.";
            Shown.of(given().cookies(session(rosa))
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
