package org.assay.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * A sign-in at the built-in provider, step by step.
 *
 * @param provider where the desk led to
 * @param cookies what the browser has by then, as it sends it
 */
public record SigningIn(String provider, List<String> cookies) {

    /** @param target and @param headers to the letter, Host among them */
    public static SigningIn from(String target, String... headers) throws IOException {
        var answer = Raw.get(target, headers);
        if (answer.status() != 302) {
            throw new AssertionError(target + " leads nowhere: " + answer.head());
        }
        return new SigningIn(answer.header("Location"), cookies(answer));
    }

    /** The cookies that an answer sets and does not take away. */
    public static List<String> cookies(Raw.Answer answer) {
        return answer.all("Set-Cookie").stream()
                .filter(cookie -> !cookie.toLowerCase().contains("max-age=0"))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .toList();
    }

    /** Where the provider leads back to, with a code and the state. */
    public String vouchedFor(String user) throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            var chooser = browser.send(HttpRequest.newBuilder(URI.create(provider)).build(), BodyHandlers.ofString());
            var form = Jsoup.parse(chooser.body(), chooser.uri().toString())
                    .select("form.predefined-form")
                    .first();
            String sent = form.select("input[name], button[value=" + user + "]").stream()
                    .map(field -> field.attr("name") + "=" + URLEncoder.encode(field.attr("value"), UTF_8))
                    .collect(Collectors.joining("&"));
            var back = HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(sent))
                    .build();
            return browser.send(back, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        }
    }

    /** The provider's answer arrives at the desk with the browser's cookies, and these besides. */
    public Raw.Answer arrives(String user, String... planted) throws IOException, InterruptedException {
        var all = new ArrayList<>(cookies);
        all.addAll(List.of(planted));
        return arrives(vouchedFor(user), all);
    }

    public static Raw.Answer arrives(String back, List<String> cookies) throws IOException {
        return Raw.get(
                back.replaceFirst("https?://[^/]+", ""),
                "Host: localhost:" + io.restassured.RestAssured.port,
                "Cookie: " + String.join("; ", cookies));
    }
}
