package org.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses that readers can read, from statements in any script. */
class SlugsTest {

    @Test
    void words_are_joined_by_hyphens_in_lower_case() {
        assertEquals("the-levy-is-157-on-average", Slugs.of("The levy is 157 % – on average!"));
        assertEquals("chinas-controls-dont-apply", Slugs.of("China’s controls don't apply."));
    }

    @Test
    void accents_and_ligatures_become_plain_letters() {
        assertEquals("uber-cafes-in-malmo-und-lodz", Slugs.of("Über Cafés in Malmö und Łódź"));
        assertEquals("strasse-oeuvre-aether", Slugs.of("Straße œuvre Æther"));
    }

    @Test
    void every_script_becomes_something() {
        for (String statement : List.of(
                "Экспорт запрещён с декабря",
                "Οι έλεγχοι ισχύουν από τον Δεκέμβριο",
                "تدخل القيود حيز التنفيذ في ديسمبر",
                "出口管制自十二月起生效",
                "הפיקוח ייכנס לתוקף בדצמבר",
                "輸出規制は12月に始まる",
                "निर्यात नियंत्रण दिसंबर से लागू",
                "수출 통제는 12월에 시작된다",
                "𝒳 is a letter")) {
            String slug = Slugs.of(statement);
            assertTrue(slug.matches("[a-z0-9]+(-[a-z0-9]+)*"), statement + " became " + slug);
            assertTrue(slug.length() >= 6, statement + " became " + slug);
        }
        assertEquals("moskva", Slugs.of("Москва"));
    }

    @Test
    void what_has_no_letters_becomes_nothing() {
        for (String statement : List.of("🙈🙉🙊", "…!?", " ", "", "——", "💯 % 🔥")) {
            assertEquals("", Slugs.of(statement), statement);
        }
    }

    @Test
    void a_long_statement_is_cut_at_a_word_within_80_characters() {
        String words = "seven7s ".repeat(40);
        assertEquals("seven7s-".repeat(10).replaceAll("-$", ""), Slugs.of(words));
        for (int length = 1; length < 120; length++) {
            String slug = Slugs.of(
                    "a".repeat(length) + " and then some more words, quite a lot of them, in a row, always on");
            assertTrue(slug.length() <= 80, slug);
            assertTrue(slug.matches("[a-z0-9]+(-[a-z0-9]+)*"), slug);
            assertTrue(slug.startsWith("a".repeat(Math.min(80, length))), slug);
        }
    }

    @Test
    void a_word_that_would_be_cut_is_left_out() {
        assertEquals(
                "a".repeat(30) + "-" + "b".repeat(30),
                Slugs.of("%s %s %s".formatted("a".repeat(30), "b".repeat(30), "c".repeat(30))));
    }

    @Test
    void a_word_that_ends_exactly_at_the_80th_character_is_kept() {
        assertEquals("a".repeat(40) + "-" + "b".repeat(39), Slugs.of("a".repeat(40) + " " + "b".repeat(39) + " c"));
        assertEquals("a".repeat(80), Slugs.of("a".repeat(80)));
        assertEquals("a".repeat(80), Slugs.of("a".repeat(300)));
    }
}
