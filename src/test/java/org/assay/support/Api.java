package org.assay.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** The JSON API as a program sees it, with real tokens of the built-in sign-in. */
public final class Api {

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Api() {}

    /** A request by somebody, with JSON both ways. */
    public static RequestSpecification as(String user) {
        return given().auth().oauth2(token(user)).contentType(ContentType.JSON).basePath("/api/v1");
    }

    public static String token(String user) {
        String issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        return TOKENS.computeIfAbsent(
                issuer + " " + user,
                key -> given().contentType(ContentType.URLENC)
                        .formParam("grant_type", "password")
                        .formParam("username", user)
                        .formParam("password", "any")
                        .formParam("client_id", "quarkus-app")
                        .formParam("client_secret", "secret")
                        .post(issuer + "/token")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("access_token"));
    }
}
