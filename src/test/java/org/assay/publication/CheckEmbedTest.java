package org.assay.publication;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assay.support.Browser;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.assay.support.Visitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@QuarkusTestResource(Database.class)
class CheckEmbedTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void the_card_says_what_the_check_says_and_leads_to_it() {
        String path = Given.page(Given.aPublishedClaim());
        var card = Shown.of(given().get(path + "/embed"))
                .with(200)
                .says("The levy rose to 157 per cent.")
                .says("Mostly false")
                .says("The order sets other rates.")
                .says("Mina Minister")
                .has("meta[name=robots][content=noindex]")
                .hasNo("script");
        var link = card.page().select("h1 a").first();
        assertEquals("_blank", link.attr("target"));
        assertEquals(path, link.attr("href").replaceFirst("https?://[^/]+", ""));
    }

    @Test
    void it_is_the_only_page_that_may_be_framed() {
        String path = Given.page(Given.aPublishedClaim());
        given().get(path + "/embed")
                .then()
                .statusCode(200)
                .header("X-Frame-Options", nullValue())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors *"));
        for (String page : List.of(path, "/", path + "/embed/", path + "/embed/x", "/desk")) {
            given().redirects()
                    .follow(false)
                    .get(page)
                    .then()
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        }
    }

    @Test
    void the_check_offers_code_to_paste() {
        String path = Given.page(Given.aPublishedClaim("Is \"so\" & <so>."));
        var page = Shown.of(given().get(path)).with(200).page();
        var frame = Jsoup.parse(page.select(".share textarea").text())
                .select("iframe")
                .first();
        assertEquals(path + "/embed", frame.attr("src").replaceFirst("https?://[^/]+", ""));
        assertEquals("Fact check: Is \"so\" & <so>.", frame.attr("title"));
    }

    @Test
    void where_a_check_was_withdrawn_the_card_says_so_and_nothing_of_the_check() {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        Given.make("emil", claim, "withdrawal", Map.of("reason", "The source was forged."));
        Shown.of(given().get(path + "/embed"))
                .with(410)
                .says("This check was withdrawn")
                .says("The source was forged.")
                .saysNothingOf("157 per cent");
        given().get("/checks/no-such-check/embed").then().statusCode(404);
    }

    @Test
    void it_shows_in_a_page_of_another_site_and_a_whole_check_does_not() throws IOException {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        try (var reader = browser.reader();
                var site = new OtherSite(Visitor.url(path + "/embed"), Visitor.url(path))) {
            reader.open(path + "/embed");
            var refused = reader.page()
                    .waitForConsoleMessage(
                            new Page.WaitForConsoleMessageOptions()
                                    .setPredicate(message -> message.text().contains("frame-ancestors")),
                            () -> reader.page().navigate(site.address()));
            var card = reader.page().frameLocator("#embed").locator("h1");
            assertThat(card).hasText("The levy rose to 157 per cent.");
            assertThat(reader.page().frameLocator("#embed").locator(".hallmark"))
                    .hasCSS("color", "rgb(154, 74, 0)");
            assertTrue(refused.text().contains("frame-ancestors 'none'"), refused.text());
            assertThat(reader.page().frameLocator("#check").locator("body"))
                    .not()
                    .containsText("157 per cent");

            Given.make("emil", claim, "withdrawal", Map.of("reason", "The source was forged."));
            reader.page().reload();
            assertThat(card).hasText("This check was withdrawn");
        }
    }

    /** A page under another host and port, which frames two of ours. */
    private static final class OtherSite implements AutoCloseable {

        private final HttpServer server;

        OtherSite(String embed, String check) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            byte[] page = """
                    <!doctype html><title>Another site</title><iframe id="embed" src="%s"></iframe>
                    <iframe id="check" src="%s"></iframe>""".formatted(embed, check).getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
