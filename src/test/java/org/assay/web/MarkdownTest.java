package org.assay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Whatever somebody writes, what readers get is a handful of harmless elements. */
class MarkdownTest {

    private static final List<String> ELEMENTS = List.of(
            "p",
            "br",
            "hr",
            "em",
            "strong",
            "code",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "li",
            "h3",
            "h4",
            "h5",
            "h6",
            "a");

    private static String html(String markdown) {
        return Markdown.html(markdown).getValue().strip();
    }

    private static void assertHarmless(String markdown) {
        String html = html(markdown);
        for (var element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            if (element.normalName().equals("body")) {
                continue;
            }
            assertTrue(ELEMENTS.contains(element.normalName()), element.normalName() + " in " + html);
            for (var attribute : element.attributes()) {
                assertTrue(List.of("href", "rel", "start").contains(attribute.getKey()), attribute + " in " + html);
            }
            if (element.hasAttr("href")) {
                assertTrue(element.attr("href").matches("https?://.*|[^:]*"), element.attr("href"));
            }
        }
    }

    @Test
    void its_words_alone_have_no_marks() {
        assertEquals("It fell far, says \"them\".", Markdown.text("It *fell* **far**, says `them`."));
    }

    @Test
    void ordinary_markdown_becomes_html() {
        assertEquals("<p>It is <strong>not</strong> <em>so</em>.</p>", html("It is **not** *so*."));
        assertEquals("<ul><li>one</li><li>two</li></ul>", html("- one\n- two"));
        assertEquals("<ol start=\"3\"><li>three</li></ol>", html("3. three"));
        assertTrue(html("> quoted").startsWith("<blockquote>"));
        assertEquals("<p>a<br />b</p>", html("a  \nb").replace("\n", ""));
        assertEquals("", html(""));
    }

    private static List<String> headings(String markdown) {
        return Jsoup.parseBodyFragment(html(markdown)).select("h1, h2, h3, h4, h5, h6").stream()
                .map(heading -> heading.normalName())
                .toList();
    }

    @Test
    void headings_come_below_the_pages_own() {
        assertEquals("<h3>One</h3>", html("# One"));
        assertEquals("<h3>One</h3>", html("One\n==="));
        assertEquals(
                List.of("h3", "h4", "h5", "h6", "h6", "h6", "h3", "h4"),
                headings("# a\n## b\n### c\n#### d\n##### e\n###### f\n# g\n## h"));
    }

    @Test
    void headings_skip_no_level() {
        assertEquals(List.of("h3"), headings("###### Deep"));
        assertEquals(List.of("h3", "h4", "h5", "h3"), headings("## a\n#### b\n###### c\n# d"));
    }

    @Test
    void a_link_leads_to_the_web_and_vouches_for_nothing() {
        String html = html("[report](https://example.org/a?b=1&c=2)");
        var link = Jsoup.parseBodyFragment(html).selectFirst("a");
        assertEquals("https://example.org/a?b=1&c=2", link.attr("href"));
        for (String rel : List.of("nofollow", "noopener", "ugc")) {
            assertTrue(link.attr("rel").contains(rel), html);
        }
    }

    @Test
    void a_link_is_written_as_links_must_be_written() {
        for (String[] link : new String[][] {
            {"<https://müller.example/ä b?q=[1]|#é>", "https://xn--mller-kva.example/%C3%A4%20b?q=%5B1%5D%7C#%C3%A9"},
            {"https://my_site.example.org/a", "https://my_site.example.org/a"},
            {"/checks/a?b#c", "/checks/a?b#c"},
            {"#sources", "#sources"}
        }) {
            String html = html("[report](" + link[0] + ")");
            assertEquals(link[1], Jsoup.parseBodyFragment(html).select("a").attr("href"), html);
        }
    }

