package org.assay.support;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;

/** The desk as a browser without JavaScript sees it, after a real sign-in at the built-in provider. */
public final class Desk {

    private static final Map<String, Map<String, String>> SESSIONS = new ConcurrentHashMap<>();

    private Desk() {}

    /** A request by somebody who is signed in; redirects are shown, not followed. */
    public static RequestSpecification as(String user) {
        return given().cookies(session(user)).redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    /** A form that they send. */
    public static RequestSpecification form(String user) {
        return as(user).contentType(ContentType.URLENC.withCharset("UTF-8"));
    }

    /** Their session as the value of a Cookie header. */
    public static String cookies(String user) {
        return session(user).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The cookies of their session. */
    public static Map<String, String> session(String user) {
        String issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        return SESSIONS.computeIfAbsent(issuer + RestAssured.port + user, key -> signIn(user));
    }

    private static Map<String, String> signIn(String user) {
        var cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build()) {
            var desk = URI.create("http://localhost:" + RestAssured.port + "/desk");
            var chooser = browser.send(HttpRequest.newBuilder(desk).build(), BodyHandlers.ofString());
            var form = Jsoup.parse(chooser.body(), chooser.uri().toString())
                    .select("form.predefined-form")
                    .first();
            String sent = form.select("input[name], button[value=" + user + "]").stream()
                    .map(field -> field.attr("name") + "=" + URLEncoder.encode(field.attr("value"), UTF_8))
                    .collect(Collectors.joining("&"));
            browser.send(
                    HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(sent))
                            .build(),
                    BodyHandlers.discarding());
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().startsWith("q_session"))
                    .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
