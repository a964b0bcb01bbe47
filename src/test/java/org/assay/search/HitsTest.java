package org.assay.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitsTest {

    private static String shown(List<Hits.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.hit() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    private static Hits hits(String typed) {
        return Sought.of(typed, List.of("en", "de"), word -> false).hits();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "levy | The [levy] rose, the [LEVY]! | The levy rose, the LEVY!",
                "negotiating | She [negotiated] it | She negotiated it",
                "zolle | Die [Zölle] | Die Zölle",
                "minster | The [minister] | The minister",
                "nego | [negotiator] | negotiator",
                "\"the levy\" | [The] [levy] rose | The levy rose",
                "levy -rose | The [levy] rose | The levy rose",
                "規制 | 輸出[規制]を | 輸出規制を",
                "levy | 😀𝒳 [levy] | 😀𝒳 levy",
                "levy | nothing | nothing"
            })
    void words_are_marked_where_they_stand(String typed, String expected, String text) {
        assertEquals(expected, shown(hits(typed).in(text, "en")));
    }

    @Test
    void what_looks_like_markup_stays_text() {
        assertEquals("<b>[levy]</b>", shown(hits("levy").in("<b>levy</b>", "en")));
    }

    @Test
    void a_long_text_is_shown_around_the_first_hit_in_whole_words() {
        String before = "Some words that stand before it. ".repeat(20);
        String after = " and some that come after it.".repeat(20);
        String shown = shown(hits("levy").around(before + "The levy" + after, "en"));
        assertTrue(shown.startsWith("… ") && shown.endsWith(" …"), shown);
        assertTrue(shown.contains("The [levy] and some"), shown);
        assertTrue(shown.length() < 230, shown);
        for (String word : shown.replaceAll("[…\\[\\]]", "").strip().split(" ")) {
            assertTrue((before + "The levy" + after).contains(word), word);
        }
        assertEquals("", shown(hits("levy").around("Nothing.", "en")));
        assertEquals("The [levy]", shown(hits("levy").around("The levy", "en")));
    }

    @Test
    void a_text_without_spaces_is_cut_between_characters() {
        String shown = shown(hits("levy").around("😀".repeat(300) + " levy " + "😀".repeat(300), "en"));
        assertTrue(shown.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), shown);
        assertTrue(shown.contains("[levy]"), shown);
    }
}
