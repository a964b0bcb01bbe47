package org.assay.readers;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Raw;
import org.assay.support.Shown;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What readers asked for before is answered without the database, and never later than the truth. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class FrontTest {

    @Inject
    EntityManagerFactory factory;

    /** Content as it was sent, without decoding. */
    private static RequestSpecification reader() {
        return given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .redirects()
                .follow(false);
    }

    private long statements(Callable<Response> asked, int status) throws Exception {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        asked.call().then().statusCode(status);
        return statistics.getPrepareStatementCount();
    }

    private static Map<String, String> headers(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .collect(Collectors.toMap(header -> header.getName().toLowerCase(), Header::getValue));
    }

    @Test
    void a_page_is_rendered_once_and_then_sent_the_same_without_the_database() throws Throwable {
        String page = Given.aPageThatSearchFinds();
        var first = reader().get(page);
        var again = new Response[1];
        assertEquals(0, statements(() -> again[0] = reader().get(page), 200));
        assertArrayEquals(first.asByteArray(), again[0].asByteArray());
        var sent = headers(first);
        assertNotNull(sent.remove("x-request-id"), "the first is a request of its own");
        assertEquals(sent, headers(again[0]));
        again[0].then().header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    void whoever_has_a_page_costs_the_database_nothing() throws Throwable {
        String page = Given.aPageThatSearchFinds();
        var first = reader().header("Accept-Encoding", "br").get(page);
        first.then().header("Content-Encoding", equalTo("br"));
        assertEquals(
                0,
                statements(
                        () -> reader().header("Accept-Encoding", "br")
                                .header("If-None-Match", first.header("ETag"))
                                .get(page),
                        304));
        assertEquals(
                0,
                statements(
                        () -> reader().header("If-Modified-Since", first.header("Last-Modified"))
                                .get(page),
                        304));
        assertEquals(
                0,
                statements(
                        () -> reader().head(page)
                                .then()
                                .header("Content-Encoding", nullValue())
                                .extract()
                                .response(),
                        200));
        assertEquals(
                String.valueOf(first.asByteArray().length),
                reader().header("Accept-Encoding", "br").head(page).header("Content-Length"));
    }

    @Test
    void what_a_page_does_not_heed_in_a_query_gets_the_page_that_is_kept() throws Throwable {
        String page = Given.aPageThatSearchFinds();
        var first = reader().get(page + "?utm_source=" + System.nanoTime());
        for (String query : new String[] {"", "?utm_source=" + System.nanoTime(), "?a&a=1;&%66=1"}) {
            assertEquals(
                    0,
                    statements(
                            () -> reader().urlEncodingEnabled(false)
                                    .header("If-None-Match", first.header("ETag"))
                                    .get(page + query),
                            304),
                    query);
        }
    }

    @Test
    void a_query_that_nobody_can_read_is_no_error_of_ours() throws Exception {
        reader().get("/").then().statusCode(200);
        for (String query : new String[] {"%", "%zz=1", "a=%e4", "&=&"}) {
            assertTrue(statusLine("GET /?" + query).matches("HTTP/1.1 [24]00 .*"), query);
        }
    }

    /** What a client gets that writes its addresses without looking. */
    private static String statusLine(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void an_address_in_another_spelling_is_answered_and_not_kept() throws Throwable {
        String page = Given.aPageThatSearchFinds();
        String spelt = page.replace("/checks", "/%63hecks");
        for (int i = 0; i < 2; i++) {
            assertTrue(statements(() -> reader().urlEncodingEnabled(false).get(spelt), 200) > 0);
        }
    }

    @Test
    void an_address_with_a_detour_is_answered_and_not_kept() throws Throwable {
        String page = Given.aPageThatSearchFinds().replaceFirst("https?://[^/]+", "");
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        for (String detour : List.of("/." + page, "/corrections/.." + page, page.replace("/checks/", "/checks/./"))) {
            for (int i = 0; i < 2; i++) {
                statistics.clear();
                var answer = Raw.get(detour, "Host: localhost");
                if (answer.status() == 200) {
                    assertTrue(statistics.getPrepareStatementCount() > 0, detour);
                } else {
                    assertEquals(404, answer.status(), detour);
                }
            }
        }
    }

    @Test
    void who_takes_none_of_the_forms_of_a_check_is_answered_from_memory_as_well() throws Exception {
        reader().accept("image/png").get("/").then().statusCode(200);
        assertEquals(0, statements(() -> reader().accept("image/png").get("/"), 200));
    }

    @Test
    void neither_host_nor_cookie_gets_into_a_page_for_all() {
        String page = Given.page(Given.aPublishedClaim());
        for (int i = 0; i < 2; i++) {
            reader().header("Host", "evil.example")
                    .header("X-Forwarded-Host", "evil.example")
                    .cookie("q_session", "evil.example")
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("evil.example")));
        }
    }

    @Test
    void how_the_cache_does_is_measured() {
        reader().get("/");
        reader().get("/");
        given().get("/q/metrics")
                .then()
                .body(matchesPattern("(?s).*cache_gets_total\\{cache=\"pages\",result=\"hit\"} [1-9].*"))
                .body(matchesPattern("(?s).*assay_pages_bytes [1-9].*"))
                .body(containsString("assay_pages_trusted 1.0"));
    }

    @Test
    void nothing_of_the_newsrooms_is_kept() {
        for (String user : new String[] {"Rosa", "Emil", "Rosa"}) {
            Shown.of(Desk.as(user.toLowerCase()).get("/desk")).with(200).says(user);
        }
        Desk.as("rosa").get("/desk").then().header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void publishing_and_withdrawing_show_at_once_where_they_were_done() {
        long claim = Given.aPublishedClaim();
        String page = Given.page(claim);
        for (int i = 0; i < 2; i++) {
            reader().get(page).then().statusCode(200);
            reader().get("/").then().body(containsString(page));
        }
        Given.anotherVersion(claim, "correction", "The figure was wrong.");
        reader().get(page).then().body(containsString("The figure was wrong."));
        Given.make("emil", claim, "withdrawal", Map.of("reason", "It was forged."));
        for (int i = 0; i < 2; i++) {
            reader().get(page).then().statusCode(410).body(containsString("It was forged."));
            reader().get("/").then().body(not(containsString(page)));
        }
    }
}
