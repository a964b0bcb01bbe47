package org.assay.limits;

import static io.restassured.RestAssured.given;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.IntFunction;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

/** Who asks how often, behind a proxy at 127.0.0.1 that is trusted. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@TestProfile(FewAMinute.BehindAProxy.class)
class RatesTest {

    private static final String CLAIMS = "/api/v1/claims?limit=1";

    private static int next = 1;

    /** That no other test has asked from. */
    private static synchronized String anAddress() {
        return "192.0.2." + next++;
    }

    private static Response claims(String user, String address) {
        return Api.as(user).header("X-Forwarded-For", address).get("/claims?limit=1");
    }

    private static Response withAToken(String token, String address) {
        return given().header("Authorization", "Bearer " + token)
                .header("X-Forwarded-For", address)
                .get(CLAIMS);
    }

    private static Response stranger(String path, String address) {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-For", address)
                .get(path);
    }

    /** What is answered to the first that is refused. @return after how many */
    private static int answered(IntFunction<Response> asking, Response[] refused) {
        for (int n = 0; n < 500; n++) {
            Response answer = asking.apply(n);
            if (answer.statusCode() == 429) {
                refused[0] = answer;
                return n;
            }
        }
        throw new AssertionError("Nobody was refused.");
    }

    private static void isRefusedAfter(int most, IntFunction<Response> asking, String sentence) {
        var refused = new Response[1];
        int answered = answered(asking, refused);
        // While they were asked, some came back.
        assertTrue(answered >= most && answered < 2 * most, () -> "refused after " + answered);
        problem(refused[0].then(), 429)
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .header("Cache-Control", "no-store")
                .body("title", equalTo("Too Many Requests"))
                .body("detail", startsWith(sentence));
    }

    private static double limited(String what) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("assay_limited_total{what=\"" + what + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void the_api_is_limited_by_address_whoever_asks() {
        double before = limited("address");
        String address = anAddress();
        String[] all = {"rosa", "ravi", "edith", "emil"};
        isRefusedAfter(
                FewAMinute.BY_ADDRESS,
                n -> claims(all[n % all.length], address),
                "Too many requests come from your address.");
        assertEquals(before + 1, limited("address"));
        claims("rosa", anAddress()).then().statusCode(200);
        Desk.as("rosa").header("X-Forwarded-For", address).get("/desk").then().statusCode(200);
    }

    @Test
    void the_api_is_limited_by_who_asks_from_wherever() {
        double before = limited("token");
        isRefusedAfter(
                FewAMinute.BY_TOKEN, n -> claims("ada", "198.51.100." + n), "Too many requests are sent in your name.");
        assertEquals(before + 1, limited("token"));
    }

    @Test
    void tokens_that_are_not_valid_are_counted_and_close_the_door_to_nobody_else_at_the_address() {
        double before = limited("refused-token");
        String address = anAddress();
        isRefusedAfter(
                FewAMinute.REFUSED_TOKENS,
                n -> withAToken("not.a.token" + n, address),
                "Too many tokens that came from your address were not valid.");
        assertEquals(before + 1, limited("refused-token"));
        claims("edith", address).then().statusCode(200);
        withAToken("not.a.token", anAddress()).then().statusCode(401);
    }

    @Test
    void sign_ins_are_limited_by_address_wherever_they_begin_or_end() {
        for (String path : new String[] {"/desk", "/desk/claims/42", "/desk/sign-in", "/desk/sign-in?code=x&state=y"}) {
            double before = limited("sign-in");
            String address = anAddress();
            var refused = new Response[1];
            int answered = answered(n -> stranger(path, address), refused);
            assertTrue(
                    answered >= FewAMinute.SIGN_INS && answered < 2 * FewAMinute.SIGN_INS,
                    () -> path + " is refused after " + answered);
            Shown.of(refused[0])
                    .with(429)
                    .says("Too many sign-ins come from your address.")
                    .has("html[lang]");
            assertTrue(refused[0].header("Retry-After").matches("[1-9][0-9]?"));
            assertTrue(refused[0].header("Content-Security-Policy").startsWith("default-src 'none'"));
            assertEquals(before + 1, limited("sign-in"));
            Desk.as("rosa")
                    .header("X-Forwarded-For", address)
                    .get("/desk")
                    .then()
                    .statusCode(200);
            stranger("/", address).then().statusCode(200);
        }
    }

    @Test
    void a_form_of_somebody_whose_session_ended_comes_back_whole_also_where_too_many_sign_in() {
        String address = anAddress();
        answered(n -> stranger("/desk", address), new Response[1]);
        var typed = Map.of("note", Shown.HOSTILE);
        var answer = given().header("X-Forwarded-For", address)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(typed)
                .post("/desk/claims/42/drop");
        Shown.of(answer).with(429).says("Nothing you typed is lost").keeps(typed);
    }

    @Test
    void an_ipv6_address_is_counted_by_its_network() {
        var refused = new Response[1];
        answered(n -> stranger("/desk", "2001:db8:7:7::" + Integer.toHexString(n + 1)), refused);
        assertEquals(429, stranger("/desk", "2001:db8:7:7:ffff::1").statusCode());
        assertEquals(302, stranger("/desk", "2001:db8:7:8::1").statusCode());
    }

    @Test
    void what_a_client_made_up_before_the_proxy_added_its_address_does_not_count() {
        String address = anAddress();
        answered(n -> stranger("/desk", "203.0.113." + n + ", " + address), new Response[1]);
        assertEquals(429, stranger("/desk", address).statusCode());
        assertEquals(302, stranger("/desk", "203.0.113.1").statusCode());
    }

    @Test
    void forwarded_headers_of_somebody_who_is_not_the_proxy_do_not_count() throws Exception {
        var refused = "";
        int answered = 0;
        while (!refused.contains("429")) {
            refused = FewAMinute.statusLine("127.0.0.2", "/desk", "203.0.113." + answered);
            answered++;
            assertTrue(answered < 2 * FewAMinute.SIGN_INS, "another address each time");
        }
        assertTrue(FewAMinute.statusLine("127.0.0.1", "/desk", anAddress()).contains("302"));
    }
}
