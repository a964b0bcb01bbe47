package org.assay.article;

import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is left of a page when its HTML is taken away. */
class ArticleTextTest {

    private static void assertText(String expected, String html) {
        assertEquals(expected, ArticleText.of(html), html);
    }

    @Test
    void paragraphs_are_set_apart_by_a_blank_line() {
        assertText("One.\n\nTwo.", "<p>One.</p><p>Two.</p>");
        assertText("One.\n\nTwo.", "<p>One.<p>Two.");
        assertText("A title\n\nOne.\n\nTwo.", "<h1>A title</h1>\n\n\n<p>\n  One.\n</p>\n<p>Two.</p>\n");
    }

    @Test
    void a_line_break_is_a_line_end_and_several_are_a_blank_line() {
        assertText("One\nTwo", "<p>One<br>Two</p>");
        assertText("One\n\nTwo", "<p>One<br/> <br>Two</p>");
        assertText("One\n\nTwo", "<p>One<br><br><br><br>Two</p>");
    }

    @Test
    void entities_are_decoded_once() {
        assertText(
                "5 < 6 & “it” — é 𝒳 🙈",
                "<p>5 &lt; 6 &amp; &ldquo;it&rdquo; &mdash; &eacute; &#x1d4b3; &#128584;</p>");
        assertText("&lt;b&gt;", "<p>&amp;lt;b&amp;gt;</p>");
    }

    @Test
    void scripts_styles_and_controls_are_no_text() {
        assertText(
                "Before after",
                "<head><title>Title</title><style>p{}</style></head><p>Before <script>alert('x < y')</script>"
                        + "<style>b{}</style><noscript>Please</noscript><!-- a comment --><template>t</template>"
                        + "<button>Share</button><select><option>o</select><svg><text>s</text></svg>after</p>");
    }

    @Test
    void text_goes_on_after_what_is_silent_within_what_is_silent() {
        assertText("One\n\nTwo", "<p>One</p><svg><style>x</style><text>no</text></svg><p>Two</p>");
        assertText("Two", "<iframe><p>no</p></iframe><p>Two</p>");
    }

    @Test
    void list_items_and_table_rows_are_lines() {
        assertText("Before\n\nOne\nTwo\n\nAfter", "<p>Before</p><ul><li>One</li><li>Two</li></ul><p>After</p>");
        assertText("One\nTwo", "<ol><li>One<li>Two</ol>");
    }

    @Test
    void blocks_within_blocks_make_no_more_than_one_blank_line() {
        assertText(
                "One\n\nTwo\n\nThree",
                "<div><div><div><p>One</p></div></div></div><section><article><div>Two</div></article></section>"
                        + "<blockquote><p>Three</p></blockquote>");
    }

    @Test
    void words_in_inline_elements_stay_together() {
        assertText("It is not so.", "<p>It <b>is</b> <em>not</em> <a href='#'>so</a>.</p>");
        assertText("unbroken", "<p>un<b>brok</b>en</p>");
    }

    @Test
    void runs_of_white_space_are_one_space_but_a_no_break_space_is_kept() {
        assertText("one two three", "<p>  one \n\t two <b> three</b> </p>");
        assertText("157\u00a0%", "<p>157&nbsp;%</p>");
    }

    @Test
    void plain_text_passes_and_nothing_stays_nothing() {
        assertText("Just text", "Just text");
        assertText("", "");
        assertText("", "<script>only()</script>");
    }

    @Test
    void naughty_nesting_is_read_in_no_time() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            ArticleText.of("<div>".repeat(20_000) + "deep");
            ArticleText.of("<b><i>".repeat(1_000) + "deep");
            ArticleText.of("<p>a<br>".repeat(20_000));
        });
    }

    @Test
    void html_is_taken_for_html_only_where_the_draft_says_so() {
        assertEquals("<p>5 < 6</p>", draft("<p>5 < 6</p>", Capture.Format.TEXT).plainText());
        assertEquals("<p>5 < 6</p>", draft("<p>5 < 6</p>", null).plainText());
        assertEquals("5 < 6", draft("<p>5 &lt; 6</p>", Capture.Format.HTML).plainText());
    }

    @Test
    void html_without_text_is_refused() {
        assertInvalid(
                () -> draft("<p> </p><script>x()</script>", Capture.Format.HTML).plainText(), "text");
    }

    @Test
    void a_page_of_more_tags_than_any_page_has_is_not_read() {
        assertDoesNotThrow(
                () -> draft("<i>x</i>".repeat(25_000), Capture.Format.HTML).plainText());
        assertInvalid(
                () -> draft("<b>".repeat(50_001) + "x", Capture.Format.HTML).plainText(), "text");
    }

    @Test
    void a_text_has_10_000_lines_at_most() {
        assertDoesNotThrow(() -> draft("x\n".repeat(10_000), null).plainText());
        assertInvalid(() -> draft("x\n".repeat(10_001), null).plainText(), "text");
    }

    @Test
    void a_text_has_200_000_characters_at_most_however_many_units_they_take() {
        assertDoesNotThrow(() -> draft("🙈".repeat(200_000), null).plainText());
        assertInvalid(() -> draft("🙈".repeat(200_001), null).plainText(), "text");
        assertDoesNotThrow(() ->
                draft("<p>" + "x".repeat(200_000) + "</p>", Capture.Format.HTML).plainText());
        assertInvalid(
                () -> draft("<p>" + "x".repeat(200_001), Capture.Format.HTML).plainText(), "text");
    }

    private static Capture.Draft draft(String text, Capture.Format format) {
        return new Capture.Draft("https://example.org/a", "A title", text, "en", null, null, null, format);
    }
}
