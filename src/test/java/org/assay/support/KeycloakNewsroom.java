package org.assay.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.Cookie;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.keys.AesKey;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Two replicas, as they are shipped, with a real Keycloak and the realm of the demonstration, and who works there: started once
 * for all classes that want them.
 */
public final class KeycloakNewsroom implements BeforeAllCallback {

    /** How long access tokens live, in seconds; empty for as long as the realm says. */
    public static final String LIFE = "access.token.lifespan";

    private static final String KEY = "the key of the sessions of this test, of no use elsewhere";

    private Running running;

    private static final class Running implements AutoCloseable {
        private final Database database = new Database();
        private Keycloak keycloak;
        private Replica one;
        private Replica other;
        private Map<String, String> environment;

        static Running started() {
            var running = new Running();
            try {
                running.start();
                return running;
            } catch (Exception e) {
                running.close();
                throw new IllegalStateException(e);
            }
        }

        private void start() throws Exception {
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
        }

        @Override
        public void close() {
            for (AutoCloseable part : new AutoCloseable[] {other, one, keycloak, database::stop}) {
                try {
                    if (part != null) {
                        part.close();
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, started -> Running.started(), Running.class);
        RestAssured.port = one().port();
    }

    public Keycloak keycloak() {
        return running.keycloak;
    }

    public Replica one() {
        return running.one;
    }

    public Replica other() {
        return running.other;
    }

    /** Of both replicas, to start a third that differs. */
    public Map<String, String> environment() {
        return new LinkedHashMap<>(running.environment);
    }

    public Visitor signIn(Visitor visitor, String name) {
        return signIn(visitor, name, one());
    }

    public Visitor signIn(Visitor visitor, String name, Replica at) {
        visitor.page().navigate(at.url("/desk"));
        return atKeycloak(visitor, name, Keycloak.PASSWORD);
    }

    public Visitor atKeycloak(Visitor visitor, String name, String password) {
        visitor.page().locator("#username").fill(name);
        visitor.page().locator("#password").fill(password);
        visitor.page().locator("#kc-login").click();
        return visitor;
    }

    public void isAtKeycloak(Visitor visitor) {
        assertThat(visitor.page().locator("#kc-login")).isVisible();
    }

    /** The cookies that hold this browser's session. */
    public Map<String, String> session(Visitor visitor) {
        return visitor.page().context().cookies(one().url("/desk")).stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .sorted(Comparator.comparing((Cookie cookie) -> cookie.name.length())
                        .thenComparing(cookie -> cookie.name))
                .collect(Collectors.toMap(
                        cookie -> cookie.name, cookie -> cookie.value, (a, b) -> b, LinkedHashMap::new));
    }

    /** The ID token, the access token, its life, its scopes and the refresh token. */
    public String[] tokens(Visitor visitor) throws Exception {
        var session = new JsonWebEncryption();
        session.setKey(new AesKey(MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8))));
        session.setCompactSerialization(String.join("", session(visitor).values()));
        return session.getPlaintextString().split("\\|");
    }

    public Response desk(Replica at, Map<String, String> session, String path) {
        return given().cookies(session).redirects().follow(false).get(at.url(path));
    }

    /** The API, as a program of the newsroom's asks it. */
    public RequestSpecification program() {
        return withToken(keycloak().token(Keycloak.PROGRAM));
    }

    public RequestSpecification withToken(String token) {
        return given().baseUri(one().url(""))
                .basePath("/api/v1")
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    public long aLoggedClaim() {
        return program()
                .body(Newsdesk.claimDraft())
                .post("/claims")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public long aProposedClaim() {
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

    /** A field of a claim, as the API tells it. */
    public String claim(long id, String field) {
        return program()
                .get("/claims/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString(field);
    }
}
