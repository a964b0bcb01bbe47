package org.assay.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page as a browser reads it: what it says, and what stands in its forms. */
public record Shown(int status, Response response, Document page) {

    public static final String HOSTILE =
            "\n  </textarea><script>alert(\"x\")</script> & &lt; 'quoted' 𝒳 🦊 e\u0301 שלום {claim.id} {#if}\r\n\r\nend  ";

    public static Shown of(Response response) {
        String html = new String(response.asByteArray(), UTF_8);
        return new Shown(response.statusCode(), response, Jsoup.parse(html, "http://localhost" + "/"));
    }

    /** The page to which a form led this person, which says in a flash what came of it. */
    public static Shown after(String user, Response sent) {
        assertEquals(303, sent.statusCode(), sent::asString);
        return of(Desk.as(user).cookies(sent.cookies()).get(sent.header("Location")))
                .with(200)
                .has(".flash");
    }

    public Shown with(int expected) {
        assertEquals(expected, status, () -> page.text());
        return this;
    }

    public Shown says(String sentence) {
        assertTrue(page.text().contains(sentence), () -> "«" + sentence + "» is missing in: " + page.text());
        return this;
    }

    public Shown saysNothingOf(String sentence) {
        assertTrue(!page.text().contains(sentence), () -> "«" + sentence + "» is said in: " + page.text());
        return this;
    }

    public Shown has(String selector) {
        assertTrue(!page.select(selector).isEmpty(), () -> selector + " is missing in: " + page.body());
        return this;
    }

    public Shown hasNo(String selector) {
        assertEquals("", page.select(selector).outerHtml());
        return this;
    }

    /** Every value that was typed stands in the form that is shown again, and no markup of it came alive. */
    public Shown keeps(Map<String, ?> typed) {
        typed.forEach((name, value) -> assertEquals(plain(value.toString()), field(name), name));
        assertEquals(0, page.select("script:not([src])").size());
        return this;
    }

    /** What stands in the form's field; empty where nothing is chosen. */
    public String field(String name) {
        var fields = page.select("form[method=post] [name=\"" + name + "\"]");
        assertTrue(!fields.isEmpty(), () -> "There is no field " + name + " in " + page.body());
        Element field = fields.first();
        return switch (field.normalName()) {
            case "textarea" -> plain(typed(field));
            case "select" -> field.select("option[selected]").attr("value");
            default ->
                field.attr("type").equals("radio") ? fields.select("[checked]").attr("value") : field.attr("value");
        };
    }

    /** What the form would send as it stands, to be changed and sent. */
    public Map<String, Object> typed() {
        var typed = new LinkedHashMap<String, Object>();
        page.select("form[method=post] [name]").eachAttr("name").forEach(name -> typed.put(name, field(name)));
        return typed;
    }

    /** A browser drops the first line end in a textarea; whether jsoup does depends on its version. */
    private static String typed(Element textarea) {
        boolean kept = Jsoup.parse("<textarea>\nx</textarea>")
                .select("textarea")
                .first()
                .wholeText()
                .startsWith("\n");
        String text = textarea.wholeText();
        return kept && text.startsWith("\n") ? text.substring(1) : text;
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n");
    }
}
