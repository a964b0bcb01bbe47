package org.assay.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Logged;
import org.assay.support.Shown;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.keys.AesKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever posts after their session has ended loses nothing. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SessionEndedTest {

    @ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret")
    String secret;

    @Test
    void a_form_that_nobody_is_signed_in_for_comes_back_whole_and_can_be_sent_again() {
        long claim = Given.aProposedClaim();
        var typed = Map.of("note", Shown.HOSTILE);
        String page = "/desk/claims/" + claim + "/return";
        var ended = Shown.of(form().formParams(typed).post(page))
                .with(401)
                .keeps(typed)
                .says("Your session has ended");
        ended.has("a[href='/desk/sign-in'][target=_blank]");
        assertEquals(page, ended.page().select("form").attr("action"));
        Desk.form("emil")
                .formParam("note", ended.field("note"))
                .post(page)
                .then()
                .statusCode(303);
        Given.claim(claim).body("stage", equalTo("returned"));
        Api.as("rosa")
                .get("/claims/" + claim + "/history")
                .then()
                .body("items.note", hasItem(Shown.HOSTILE.replace("\r\n", "\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "eyJhbGciOiJub25lIn0.e30.", "a|b|c|d", "\"\""})
    void a_session_that_is_not_valid_any_more_loses_nothing_either(String session) {
        var typed = Map.of("text", Shown.HOSTILE, "title", "Talks & \"levies\"");
        for (String name : new String[] {cookie(), cookie() + "_chunk_1"}) {
            Shown.of(form().cookie(name, session).formParams(typed).post("/desk/articles"))
                    .with(401)
                    .keeps(typed)
                    .says("Your session has ended");
        }
        given().redirects()
                .follow(false)
                .cookie(cookie(), session)
                .get("/desk/articles")
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize?"));
    }

    /** The name of the cookie that holds a session. */
    private static String cookie() {
        return Desk.session("rosa").keySet().stream().sorted().findFirst().orElseThrow();
    }

    /** A session that is encrypted as ours are, around a token that somebody else signed. */
    private String forged() throws Exception {
        return forged(secret);
    }

    private static String forged(String secret) throws Exception {
        String token = Api.token("rosa");
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);
        var session = new JsonWebEncryption();
        session.setAlgorithmHeaderValue("A256GCMKW");
        session.setEncryptionMethodHeaderParameter("A256GCM");
        session.setKey(new AesKey(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8))));
        session.setPlaintext(forged + "|" + forged + "|||none");
        return session.getCompactSerialization();
    }

    @Test
    void a_session_that_the_provider_does_not_vouch_for_any_more_loses_nothing_either() throws Exception {
        var typed = Map.of("note", Shown.HOSTILE);
        Shown.of(form().cookie(cookie(), forged()).formParams(typed).post("/desk/claims/1/return"))
                .with(401)
                .keeps(typed)
                .says("Your session has ended");
        Shown.of(given().redirects().follow(false).cookie(cookie(), forged()).get("/desk/claims"))
                .with(401)
                .says("You could not be signed in.")
                .has("a[href='/desk']");
    }

    @Test
    void a_session_of_before_the_key_was_changed_leads_to_a_new_sign_in_and_loses_nothing() throws Exception {
        var typed = Map.of("note", Shown.HOSTILE);
        String before = forged("the key of before the change, which no replica has any more");
        Shown.of(form().cookie(cookie(), before).formParams(typed).post("/desk/claims/1/return"))
                .with(401)
                .keeps(typed)
                .says("Your session has ended");
        given().redirects()
                .follow(false)
                .cookie(cookie(), before)
                .get("/desk/claims")
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: same-origin", "Referer: http://desk.example.org/desk/claims"})
    void whoever_comes_from_a_page_goes_on_to_the_provider_from_a_page(String header) {
        String[] sent = header.split(": ");
        var answer = given().redirects().follow(false).header(sent[0], sent[1]).get("/desk/claims?q=a+%22b%22");
        var page = Shown.of(answer).with(401).says("You are on your way to sign in");
        String provider = page.page().select("main a.primary").attr("href");
        assertTrue(provider.matches("http://localhost:\\d+/authorize\\?.*state=.*"), provider);
        assertEquals(
                "0; url=" + provider,
                page.page().select("meta[http-equiv=refresh]").attr("content"));
        assertTrue(
                answer.cookies().keySet().stream().anyMatch(name -> name.startsWith("q_auth")),
                answer.headers().toString());
        assertTrue(
                answer.header("Content-Security-Policy").contains("form-action 'self';"),
                answer.header("Content-Security-Policy"));
    }

    @Test
    void no_token_gets_into_the_log() throws Throwable {
        String forged = forged();
        var said = Logged.meanwhile(soFar -> given().redirects()
                        .follow(false)
                        .cookie(cookie(), forged)
                        .get("/desk/claims")
                        .then()
                        .statusCode(401))
                .toString();
        assertTrue(said.contains("A sign-in was not completed"), said);
        assertFalse(said.contains("eyJ"), said);
    }

    @Test
    void a_sign_in_that_the_provider_breaks_off_says_what_to_do() {
        var challenge = given().redirects().follow(false).get("/desk");
        String state = challenge.header("Location").replaceAll(".*[?&]state=([^&]+).*", "$1");
        Shown.of(given().redirects()
                        .follow(false)
                        .cookies(challenge.cookies())
                        .queryParam("state", state)
                        .queryParam("error", "access_denied")
                        .get("/desk/sign-in"))
                .with(401)
                .says("You could not be signed in.")
                .has("a[href='/desk']");
    }

    @Test
    void a_large_form_comes_back_whole_too() {
        var typed = new LinkedHashMap<String, Object>();
        typed.put("text", "Many words 🦊.\r\n".repeat(30_000));
        typed.put("title", "Talks");
        Shown.of(form().formParams(typed).post("/desk/articles")).with(401).keeps(typed);
        Shown.of(form().cookie(cookie(), "garbage").formParams(typed).post("/desk/articles"))
                .with(401)
                .keeps(typed);
    }

    @Test
    void what_is_no_form_is_refused_with_a_sentence() {
        Shown.of(form().body("note=%zz").post("/desk/claims/1/return"))
                .with(400)
                .says("What was sent is not a well-formed form.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/claims",
                "/desk/claims/1/verdict",
                "/desk/claims/1/verdict/preview",
                "/desk/experts",
                "/desk/scales"
            })
    void every_form_of_the_desk_is_kept(String page) {
        var typed = Map.of("summary", "Short.");
        Shown.of(form().formParams(typed).post(page)).with(401).keeps(typed);
    }

    private static RequestSpecification form() {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(ContentType.URLENC.withCharset("UTF-8"));
    }
}
