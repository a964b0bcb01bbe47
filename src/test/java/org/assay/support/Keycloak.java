package org.assay.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Keycloak with the realm that the demonstration's cluster has, and what its administrator does there. */
public final class Keycloak implements AutoCloseable {

    public static final String PASSWORD = "a password of this test's own";
    public static final String DESK = "assay-desk";
    public static final String PROGRAM = "assay-program";
    public static final String SECRET = "a secret of this test's own, for each of the clients";

    private static final Path REALM = Path.of("k8s", "overlays", "demo", "realm.json");
    private static final Path LOG = Path.of("target", "keycloak.log");
    private static final Duration START = Duration.ofMinutes(6);

    private final Process process;
    private final String url;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.url = "http://localhost:" + port;
    }

    /** @param assay the address of the one replica that it tells that a session is over */
    public static Keycloak started(String assay) throws IOException {
        Path home = home();
        Path realm = Files.createDirectories(home.resolve("data/import")).resolve("realm.json");
        Files.copy(REALM, realm, StandardCopyOption.REPLACE_EXISTING);
        int port = Replica.freePort();
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "administrator",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        PASSWORD,
                        "ASSAY_URL",
                        assay,
                        "ASSAY_BACK_CHANNEL_URL",
                        assay,
                        "ASSAY_DESK_SECRET",
                        SECRET,
                        "ASSAY_PROGRAM_SECRET",
                        SECRET));
        var keycloak = new Keycloak(builder.start(), port);
        keycloak.awaitStart();
        return keycloak;
    }

    private static Path home() throws IOException {
        try (var folders = Files.list(Path.of("target", "keycloak"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void awaitStart() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                close();
                throw new IllegalStateException(Files.readString(LOG));
            }
        }
    }

    private boolean answers() {
        try {
            return given().get(issuer()).statusCode() == 200;
        } catch (Exception notYet) {
            return false;
        }
    }

    public String issuer() {
        return url + "/realms/assay";
    }

    /** A token for a program, as it asks for one itself. */
    public String token(String client) {
        return openId("token", Map.of("grant_type", "client_credentials"), client)
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Whether it takes a person's access token as its own any more. */
    public boolean takes(String token) {
        return given().auth()
                        .oauth2(token)
                        .get(issuer() + "/protocol/openid-connect/userinfo")
                        .statusCode()
                == 200;
    }

    private ValidatableResponse openId(String endpoint, Map<String, String> form, String client) {
        return given().contentType(ContentType.URLENC)
                .formParams(form)
                .formParam("client_id", client)
                .formParam("client_secret", SECRET)
                .post(issuer() + "/protocol/openid-connect/" + endpoint)
                .then();
    }

    /** Somebody new, with this realm's roles. */
    public void add(String name, String... roles) {
        administrator()
                .body(Map.of(
                        "username",
                        name,
                        "firstName",
                        name,
                        "lastName",
                        "of the newsroom",
                        "email",
                        name + "@example.org",
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))))
                .post("/users")
                .then()
                .statusCode(201);
        grant(name, roles);
    }

    public void grant(String name, String... roles) {
        administrator()
                .body(representations(roles))
                .post("/users/{id}/role-mappings/realm", id(name))
                .then()
                .statusCode(204);
    }

    public void revoke(String name, String... roles) {
        administrator()
                .body(representations(roles))
                .delete("/users/{id}/role-mappings/realm", id(name))
                .then()
                .statusCode(204);
    }

    private List<Object> representations(String... roles) {
        return List.of(roles).stream()
                .map(role ->
                        administrator().get("/roles/{role}", role).jsonPath().get())
                .toList();
    }

    /** What an administrator does about somebody who must leave at once. */
    public void endSessionsOf(String name) {
        administrator().post("/users/{id}/logout", id(name)).then().statusCode(204);
    }

    public boolean isLockedOut(String name) {
        return administrator()
                .get("/attack-detection/brute-force/users/{id}", id(name))
                .jsonPath()
                .getBoolean("disabled");
    }

    /** How often this realm noted such an event about somebody. */
    public int events(String type, String name) {
        return administrator()
                .queryParam("type", type)
                .queryParam("user", id(name))
                .get("/events")
                .jsonPath()
                .getList("")
                .size();
    }

    private String id(String name) {
        return administrator()
                .queryParam("username", name)
                .queryParam("exact", true)
                .get("/users")
                .jsonPath()
                .getString("[0].id");
    }

    /** Changes attributes of a client, such as how long its access tokens live. */
    public void change(String client, Map<String, String> attributes) {
        Map<String, Object> present = client(client);
        var changed = new HashMap<String, Object>(
                (Map<?, ?>) present.get("attributes") instanceof Map<?, ?> map
                        ? map.entrySet().stream()
                                .collect(java.util.stream.Collectors.toMap(
                                        entry -> (String) entry.getKey(), Map.Entry::getValue))
                        : Map.of());
        changed.putAll(attributes);
        present.put("attributes", changed);
        put(client, present);
    }

    /** Lets the desk be at this address too. */
    public void allow(String assay) {
        Map<String, Object> desk = client(DESK);
        var redirects = new java.util.ArrayList<Object>((List<?>) desk.get("redirectUris"));
        redirects.add(assay + "/desk/sign-in");
        desk.put("redirectUris", redirects);
        put(DESK, desk);
    }

    private void put(String client, Map<String, Object> changed) {
        administrator()
                .body(changed)
                .put("/clients/{id}", changed.get("id"))
                .then()
                .statusCode(204);
    }

    private Map<String, Object> client(String client) {
        return new HashMap<>(administrator()
                .queryParam("clientId", client)
                .get("/clients")
                .jsonPath()
                .<String, Object>getMap("[0]"));
    }

    /** A program like Assay's own, whose tokens are not meant for Assay's API. */
    public void addProgramForSomethingElse(String name) {
        Map<String, Object> other = client(PROGRAM);
        other.remove("id");
        other.remove("protocolMappers");
        other.put("clientId", name);
        other.put("secret", SECRET);
        other.put("fullScopeAllowed", true);
        administrator().body(other).post("/clients").then().statusCode(201);
        grant("service-account-" + name, "reviewer");
    }

    /** From now on it signs with a key that nobody has seen yet. */
    public void changeItsKey() {
        JsonPath realm = administrator().get("").jsonPath();
        administrator()
                .body(Map.of(
                        "name",
                        "a key of today",
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "parentId",
                        realm.getString("id"),
                        "config",
                        Map.of("priority", List.of("1000"), "active", List.of("true"), "enabled", List.of("true"))))
                .post("/components")
                .then()
                .statusCode(201);
    }

    private RequestSpecification administrator() {
        Response token = given().contentType(ContentType.URLENC)
                .formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", "administrator")
                .formParam("password", PASSWORD)
                .post(url + "/realms/master/protocol/openid-connect/token");
        return given().baseUri(url)
                .basePath("/admin/realms/assay")
                .auth()
                .oauth2(token.then().statusCode(200).extract().path("access_token"))
                .contentType(ContentType.JSON);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
