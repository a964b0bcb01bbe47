package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No header and no spelling of an address breaks anything, or opens a door. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class HostileHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: ",
                "Host: a b",
                "Host: [",
                "Host: [::1",
                "Host: evil.example:99999",
                "Host: %00",
                "Host: evil.example/..//",
                "Host: localhost@evil.example",
                "If-Match: \"",
                "If-None-Match: \"\\\", W/, ,*",
                "If-Modified-Since: Thu, 99 Foo 0000",
                "Accept: ;q=,/,*/,text/html;q=9e999",
                "Accept-Encoding: ;,gzip;q=x,,*;q=0",
                "Accept-Language: --,*;q=;",
                "Range: bytes=-1,9-,0-0,0-0",
                "Content-Type: /;;=",
                "Cookie: =; a; q_session=\"; assay_said_8080=%%%",
                "Authorization: Bearer",
                "Authorization: Basic ::",
                "Origin: http://[",
                "Referer: \u00e9\u0001",
                "Sec-Fetch-Site: \"",
                "Expect: 100-Continue",
                "X-Forwarded-Host: a b, [",
                "X-Forwarded-For: ,,999.1.1.1",
                "Forwarded: for=\";host=[",
                "Upgrade: h2c",
                "X-HTTP-Method-Override: DELETE"
            })
    void no_header_breaks_anything(String header) throws IOException {
        String check = Given.page(Given.aPublishedClaim()).replaceFirst("https?://[^/]+", "");
        for (String path :
                List.of("/", check, "/checks?q=a", "/desk", "/desk/sign-in", "/api/v1/claims", "/q/openapi")) {
            boolean named = header.startsWith("Host:");
            var answer = named ? Raw.get(path, header) : Raw.get(path, "Host: localhost", header);
            answer.survived(path + " " + header);
        }
    }

    /** What stands behind a semicolon is left out by whoever finds the resource, and by no guard. */
    @Test
    void nothing_is_at_an_address_with_a_semicolon() throws IOException {
        for (String path : List.of(
                "/;a=b",
                "/checks;a=b",
                "/data;a=b/claimreviews.csv",
                "/data/claimreviews.csv;a=b",
                "/sitemaps;a=b/checks-1.xml",
                "/desk;a=b/claims",
                "/desk/claims;a=b",
                "/api;a=b/v1/claims",
                "/api/v1/claims;a=b",
                "/api%2Fv1%2Fclaims;a=b",
                "/v1alpha1/claims:search;a=b?query=x")) {
            for (String with : List.of(
                    "Accept: */*", "Cookie: " + Desk.cookies("rosa"), "Authorization: Bearer " + Api.token("rosa"))) {
                var answer = Raw.get(path, "Host: localhost", with);
                assertEquals(404, answer.status(), path + " " + with);
                assertEquals("no-store", answer.header("Cache-Control"), path);
                assertTrue(answer.body().contains("There is nothing at this address."), path);
                assertFalse(answer.header("Content-Security-Policy").isEmpty(), path);
            }
        }
    }

    @Test
    void a_path_in_another_spelling_opens_no_other_door() throws IOException {
        for (String path : List.of(
                "/./api/v1/claims",
                "//api/v1/claims",
                "/api//v1/claims",
                "/%61pi/v1/claims",
                "/api/v1/claims/",
                "/api/v1/claims;a=b",
                "/desk/../api/v1/claims",
                "/checks/..%2Fapi/v1/claims",
                "/API/v1/claims",
                "/api/v1/claims%3F",
                "/api/v1/claims.json",
                "http://localhost/api/v1/claims")) {
            for (String with : List.of("Accept: */*", "Cookie: " + Desk.cookies("rosa"))) {
                int status = Raw.get(path, "Host: localhost", with).status();
                assertTrue(List.of(400, 401, 404).contains(status), path + ": " + status);
            }
        }
        for (String path : List.of(
                "/./desk/claims",
                "//desk/claims",
                "/%64esk/claims",
                "/desk//claims",
                "/desk/claims/",
                "/DESK/claims")) {
            for (String with : List.of("Accept: */*", "Authorization: Bearer " + Api.token("rosa"))) {
                int status = Raw.get(path, "Host: localhost", with).status();
                assertTrue(List.of(302, 400, 401, 404).contains(status), path + ": " + status);
            }
        }
    }
}
