package org.assay.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.assay.support.Database;
import org.assay.support.Provider;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** A provider whose tokens have the roles somewhere else, and are meant for one audience each, as in production. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@QuarkusTestResource(value = Provider.class, restrictToAnnotatedClass = true)
@TestProfile(RolesClaimTest.Elsewhere.class)
class RolesClaimTest {

    public static class Elsewhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "assay.roles-claim", "resource_access/newsroom/roles,\"https://example.org/roles\"",
                    "assay.role-names.reviewer", "Fact checkers",
                    "quarkus.oidc.api.token.audience", "assay-api");
        }
    }

    Provider provider;

    private ValidatableResponse asks(JwtClaims token) {
        return given().auth()
                .oauth2(provider.signed(token))
                .get("/api/v1/claims")
                .then();
    }

    private JwtClaims withRoles(String claim, Object roles) {
        var token = provider.program("assay-api");
        token.setClaim(claim, roles);
        return token;
    }

    @Test
    void roles_are_found_in_each_of_the_places_that_the_configuration_names() {
        asks(withRoles("resource_access", Map.of("newsroom", Map.of("roles", List.of("Fact checkers")))))
                .statusCode(200);
        asks(withRoles("https://example.org/roles", List.of("Fact checkers"))).statusCode(200);
    }

    @Test
    void roles_in_any_other_place_are_none() {
        asks(withRoles("groups", List.of("Fact checkers"))).statusCode(403).body("role", equalTo("reviewer"));
        asks(withRoles("resource_access", Map.of("another", Map.of("roles", List.of("Fact checkers")))))
                .statusCode(403);
    }

    @Test
    void a_token_that_does_not_say_whose_it_is_is_not_taken() {
        var token = withRoles("https://example.org/roles", List.of("Fact checkers"));
        token.unsetClaim("sub");
        asks(token).statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void a_token_that_is_meant_for_somebody_else_is_not_taken() {
        var token = provider.program("another-api");
        token.setClaim("https://example.org/roles", List.of("Fact checkers"));
        asks(token).statusCode(401).header("WWW-Authenticate", "Bearer");
    }
}
