package org.assay.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assay.support.KeycloakNewsroom.LIFE;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.assay.support.Browser;
import org.assay.support.Keycloak;
import org.assay.support.KeycloakNewsroom;
import org.assay.support.Soon;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens that open the API, and those that do not. */
@Tag("keycloak")
class KeycloakTokensIT {

    @RegisterExtension
    static final Browser browser = new Browser();

    @RegisterExtension
    static final KeycloakNewsroom newsroom = new KeycloakNewsroom();

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void a_program_uses_the_api_with_its_own_token() {
        long claim = newsroom.aLoggedClaim();
        assertEquals("logged", newsroom.claim(claim, "stage"));
        newsroom.program()
                .body(Map.of("reason", "x"))
                .post("/claims/" + claim + "/withdrawal")
                .then()
                .statusCode(403);
    }

    @Test
    void a_token_that_is_forged_or_over_or_meant_for_something_else_opens_no_api() throws Throwable {
        String good = newsroom.keycloak().token(Keycloak.PROGRAM);
        newsroom.withToken(good).get("/claims").then().statusCode(200);
        refuses(forged(good));
        refuses(good.replaceFirst("^[^.]+", "eyJhbGciOiJub25lIn0").replaceFirst("[^.]+$", ""));
        newsroom.keycloak().addProgramForSomethingElse("another-program");
        refuses(newsroom.keycloak().token("another-program"));
        try (var emil = newsroom.signIn(browser.reader(), "emil")) {
            emil.sees("emil of the newsroom");
            String[] tokens = newsroom.tokens(emil);
            for (int token : new int[] {0, 1, 4}) {
                refuses(tokens[token]);
            }
        }
        newsroom.keycloak().change(Keycloak.PROGRAM, Map.of(LIFE, "2"));
        try {
            String brief = newsroom.keycloak().token(Keycloak.PROGRAM);
            newsroom.withToken(brief).get("/claims").then().statusCode(200);
            Soon.within(BOUND, () -> refuses(brief));
        } finally {
            newsroom.keycloak().change(Keycloak.PROGRAM, Map.of(LIFE, ""));
        }
    }

    private static void refuses(String token) {
        newsroom.withToken(token)
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
        forged.setPayload(new String(Base64.getUrlDecoder().decode(good.split("\\.")[1]), UTF_8));
        return forged.getCompactSerialization();
    }

    @Test
    void keycloak_changes_its_key_and_nobody_notices() {
        try (var rosa = newsroom.signIn(browser.reader(), "rosa")) {
            rosa.sees("rosa of the newsroom");
            newsroom.keycloak().changeItsKey();
            newsroom.program().get("/claims").then().statusCode(200);
            try (var emil = newsroom.signIn(browser.reader(), "emil")) {
                emil.sees("emil of the newsroom");
                assertEquals(200, rosa.status("/desk/claims"));
                newsroom.keycloak().endSessionsOf("emil");
                assertEquals(
                        302,
                        newsroom.desk(newsroom.other(), newsroom.session(emil), "/desk")
                                .statusCode());
            }
        }
    }
}
