package org.assay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CharactersTest {

    @Test
    void any_unicode_text_is_ordinary() {
        for (String text : List.of(
                "",
                "plain",
                "tab\tline\nline\r\n",
                "𝒳 🙈 👩‍🚀 e\u0301",
                "عربي עברית 中文",
                "\u200f\u202b\u2066\ufeff\u00a0\u2028",
                "\udbff\udfff",
                "\ufffd")) {
            assertNull(Characters.fault(text), text);
        }
    }

    @Test
    void every_control_character_but_tab_and_line_ends_is_refused() {
        for (int point = 0; point < 0x100; point++) {
            boolean control = point < 0x20 || point >= 0x7f && point < 0xa0;
            boolean accepted = point == '\t' || point == '\n' || point == '\r';
            String fault = Characters.fault("a" + Character.toString(point));
            if (control && !accepted) {
                assertTrue(fault.contains("U+%04X".formatted(point)), fault);
                assertTrue(fault.contains("position 2"), fault);
            } else {
                assertNull(fault, "U+%04X".formatted(point));
            }
        }
    }

    @Test
    void half_a_character_is_refused_wherever_it_stands() {
        for (String text : List.of("\ud83d", "\ude48", "a\ud83d", "\ud83da", "\ude48\ud83d", "🙈\ud83d", "\ud83d🙈")) {
            assertNotNull(Characters.fault(text));
        }
    }

    @Test
    void what_nobody_would_see_is_blank() {
        assertTrue(Characters.isBlank(null));
        for (String blank : List.of(
                "",
                " \t\r\n",
                "\u0085",
                "\u00a0\u1680\u2000\u2007\u202f\u205f\u3000",
                "\u2028\u2029",
                "\ufeff",
                "\u200b\u200c\u200d\u2060",
                "\u200e\u200f\u202a\u202e\u2066\u2069\u061c",
                "\u00ad\u034f\ufe0f",
                "\u115f\u1160\u3164\uffa0",
                "\u2800",
                "\u180e",
                "\udb40\udc41")) {
            assertTrue(
                    Characters.isBlank(blank),
                    () -> blank.chars().mapToObj("%04X "::formatted).toList().toString());
        }
        for (String seen :
                List.of("x", " . ", "\u200b0", "\u0301", "-", "❤️", "👩‍🚀", "עברית\u200f", "\ue000", "\ufffd")) {
            assertFalse(Characters.isBlank(seen), seen);
        }
    }

    @Test
    void positions_count_code_points_from_1() {
        assertTrue(Characters.fault("🙈𝒳\u0000").contains("position 3"));
        assertTrue(Characters.fault("🙈𝒳\ud83d").contains("position 3"));
    }

    @Test
    void line_ends_become_line_feeds_and_nothing_else_changes() {
        assertEquals("a\nb\nc\n\nd\u2028\t ", Characters.withLineFeeds("a\r\nb\rc\n\rd\u2028\t "));
        assertEquals("\n\n", Characters.withLineFeeds("\r\r\n"));
        assertEquals("", Characters.withLineFeeds(""));
    }
}
