package org.assay;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import org.assay.support.Database;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class OpenApiTest {

    private static final Set<String> WRITES = Set.of("post", "patch", "put");

    private static JsonNode described() throws Exception {
        return new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
    }

    @Test
    void every_operation_of_the_api_is_described_and_nothing_else() throws Exception {
        var operations = new TreeSet<String>();
        described()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (!operation.getKey().equals("parameters")) {
                        operations.add(operation.getKey() + " " + path.getKey().replace("/api/v1", ""));
                    }
                }));
        assertEquals(
                new TreeSet<>(Set.of(
                        "post /articles",
                        "get /audit/verification",
                        "get /articles/{id}",
                        "patch /articles/{id}",
                        "get /claims",
                        "post /claims",
                        "get /claims/{id}",
                        "patch /claims/{id}",
                        "get /claims/{id}/history",
                        "post /claims/{id}/evidence",
                        "post /claims/{id}/evidence/{n}/removal",
                        "post /claims/{id}/verdict",
                        "post /claims/{id}/return",
                        "post /claims/{id}/approval",
                        "post /claims/{id}/publication",
                        "post /claims/{id}/withdrawal",
                        "post /claims/{id}/reopening",
                        "post /claims/{id}/drop",
                        "post /claims/{id}/restoration",
                        "get /experts",
                        "post /experts",
                        "get /experts/{id}",
                        "patch /experts/{id}",
                        "get /scales",
                        "post /scales")),
                operations);
    }

    @Test
    void whatever_is_sent_is_shown_by_an_example() throws Exception {
        described()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (WRITES.contains(operation.getKey())) {
                        var body = operation
                                .getValue()
                                .path("requestBody")
                                .path("content")
                                .path("application/json");
                        var example = body.path("example");
                        assertTrue(
                                example.isObject()
                                        || example.isTextual()
                                                && example.asText().startsWith("{"),
                                operation.getKey() + " " + path.getKey() + ": " + body);
                        assertNotNull(body.get("schema"), path.getKey());
                    }
                }));
    }

    @Test
    void every_operation_has_a_summary_and_says_what_it_answers() throws Exception {
        described()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    assertFalse(operation.getValue().path("summary").asText().isBlank(), path.getKey());
                    assertTrue(operation.getValue().path("responses").properties().stream()
                            .anyMatch(answer -> answer.getKey().startsWith("2")));
                }));
    }

    @Test
    void programs_are_told_where_to_get_a_token_and_the_token_they_get_there_opens_the_api() throws Exception {
        var api = described();
        String scheme = api.path("security").path(0).fieldNames().next();
        var security = api.path("components").path("securitySchemes").path(scheme);
        assertEquals("oauth2", security.path("type").asText());
        String tokenUrl =
                security.path("flows").path("password").path("tokenUrl").asText();
        assertEquals(
                tokenUrl,
                security.path("flows")
                        .path("clientCredentials")
                        .path("tokenUrl")
                        .asText());
        assertTrue(
                tokenUrl.startsWith(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class)));
        String token = given().formParam("grant_type", "password")
                .formParam("username", "rosa")
                .formParam("password", "any")
                .formParam("client_id", "quarkus-app")
                .formParam("client_secret", "secret")
                .post(tokenUrl)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        given().auth().oauth2(token).get("/api/v1/claims?limit=1").then().statusCode(200);
    }

    @Test
    void each_post_takes_an_idempotency_key_and_says_so_once() throws Exception {
        described();
        described()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var keys = operation.getValue().findParents("in").stream()
                            .filter(parameter -> parameter.path("name").asText().equals("Idempotency-Key"))
                            .toList();
                    assertEquals(operation.getKey().equals("post") ? 1 : 0, keys.size(), path.getKey());
                    if (!keys.isEmpty()) {
                        assertEquals("header", keys.getFirst().path("in").asText());
                        assertFalse(keys.getFirst().path("required").asBoolean());
                        assertEquals(
                                255,
                                keys.getFirst().path("schema").path("maxLength").asInt());
                        assertTrue(operation.getValue().path("responses").has("422"));
                        assertTrue(operation.getValue().path("responses").has("409"));
                    }
                }));
    }

    @Test
    void it_is_served_as_yaml_too() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/yaml;charset=UTF-8"));
    }
}
