package org.assay.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Logged;
import org.assay.support.Provider;
import org.assay.support.Shown;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
@QuarkusTestResource(value = Provider.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackChannelLogoutTest {

    Provider provider;

    @Inject
    EndedSessions ended;

    @Inject
    DataSource database;

    private static ValidatableResponse sent(String token) {
        return given().contentType(ContentType.URLENC)
                .formParam("logout_token", token)
                .post("/back-channel-logout")
                .then()
                .header("Cache-Control", "no-store");
    }

    private static JsonObject idToken(String sid, String subject, Instant issued) {
        return new JsonObject().put("sid", sid).put("sub", subject).put("iat", issued.getEpochSecond());
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_session_that_the_provider_ends_opens_the_desk_no_more_and_a_new_one_does() {
        var session = Desk.session("ravi");
        given().cookies(session).get("/desk").then().statusCode(200);
        String subject = new JsonObject(new String(java.util.Base64.getUrlDecoder()
                        .decode(Api.token("ravi").split("\\.")[1])))
                .getString("sub");
        var logout = provider.logout();
        logout.setSubject(subject);
        sent(provider.signed(logout)).statusCode(200);
        var refused = given().cookies(session).redirects().follow(false).get("/desk");
        assertEquals(302, refused.statusCode());
        assertTrue(refused.header("Location").contains("/authorize?"), refused.header("Location"));
        given().cookies(Desk.session("rosa")).get("/desk").then().statusCode(200);
    }

    @Test
    void one_session_of_a_person_ends_and_their_others_do_not() throws SQLException {
        String sid = unique();
        String subject = unique();
        var logout = provider.logout();
        logout.setClaim("sid", sid);
        logout.setSubject(subject);
        sent(provider.signed(logout)).statusCode(200);
        assertTrue(ended.include(idToken(sid, subject, Instant.now().minusSeconds(60))));
        assertTrue(
                ended.include(idToken(sid, subject, Instant.now().plusSeconds(60))), "however often it was refreshed");
        assertFalse(ended.include(idToken(unique(), subject, Instant.now().minusSeconds(60))));
    }

    @Test
    void all_sessions_of_a_person_end_but_those_that_begin_afterwards() throws SQLException {
        String subject = unique();
        var logout = provider.logout();
        logout.setSubject(subject);
        sent(provider.signed(logout)).statusCode(200);
        assertTrue(ended.include(idToken(unique(), subject, Instant.now().minusSeconds(60))));
        assertFalse(ended.include(idToken(unique(), subject, Instant.now().plusSeconds(60))));
        assertFalse(ended.include(idToken(unique(), unique(), Instant.now().minusSeconds(60))));
    }

    @Test
    void what_is_sent_is_kept_no_further_than_a_token_goes() {
        var logout = provider.logout();
        logout.setClaim("sid", unique());
        String late = "x=" + "a".repeat(16 * 1024) + "&logout_token=" + provider.signed(logout);
        for (String path : List.of("/back-channel-logout", "/back-channel-logout/")) {
            given().contentType(ContentType.URLENC)
                    .body(late)
                    .post(path)
                    .then()
                    .statusCode(413)
                    .body(containsString("This is more than 16 KB."));
        }
    }

    @Test
    void a_token_is_taken_once() {
        var logout = provider.logout();
        logout.setClaim("sid", unique());
        String token = provider.signed(logout);
        sent(token).statusCode(200);
        sent(token)
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_description", containsString("taken before"));
    }

    /** What must not end a session, each by one thing that is wrong with it. */
    static List<Consumer<JwtClaims>> wrongs() {
        return List.of(
                token -> token.setIssuer("https://elsewhere.example.org"),
                token -> token.setAudience("assay-api"),
                token -> token.setIssuedAt(minutesAgo(3)),
                token -> token.setExpirationTime(minutesAgo(1)),
                token -> token.unsetClaim("iat"),
                token -> token.unsetClaim("jti"),
                token -> token.unsetClaim("sid"),
                token -> token.unsetClaim("events"),
                token -> token.setClaim("events", Map.of("http://schemas.openid.net/event/other", Map.of())),
                token -> token.setClaim("events", "http://schemas.openid.net/event/backchannel-logout"),
                token -> token.setClaim("nonce", "n"));
    }

    private static NumericDate minutesAgo(int minutes) {
        return NumericDate.fromMilliseconds(
                Instant.now().minus(Duration.ofMinutes(minutes)).toEpochMilli());
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void what_is_no_logout_token_ends_nothing(Consumer<JwtClaims> wrong) throws SQLException {
        String sid = unique();
        var logout = provider.logout();
        logout.setClaim("sid", sid);
        wrong.accept(logout);
        sent(provider.signed(logout)).statusCode(400).body("error", equalTo("invalid_request"));
        assertFalse(ended.include(idToken(sid, "", Instant.now())));
    }

    @Test
    void a_token_that_the_provider_did_not_sign_ends_nothing() throws SQLException {
        String sid = unique();
        var logout = provider.logout();
        logout.setClaim("sid", sid);
        sent(provider.forged(logout)).statusCode(400).body("error", equalTo("invalid_request"));
        for (String token : new String[] {"", "garbage", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30."}) {
            sent(token).statusCode(400).body("error", equalTo("invalid_request"));
        }
        given().contentType(ContentType.URLENC)
                .post("/back-channel-logout")
                .then()
                .statusCode(400)
                .body("error_description", equalTo("Please send a logout_token."));
        assertFalse(ended.include(idToken(sid, "", Instant.now())));
    }

    @Test
    void what_ended_long_ago_is_forgotten() throws SQLException {
        var longAgo = Instant.now().minus(Duration.ofDays(8));
        String old = unique();
        String young = unique();
        ended.end(EndedSessions.session(old), longAgo, unique(), longAgo);
        ended.end(EndedSessions.session(young), Instant.now(), unique(), Instant.now());
        assertFalse(ended.include(idToken(old, "", Instant.now())));
        assertTrue(ended.include(idToken(young, "", Instant.now())));
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from logout_token where taken_at < now() - interval '7 days'")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    @Test
    void whose_session_cannot_be_looked_up_is_not_let_in_and_loses_neither_it_nor_what_they_typed() throws Throwable {
        var session = Desk.session("emil");
        var typed = Map.of("note", Shown.HOSTILE);
        execute("alter table ended_session rename to out_of_reach");
        try {
            var said = Logged.meanwhile(soFar -> {
                var page = given().cookies(session).redirects().follow(false).get("/desk");
                Shown.of(page).with(503).says("The newsroom's database does not answer right now.");
                assertEquals(Map.of(), page.cookies());
                assertEquals("5", page.header("Retry-After"));
            });
            assertTrue(said.contains("The database did not say whether a session has ended: 42P01"), said::toString);
            var form = given().cookies(session)
                    .header("Sec-Fetch-Site", "same-origin")
                    .contentType(ContentType.URLENC.withCharset("UTF-8"))
                    .formParams(typed)
                    .post("/desk/claims/1/return");
            Shown.of(form).with(503).keeps(typed).says("The newsroom's database does not answer right now.");
            assertEquals(Map.of(), form.cookies());
        } finally {
            execute("alter table out_of_reach rename to ended_session");
        }
        given().cookies(session).get("/desk").then().statusCode(200);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void who_is_asked_about_is_found_by_the_primary_key_in_one_statement() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("explain select from ended_session where id = 'sid:1'"
                    + " or (id = 'sub:1' and ended_at >= now())")) {
                while (rows.next()) {
                    plan.append(rows.getString(1));
                }
            }
            connection.rollback();
            assertTrue(plan.toString().contains("ended_session_pkey"), plan.toString());
        }
    }
}
