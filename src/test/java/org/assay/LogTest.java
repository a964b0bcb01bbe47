package org.assay;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Lock;
import org.assay.support.Logged;
import org.assay.support.Raw;
import org.assay.support.SigningIn;
import org.assay.support.Soon;
import org.assay.support.Story;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What the log says is of use to whoever runs Assay, and to nobody who steals it. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class LogTest {

    private static final String TEXT = "Wer-das-liest-liest-zuviel";

    @Inject
    DataSource database;

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** A day at the desk with all that goes wrong in it. */
    private static void aDay() throws Exception {
        String host = "Host: localhost:" + RestAssured.port;
        var arrived = SigningIn.from("/desk", host).arrives("rosa");
        String session = String.join("; ", SigningIn.cookies(arrived));
        assertEquals(200, Raw.get("/desk", host, "Cookie: " + session).status());
        Story.of(TEXT).proposed().returned();
        Story.of(TEXT).proposed().approved().published().withdrawn();
        String token = Api.token("rosa");
        for (String bad :
                List.of(token + "x", token.replaceFirst("\\.[^.]+$", "."), "eyJhbGciOiJub25lIn0.e30.", TEXT)) {
            given().auth().oauth2(bad).get("/api/v1/claims").then().statusCode(401);
            given().cookie(Desk.session("rosa").keySet().iterator().next(), bad)
                    .redirects()
                    .follow(false)
                    .get("/desk")
                    .then()
                    .statusCode(302);
        }
        given().formParam("logout_token", token)
                .post("/back-channel-logout")
                .then()
                .statusCode(400);
        var begun = SigningIn.from("/desk", host);
        String state = begun.provider().replaceAll(".*[?&]state=([^&]+).*", "$1");
        SigningIn.arrives("/desk/sign-in?error=access_denied&state=" + state, begun.cookies());
        SigningIn.arrives(
                "/desk/sign-in?code=" + TEXT + "&state=" + TEXT,
                SigningIn.from("/desk", host).cookies());
        Api.as("nora")
                .body(Map.of("note", TEXT))
                .post("/claims/1/return")
                .then()
                .statusCode(403);
        Api.as("emil")
                .body(Map.of("note", TEXT, TEXT, TEXT))
                .post("/claims/" + Given.aProposedClaim() + "/return")
                .then()
                .statusCode(400);
        Desk.form("rosa")
                .formParam("statement", TEXT)
                .post("/desk/claims")
                .then()
                .statusCode(400);
        given().get("/nowhere/" + TEXT).then().statusCode(404);
        given().get("/checks?q=" + TEXT).then().statusCode(200);
    }

    @Test
    void neither_secrets_nor_sessions_nor_names_nor_texts_are_in_it() throws Throwable {
        var said = String.join("\n", Logged.meanwhile(soFar -> aDay()));
        assertTrue(said.contains("A sign-in was not completed"), said);
        for (String secret : List.of(
                "eyJ",
                setting("quarkus.oidc.token-state-manager.encryption-secret"),
                "client_secret",
                "code_verifier",
                "q_session",
                "Bearer ",
                TEXT,
                "rosa",
                "Rosa",
                "emil",
                "Emil",
                "nora")) {
            assertFalse(said.contains(secret), () -> secret + " in: " + said);
        }
    }

    @Test
    void nobody_writes_a_line_of_their_own_into_it() throws Throwable {
        var said = Logged.meanwhile(soFar -> {
            String host = "Host: localhost:" + RestAssured.port;
            String line = "%0d%0a2026-11-25%20ERROR%20FORGED%1b%5B31m";
            var begun = SigningIn.from("/desk", host);
            for (String path : List.of(
                    "/desk/" + line,
                    "/desk/claims?q=" + line,
                    "/desk/sign-in?error=" + line + "&error_description=" + line + "&state=x",
                    "/desk/sign-in" + line + "?code=x&state=x",
                    "/checks/" + line,
                    "/" + line)) {
                Raw.get(path, host, "Cookie: " + String.join("; ", begun.cookies()));
                Raw.get(
                        path,
                        host,
                        "Cookie: " + Desk.session("rosa").keySet().iterator().next() + "=a.b.c.d.e");
                Raw.get(path, host, "User-Agent: a\u001b[31mFORGED", "X-Request-Id: \u001b[31mFORGED");
            }
        });
        for (String line : said) {
            String first = line.lines().findFirst().orElse("");
            assertFalse(first.contains("\u001b"), line);
            assertTrue(
                    line.lines().skip(1).noneMatch(next -> next.contains("FORGED") && !next.startsWith("\tat ")), line);
        }
    }

    @Test
    void a_write_is_told_of_however_its_address_is_spelt_and_a_method_of_ones_own_is_not() throws Throwable {
        Logged.meanwhile(soFar -> {
            String host = "Host: localhost:" + RestAssured.port;
            Raw.ask("POST", "/%61pi/v1/claims", "{}", host, "Content-Type: application/json");
            Raw.ask("FORGED", "/desk/claims", "", host);
            for (String told : List.of("POST /api/v1/claims 401", "OTHER none ")) {
                Soon.soon(() ->
                        assertTrue(soFar.stream().anyMatch(line -> line.startsWith(told)), () -> told + ": " + soFar));
            }
            assertTrue(soFar.stream().noneMatch(line -> line.contains("FORGED")), soFar::toString);
        });
    }

    @Test
    void whoever_hung_up_was_told_nothing_though_it_was_done() throws Throwable {
        long claim = Given.aProposedClaim();
        String body = "{\"note\": \"Look again.\"}";
        Logged.meanwhile(soFar -> {
            try (var lock = Lock.onClaim(claim, database.getConnection())) {
                try (var socket = new Socket("localhost", RestAssured.port)) {
                    socket.getOutputStream()
                            .write(
                                    ("POST /api/v1/claims/%d/return HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                                                    + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                                            .formatted(claim, Api.token("emil"), body.length(), body)
                                            .getBytes(StandardCharsets.US_ASCII));
                    Soon.soon(() -> assertEquals(1, lock.waiting()));
                }
                Soon.soon(() -> assertTrue(
                        soFar.stream().anyMatch(line -> line.startsWith("POST /api/v1/claims/{id}/return none")),
                        soFar::toString));
            }
            Soon.soon(
                    () -> assertEquals("returned", Given.claim(claim).extract().path("stage")));
        });
    }

    @Test
    void a_row_that_the_database_refuses_is_not_told() throws Exception {
        try (var connection = database.getConnection();
                var insert = connection.createStatement()) {
            var refused = assertThrows(
                    SQLException.class,
                    () -> insert.execute(
                            "insert into expert (version, name) values (1, '%s')".formatted(TEXT.repeat(20))));
            assertTrue(refused.getMessage().contains("violates"), refused.getMessage());
            assertFalse(refused.getMessage().contains(TEXT), refused.getMessage());
        }
    }
}
