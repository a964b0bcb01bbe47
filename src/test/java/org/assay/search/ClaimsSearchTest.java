package org.assay.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.factchecktools.v1alpha1.FactCheckTools;
import com.google.api.services.factchecktools.v1alpha1.model.GoogleFactcheckingFactchecktoolsV1alpha1Claim;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.NodeScript;
import org.assay.support.Published;
import org.assay.support.Published.Check;
import org.assay.support.Shown;
import org.assay.support.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimsSearchTest {

    private static String wordOfAThousand;

    private static FactCheckTools client() {
        return new FactCheckTools.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), null)
                .setApplicationName("test")
                .setRootUrl(root())
                .build();
    }

    private static ValidatableResponse search(Object... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return request.get("/v1alpha1/claims:search").then();
    }

    private static String word() {
        return "w" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
    }

    @Test
    void a_published_check_has_exactly_the_shape_of_the_api() throws Throwable {
        String word = word();
        long claim = Given.aPublishedClaim("The %s rose.".formatted(word));
        String rating = Shown.of(given().get(Given.page(claim)))
                .page()
                .select(".hallmark .word")
                .text();
        Soon.soon(() -> search("query", word)
                .statusCode(200)
                .contentType("application/json")
                .body("", aMapWithSize(1))
                .body("claims", hasSize(1))
                .body("claims[0].text", equalTo("The %s rose.".formatted(word)))
                .body("claims[0].claimReview", hasSize(1))
                .body("claims[0].claimReview[0].publisher.name", equalTo("Assay Newsroom"))
                .body("claims[0].claimReview[0].publisher.site", equalTo("localhost"))
                .body("claims[0].claimReview[0].url", endsWith("//localhost:8080" + Given.page(claim)))
                .body("claims[0].claimReview[0].title", equalTo("The %s rose.".formatted(word)))
                .body("claims[0].claimReview[0].reviewDate", matchesPattern("20..-..-..T..:..:..(\\.[0-9]+)?Z"))
                .body("claims[0].claimReview[0].textualRating", equalTo(rating))
                .body("claims[0].claimReview[0].languageCode", equalTo("en")));
    }

    @Test
    void nothing_found_is_an_empty_object() {
        assertEquals(
                "{}",
                search("query", "nothing" + word(), "prettyPrint", "false")
                        .extract()
                        .asString());
        search("reviewPublisherSiteFilter", "elsewhere.example.org").body("", aMapWithSize(0));
    }

    @Test
    void the_official_client_pages_through_a_thousand_with_every_parameter() throws Throwable {
        String word = wordOfAThousand();
        assertEquals(
                1_000,
                all(client().claims().search().setQuery(word).setPageSize(100)).size());
        assertEquals(
                250,
                all(client().claims()
                                .search()
                                .setQuery(word)
                                .setLanguageCode("pt")
                                .setReviewPublisherSiteFilter("localhost")
                                .setMaxAgeDays(3)
                                .setPageSize(40))
                        .size());
        var skipped = client().claims().search().setQuery(word).setOffset(995).execute();
        assertEquals(5, skipped.getClaims().size());
        var byDefault = client().claims().search().setQuery(word).execute();
        assertEquals(10, byDefault.getClaims().size());
        assertEquals("2020-01-01T00:00:00Z", dated(byDefault.getClaims()).getClaimDate());
    }

    @Test
    void the_official_client_for_node_pages_through_a_thousand_with_every_parameter() throws Throwable {
        String word = wordOfAThousand();
        assertEquals("All is found.", NodeScript.ran("claims-search.js", root(), word, "1000"));
    }

    private static String root() {
        return "http://localhost:" + RestAssured.port + "/";
    }

    /** Of a thousand, a quarter are in Portuguese and every other is dated. They are published for the first who asks. */
    private static String wordOfAThousand() throws Throwable {
        if (wordOfAThousand == null) {
            String word = word();
            publish(word);
            wordOfAThousand = word;
        }
        return wordOfAThousand;
    }

    private static void publish(String word) throws Throwable {
        Published.many(
                1_000,
                i -> new Check(
                        "The %s rose %d.".formatted(word, i),
                        i % 4 == 0 ? "pt-BR" : "en",
                        "Mina Minister",
                        "trade",
                        i % 2 == 0 ? LocalDate.of(2020, 1, 1) : null,
                        "false"));
        Soon.soon(() ->
                search("query", word + " 999").body("claims.text", equalTo(List.of("The " + word + " rose 999."))));
    }

    private static GoogleFactcheckingFactchecktoolsV1alpha1Claim dated(
            List<GoogleFactcheckingFactchecktoolsV1alpha1Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.getClaimDate() != null)
                .findFirst()
                .orElseThrow();
    }

    /** Follows the tokens to the end. */
    private static HashSet<String> all(FactCheckTools.Claims.Search search) throws IOException {
        var texts = new HashSet<String>();
        String token = null;
        do {
            var page = search.setPageToken(token).execute();
            page.getClaims().forEach(claim -> assertTrue(texts.add(claim.getText()), claim::getText));
            token = page.getNextPageToken();
        } while (token != null);
        return texts;
    }

    @Test
    void the_official_client_understands_a_refusal() {
        var refused = assertThrows(
                GoogleJsonResponseException.class,
                () -> client().claims().search().setPageSize(5).execute());
        assertEquals(400, refused.getStatusCode());
        assertEquals(400, refused.getDetails().getCode());
    }

    @ParameterizedTest
    @CsvSource({
        "query, x, maxAgeDays, -1, maxAgeDays",
        "query, x, maxAgeDays, soon, maxAgeDays",
        "query, x, pageSize, -5, pageSize",
        "query, x, offset, 1001, offset",
        "query, x, pageToken, nonsense, token",
        "query, x, alt, proto, alt",
        "languageCode, en, pageSize, 5, query",
        "query, '', languageCode, en, query"
    })
    void what_is_wrong_is_told_in_the_apis_own_shape(String a, String x, String b, String y, String named) {
        search(a, x, b, y)
                .statusCode(400)
                .body("error.code", equalTo(400))
                .body("error.status", equalTo("INVALID_ARGUMENT"))
                .body("error.message", containsString(named))
                .body("claims", nullValue());
    }

    @Test
    void a_token_holds_for_its_own_question_only() throws Throwable {
        String word = word();
        Published.many(3, i -> Check.of("The %s rose %d.".formatted(word, i)));
        Soon.soon(() -> search("query", word, "pageSize", 2).body("claims", hasSize(2)));
        String token = search("query", word, "pageSize", 2).extract().path("nextPageToken");
        search("query", word, "pageToken", token).statusCode(200).body("claims", hasSize(1));
        search("query", "rose", "pageToken", token).statusCode(400);
        search("query", word, "languageCode", "en", "pageToken", token).statusCode(400);
        search("query", word, "offset", 1, "pageToken", token).statusCode(400);
    }

    @Test
    void an_offset_is_capped_and_the_bound_is_told() {
        search("query", "x", "offset", 1_001)
                .statusCode(400)
                .body("error.message", equalTo("Invalid value at 'offset': a whole number from 0 to 1000 is needed."));
        search("query", "x", "offset", 1_000).statusCode(200);
        search("query", "x", "offset", "99999999999999999999").statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void another_method_is_refused_in_the_apis_own_shape(String method) {
        given().queryParam("query", "levy")
                .request(method, "/v1alpha1/claims:search")
                .then()
                .statusCode(405)
                .contentType("application/json")
                .header("Allow", containsString("GET"))
                .body("", aMapWithSize(1))
                .body("error.code", equalTo(405))
                .body("error.status", equalTo("UNIMPLEMENTED"))
                .body("error.message", equalTo("This address does not take that kind of request."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the of and",
                "'; drop table claim; --",
                "a & b | !c <-> d:*",
                ".*(a+)+$",
                "title:[a TO b]",
                "\"",
                "-",
                "***",
                "a*b?c~2^9",
                "\u0000",
                "💩"
            })
    void nothing_that_is_asked_is_a_mistake(String query) {
        search("query", query).statusCode(200).body("error", nullValue());
    }

    @Test
    void too_much_is_refused() {
        refused(search("query", "word ".repeat(2_000)), "Please look for something shorter: up to 300 characters.");
        refused(search("query", "a ".repeat(33)), "Please look for fewer words: up to 32.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "CAo", "💩", "MTIzIDEgMiAz", "\u0000", "' or 1=1"})
    void a_token_that_nobody_gave_is_refused(String token) {
        refused(search("query", "levy", "pageToken", token), "Please send the token that this very list gave as next.");
    }

    private static void refused(ValidatableResponse answer, String sentence) {
        answer.statusCode(400)
                .body("error.code", equalTo(400))
                .body("error.status", equalTo("INVALID_ARGUMENT"))
                .body("error.message", equalTo(sentence));
    }

    @Test
    void every_standard_parameter_is_taken_and_changes_nothing_but_how_the_answer_is_set() throws Throwable {
        String word = word();
        Given.aPublishedClaim("The %s rose.".formatted(word));
        Soon.soon(() -> search("query", word).body("claims", hasSize(1)));
        String plain = search("query", word).extract().asString();
        for (String name : List.of(
                "$.xgafv",
                "access_token",
                "callback",
                "fields",
                "key",
                "oauth_token",
                "quotaUser",
                "uploadType",
                "upload_protocol",
                "rating",
                "unheard-of")) {
            search("query", word, name, "claims(text)")
                    .statusCode(200)
                    .contentType("application/json")
                    .body(equalTo(plain));
        }
        String compact = search("query", word, "prettyPrint", "false").extract().asString();
        assertTrue(plain.contains("\n") && !compact.contains("\n"), compact);
        assertEquals(JsonPath.from(plain).getMap(""), JsonPath.from(compact).getMap(""));
    }

    @Test
    void standard_parameters_are_taken_and_google_s_accept_header_gets_json() {
        given().header("Accept", "text/html, image/gif, image/jpeg, */*; q=0.2")
                .queryParam("query", "levy")
                .queryParam("key", "secret")
                .queryParam("fields", "claims(text)")
                .queryParam("alt", "json")
                .queryParam("prettyPrint", "true")
                .get("/v1alpha1/claims:search")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void our_site_is_known_with_and_without_www() throws Throwable {
        String word = word();
        Given.aPublishedClaim("The %s rose.".formatted(word));
        for (String site : List.of("localhost", "LOCALHOST", "www.localhost", "https://localhost/")) {
            Soon.soon(() ->
                    search("query", word, "reviewPublisherSiteFilter", site).body("claims", hasSize(1)));
        }
        for (String site : List.of("localhost.evil.example", "💩", "a b", "https://", ":")) {
            search("query", word, "reviewPublisherSiteFilter", site)
                    .statusCode(200)
                    .body("claims", nullValue());
        }
    }
}