    @Test
    void links_that_do_anything_else_leave_their_text_alone() {
        for (String address : List.of(
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "java&#115;cript:alert(1)",
                "&#106;avascript:alert(1)",
                "javascript&colon;alert(1)",
                "%6Aavascript:alert(1)",
                "vbscript:x",
                "/\t/evil.example",
                "/&Tab;/evil.example",
                "data:text/html,x",
                "file:///etc/passwd",
                "mailto:a@example.org",
                "//evil.example/",
                "/\\\\evil.example/",
                "example.org/report",
                "https://user:secret@example.org/",
                "https://example.org:99999/",
                "\u0001javascript:alert(1)")) {
            for (String markdown : List.of(
                    "[x](" + address + ")", "[x](<" + address + ">)", "<" + address + ">", "[x]\n\n[x]: " + address)) {
                assertHarmless(markdown);
                assertFalse(html(markdown).contains("<a"), html(markdown));
            }
        }
    }

    @Test
    void html_of_the_writers_own_is_shown_and_never_run() {
        assertTrue(html("<script>alert(1)</script>").contains("&lt;script&gt;"));
        assertTrue(html("a <b>bold</b>").contains("&lt;b&gt;"));
        for (String markdown : List.of(
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "<svg/onload=alert(1)>",
                "<iframe src=\"https://example.org\"></iframe>",
                "<a href=\"https://example.org\" onclick=\"alert(1)\">x</a>",
                "<style>*{display:none}</style>",
                "<!-- --><script>",
                "</div></main><form action=//evil.example>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "`</code><script>`",
                "```\"><script>\n</pre><script>alert(1)</script>\n```",
                "[a\"onmouseover=alert(1) x](https://example.org/\"onmouseover=alert(1))",
                "[x](https://example.org 'title\" onclick=\"alert(1)')",
                "**<b>**</b>",
                "<div\n\n<script\n\n>alert(1)")) {
            assertHarmless(markdown);
        }
    }

    @Test
    void what_a_refused_link_shows_stays_as_it_was_written() {
        assertEquals(
                "<p>See <em>the</em> <strong>report</strong> of <code>May</code>.</p>",
                html("See [*the* **report** of `May`](javascript:alert(1))."));
        assertEquals("<p>x</p>", html("[x]()"));
        assertEquals("<p>A <em>chart</em> of May</p>", html("![A *chart* of May](https://example.org/pixel.gif)"));
    }

    @Test
    void images_are_not_fetched() {
        for (String markdown :
                List.of("![alt](https://example.org/pixel.gif)", "[![alt](javascript:x)](javascript:y)")) {
            assertHarmless(markdown);
            assertFalse(html(markdown).contains("<img"), markdown);
        }
    }

    @Test
    void text_of_any_script_arrives_as_it_is() {
        String text = "𝒳 🙈 عربي עברית 中文 e\u0301 5 < 6 & 7";
        assertEquals(text, Jsoup.parseBodyFragment(html(text)).text());
    }

    @Test
    void naughty_nesting_takes_no_time_and_no_stack() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (String markdown : List.of(
                    "> ".repeat(10_000) + "deep",
                    "- ".repeat(10_000) + "deep",
                    "[".repeat(20_000),
                    "*".repeat(20_000),
                    "*a **a ".repeat(2_800),
                    "![".repeat(10_000) + "](x)",
                    "`".repeat(20_000),
                    "<".repeat(20_000),
                    "1. ".repeat(6_000),
                    "[a](".repeat(5_000))) {
                assertHarmless(markdown);
            }
        });
    }

    @Test
    void headings_of_one_level_stay_on_one_level() {
        var html = Markdown.html("## For\n\n## Against\n\n#### Detail\n\n## Left open")
                .getValue();
        assertEquals(
                List.of("h3 For", "h3 Against", "h4 Detail", "h3 Left open"),
                Jsoup.parseBodyFragment(html).select("h1, h2, h3, h4, h5, h6").stream()
                        .map(heading -> heading.nodeName() + " " + heading.text())
                        .toList());
    }
}
