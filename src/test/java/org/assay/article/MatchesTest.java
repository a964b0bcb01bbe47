package org.assay.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchesTest {

    @Test
    void places_are_made_when_they_are_asked_for() {
        String text = "a".repeat(200_000);
        String quote = "a".repeat(2_000);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(0, Matches.of(text, quote).findFirst().orElseThrow().start());
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(taken < 20_000_000, () -> "all 198,001 take %,d bytes".formatted(taken));
    }

    @Test
    void nothing_stands_nowhere() {
        assertEquals(List.of(), Matches.of("some text", "").toList());
        assertEquals(List.of(), Matches.of("some text", " \u00a0\n").toList());
        assertEquals(List.of(), Matches.of("", "some text").toList());
    }

    @Test
    void places_come_in_the_texts_order() {
        assertEquals(
                List.of(0, 4, 8),
                Matches.of("so, so, so", "so").map(Passage::start).toList());
    }

    @Test
    void a_place_never_begins_or_ends_with_half_a_symbol() {
        // 🙈 is U+D83D U+DE48, and 🙉 begins with the same unit.
        assertEquals(List.of(), Matches.of("🙈", "\ud83d").toList());
        assertEquals(List.of(), Matches.of("a🙈b", "a\ud83d").toList());
        assertEquals(List.of(), Matches.of("a🙈b", "\ude48b").toList());
        assertEquals(1, Matches.of("🙉🙈", "🙈").count());
    }

    @Test
    void white_space_at_the_end_of_a_text_is_no_part_of_a_match() {
        var place = Matches.of("said so  \n\n ", "said  so").findFirst().orElseThrow();
        assertEquals("said so", place.exact());
        assertEquals(7, place.end());
    }

    @Test
    void context_is_compared_from_the_quote_outwards() {
        assertTrue(Matches.endsAlike("as he said: ", "said:", true));
        assertTrue(Matches.endsAlike("said:", "as he\u00a0 said: ", true));
        assertFalse(Matches.endsAlike("as he said: ", "as he", true));
        assertTrue(Matches.beginsAlike(" again and again", "again", true));
        assertTrue(Matches.beginsAlike("again", " again\nand again", true));
        assertFalse(Matches.beginsAlike(" again and again", "and", true));
        assertFalse(
                Matches.endsAlike("said:", "as he said: ", false),
                "a text that begins here has nothing more before it");
        assertFalse(
                Matches.beginsAlike("again", "again and again", false),
                "a text that ends here has nothing more after it");
    }

    @Test
    void at_the_texts_edge_there_is_no_more_context_than_there_is() {
        assertFalse(Matches.endsAlike("said:", "as he said:", false));
        assertFalse(Matches.beginsAlike(".", ". Then", false));
        assertTrue(Matches.endsAlike("as he said:", "said:", false));
    }
}
