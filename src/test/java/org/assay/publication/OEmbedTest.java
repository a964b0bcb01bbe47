package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.assay.newsroom.Newsroom;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class OEmbedTest {

    @Inject
    Newsroom newsroom;

    private ValidatableResponse of(String path, Object... more) {
        var request = given().queryParam("url", newsroom.url() + path);
        for (int i = 0; i < more.length; i += 2) {
            request.queryParam(more[i].toString(), more[i + 1]);
        }
        return request.get("/oembed").then();
    }

    @Test
    void it_answers_in_json_with_the_frame() {
        String path = Given.page(Given.aPublishedClaim());
        var answer = of(path).statusCode(200)
                .contentType("application/json")
                .body("type", equalTo("rich"))
                .body("version", equalTo("1.0"))
                .body("title", equalTo("Mostly false: The levy rose to 157 per cent."))
                .body("provider_name", equalTo(newsroom.name()))
                .body("provider_url", equalTo(newsroom.url() + "/"))
                .body("thumbnail_url", equalTo(newsroom.url() + path + "/card.png?v=1"))
                .body("thumbnail_width", equalTo(1200))
                .body("thumbnail_height", equalTo(630))
                .body("width", equalTo(640))
                .extract();
        var frame = Jsoup.parse(answer.<String>path("html")).select("iframe").first();
        assertEquals(newsroom.url() + path + "/embed", frame.attr("src"));
        assertEquals(answer.path("width").toString(), frame.attr("width"));
        assertEquals(answer.path("height").toString(), frame.attr("height"));
    }

    @Test
    void xml_says_the_same_whatever_the_texts_hold() {
        String path = Given.page(Given.aPublishedClaim("Is ]]> & <so> \uFFFE\uFFFF 🦊."));
        String json = of(path).extract().path("html");
        of(path, "format", "xml")
                .statusCode(200)
                .contentType("text/xml")
                .body("oembed.type", equalTo("rich"))
                .body("oembed.version", equalTo("1.0"))
                .body("oembed.title", equalTo("Mostly false: Is ]]> & <so> \uFFFD\uFFFD 🦊."))
                .body("oembed.width", equalTo("640"))
                .body("oembed.html", equalTo(json.replaceAll("[\uFFFE\uFFFF]", "\uFFFD")));
    }

    @Test
    void it_keeps_to_the_room_that_a_site_has() {
        String path = Given.page(Given.aPublishedClaim("A long statement. ".repeat(15)));
        int wide = of(path).extract().path("height");
        var narrow = of(path, "maxwidth", 300, "maxheight", 4000)
                .body("width", equalTo(300))
                .body("thumbnail_url", nullValue());
        int narrowHeight = narrow.extract().path("height");
        assertTrue(narrowHeight > wide, narrowHeight + " > " + wide);
        of(path, "maxwidth", 5000, "maxheight", 200)
                .body("width", lessThanOrEqualTo(5000))
                .body("height", equalTo(200));
        of(path, "maxwidth", "wide").statusCode(400);
        of(path, "maxheight", "0").statusCode(400);
    }

    @Test
    void what_it_does_not_have_it_refuses_as_the_specification_says() {
        String path = Given.page(Given.aPublishedClaim());
        of(path, "format", "yaml").statusCode(501);
        of("/checks/no-such-check").statusCode(404);
        of("/").statusCode(404);
        of("/desk/claims/1").statusCode(404);
        of(".example.org" + path).statusCode(404);
        given().queryParam("url", "https://elsewhere.example.org" + path)
                .get("/oembed")
                .then()
                .statusCode(404);
        given().get("/oembed").then().statusCode(400);
    }

    @Test
    void the_addresses_that_people_paste_are_understood() {
        String path = Given.page(Given.aPublishedClaim());
        for (String pasted : List.of("?utm_source=x", "#balance", "/", "/embed")) {
            of(path + pasted).statusCode(200);
        }
    }

    @Test
    void a_withdrawn_check_is_gone() {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        Given.make("emil", claim, "withdrawal", Map.of("reason", "The source was forged."));
        of(path).statusCode(410);
    }

    @Test
    void the_check_leads_there() {
        String path = Given.page(Given.aPublishedClaim());
        var page = Shown.of(given().get(path)).page();
        for (String format : List.of("json", "xml")) {
            String link = page.select("link[rel=alternate][type$='%s+oembed']".formatted(format))
                    .attr("href");
            given().urlEncodingEnabled(false)
                    .get(link.substring(newsroom.url().toString().length()))
                    .then()
                    .statusCode(200)
                    .contentType(format.equals("xml") ? "text/xml" : "application/json");
        }
    }
}
