package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

/** One address, and what each kind of reader gets there. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ChecksAsDataTest {

    private static final String DOSSIER = "application/json";
    private static final String MARKUP = "application/ld+json";

    private static Response as(String accept, String path) {
        return given().accept(accept).get(path);
    }

    @Test
    void the_dossier_comes_byte_for_byte_so_that_anyone_can_compute_the_digest_on_the_page() throws Exception {
        String path = Given.page(Given.aPublishedClaim("Ünïcode 𝒳 🦊 العربية says so."));
        var answer = as(DOSSIER, path);
        answer.then().statusCode(200).header("Vary", containsString("Accept")).contentType(DOSSIER);
        String digest = Shown.of(as("text/html", path)).page().select(".digest").text();
        assertEquals(
                digest,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer.asByteArray())));
        assertEquals(
                "Ünïcode 𝒳 🦊 العربية says so.",
                new ObjectMapper()
                        .readTree(answer.asByteArray())
                        .path("statement")
                        .asText());
    }

    @Test
    void the_markup_is_the_same_as_in_the_page() throws Exception {
        String path = Given.page(Given.aPublishedClaim("Is </script> & <so>."));
        var answer = as(MARKUP, path);
        answer.then().statusCode(200).header("Vary", containsString("Accept")).contentType(MARKUP);
        String inPage = Shown.of(as("text/html", path))
                .page()
                .select("script[type='application/ld+json']")
                .first()
                .data();
        var json = new ObjectMapper();
        assertEquals(json.readTree(inPage), json.readTree(answer.asByteArray()));
    }

    @Test
    void browsers_and_whoever_takes_anything_get_the_page() {
        String path = Given.page(Given.aPublishedClaim());
        for (String accept : List.of(
                "*/*",
                "text/html",
                "text/*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
                "application/xhtml+xml,*/*;q=0.1",
                "text/html;q=0.5,application/json;q=0.4")) {
            as(accept, path).then().statusCode(200).contentType("text/html").header("Vary", containsString("Accept"));
        }
        as("application/json,*/*;q=0.5", path).then().statusCode(200).contentType(DOSSIER);
        as("text/html;q=0.4,application/ld+json;q=0.5", path)
                .then()
                .statusCode(200)
                .contentType(MARKUP);
    }

    @Test
    void whoever_takes_none_of_these_is_told_so() {
        String path = Given.page(Given.aPublishedClaim());
        as("image/webp", path)
                .then()
                .statusCode(406)
                .body(containsString("This is not available in the form that was asked for."));
    }

    @Test
    void each_has_a_tag_of_its_own_and_is_not_sent_again() {
        String path = Given.page(Given.aPublishedClaim());
        String dossier = as(DOSSIER, path).header("ETag");
        assertNotEquals(dossier, as("text/html", path).header("ETag"));
        assertNotEquals(dossier, as(MARKUP, path).header("ETag"));
        given().accept(DOSSIER)
                .header("If-None-Match", dossier)
                .get(path)
                .then()
                .statusCode(304)
                .header("Vary", containsString("Accept"));
        given().accept(MARKUP).header("If-None-Match", dossier).get(path).then().statusCode(200);
    }

    @Test
    void an_older_version_has_its_dossier_and_no_markup() throws Exception {
        long claim = Given.aPublishedClaim();
        String first = Given.digest(claim);
        Given.anotherVersion(claim, "update", "There is news.");
        String path = Given.page(claim) + "/versions/1";
        byte[] dossier = as(DOSSIER, path).then().statusCode(200).extract().asByteArray();
        assertEquals(
                first,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(dossier)));
        as(MARKUP, path).then().statusCode(406);
        as("text/html", path).then().statusCode(200).contentType("text/html");
    }

    @Test
    void a_withdrawn_check_says_so_in_the_form_that_was_asked_for() {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        Given.make("emil", claim, "withdrawal", Map.of("reason", "The source was forged."));
        for (String accept : List.of(DOSSIER, MARKUP)) {
            for (String address : List.of(path, path + "/versions/1")) {
                problem(as(accept, address))
                        .body("detail", equalTo("The source was forged."))
                        .body("withdrawnAt", notNullValue());
            }
        }
        as("text/html", path).then().statusCode(410).contentType("text/html");
        Given.make("emil", claim, "reopening", Map.of("reason", "New figures."));
        Given.make("rosa", claim, "verdict", Given.aVerdict());
        Given.make("emil", claim, "approval", Map.of("digest", Given.digest(claim)));
        Given.make("emil", claim, "publication", Map.of("change", "update", "note", "It is back."));
        problem(as(DOSSIER, path + "/versions/1"))
                .body("detail", equalTo("This version was withdrawn. A later one was published."))
                .body("withdrawnAt", nullValue());
    }

    private static ValidatableResponse problem(Response response) {
        return response.then()
                .statusCode(410)
                .contentType("application/problem+json")
                .header("Vary", containsString("Accept"))
                .body("title", equalTo("Gone"))
                .body("status", equalTo(410));
    }

    @Test
    void the_page_tells_programs_of_its_other_forms_and_an_older_one_does_not() {
        long claim = Given.aPublishedClaim();
        Given.anotherVersion(claim, "update", "There is news.");
        String path = Given.page(claim);
        Shown.of(given().get(path))
                .has("link[rel=alternate][type='application/json'][href$='" + path + "']")
                .has("link[rel=alternate][type='application/ld+json'][href$='" + path + "']");
        Shown.of(given().get(path + "/versions/1"))
                .hasNo("link[rel=alternate][type='application/json']")
                .hasNo("link[rel=alternate][type='application/ld+json']");
    }
}
