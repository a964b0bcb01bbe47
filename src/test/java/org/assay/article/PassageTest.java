package org.assay.article;

import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.assay.web.Violation;
import org.junit.jupiter.api.Test;

/** A quote and where it stands, in code points, whatever script and symbols are around it. */
class PassageTest {

    private static Passage find(String text, String exact) {
        return find(text, exact, null, null, null);
    }

    private static Passage find(String text, String exact, Integer start, String prefix, String suffix) {
        Passage found = Passage.find(text, new Passage.Quote(1L, exact, start, prefix, suffix));
        assertStandsWhereItSays(text, found);
        return found;
    }

    /** What holds of every passage: the positions, the exact text and the context are the snapshot's own. */
    private static void assertStandsWhereItSays(String text, Passage passage) {
        int[] points = text.codePoints().toArray();
        assertEquals(passage.exact(), new String(points, passage.start(), passage.end() - passage.start()));
        int before = Math.max(0, passage.start() - 32);
        assertEquals(passage.prefix(), new String(points, before, passage.start() - before));
        int after = Math.min(points.length, passage.end() + 32);
        assertEquals(passage.suffix(), new String(points, passage.end(), after - passage.end()));
    }

    @Test
    void a_quote_is_found_with_its_position_and_what_stands_around_it() {
        var passage = find("He said that it is so. Nobody else did.", "it is so");
        assertEquals(new Passage("it is so", "He said that ", ". Nobody else did.", 13, 21), passage);
    }

    @Test
    void symbols_outside_the_basic_plane_count_as_one_before_and_in_the_quote() {
        assertEquals(List.of(3, 7), bounds(find("🙈🙉 levy rises", "levy")));
        assertEquals(List.of(2, 5), bounds(find("🙈 a𝒳b", "a𝒳b")));
        assertEquals(List.of(1, 2), bounds(find("𝒳𝒴𝒵", "𝒴")));
        assertEquals(List.of(0, 3), bounds(find("👩‍🚀 flies", "👩‍🚀")));
    }

    private static List<Integer> bounds(Passage passage) {
        return List.of(passage.start(), passage.end());
    }

    @Test
    void combining_marks_are_kept_as_the_snapshot_has_them() {
        String decomposed = "Le cafe\u0301 de Zo\u0308e";
        assertEquals("cafe\u0301", find(decomposed, "cafe\u0301").exact());
        assertEquals(List.of(3, 8), bounds(find(decomposed, "cafe\u0301")));
        assertInvalid(() -> find(decomposed, "café"), "quote.exact");
    }

    @Test
    void arabic_and_hebrew_are_ordinary_text() {
        String arabic = "قال المتحدث إن القيود تدخل حيز التنفيذ في ديسمبر";
        assertEquals("القيود تدخل", find(arabic, "القيود تدخل").exact());
        String hebrew = "הדובר אמר: \u202b\"הפיקוח ייכנס לתוקף\"\u202c בדצמבר";
        assertEquals("הפיקוח ייכנס לתוקף", find(hebrew, "הפיקוח ייכנס לתוקף").exact());
    }

    @Test
    void a_quote_goes_across_paragraphs_and_any_white_space_matches_any_other() {
        String text = "It  rose\u00a0by\n\n157 %.\u2003\u202fNobody\tknew.";
        for (String typed : List.of(
                "It rose by 157 %. Nobody knew.",
                " It\nrose\r\nby 157\u00a0%.\n\n\nNobody   knew.  ",
                "\u00a0It rose\u2009by\u3000157 %. Nobody knew.")) {
            var passage = find(text, typed);
            assertEquals(text, passage.exact(), "the snapshot's own text, not what was typed");
            assertEquals("", passage.prefix());
            assertEquals("", passage.suffix());
        }
        assertEquals("by\n\n157", find(text, "by 157").exact());
    }

    @Test
    void space_around_what_was_typed_is_no_part_of_the_quote() {
        String text = "One.\n\n  Two.  \n\nThree.";
        assertEquals("Two.", find(text, "\n Two. \u00a0").exact());
        assertEquals(List.of(8, 12), bounds(find(text, "  Two.  ")));
    }

    @Test
    void white_space_matches_white_space_only_and_never_nothing() {
        assertInvalid(() -> find("nowhere else", "no where"), "quote.exact");
        assertInvalid(() -> find("no where else", "nowhere"), "quote.exact");
    }

    @Test
    void a_quote_that_is_not_in_the_text_is_refused() {
        assertInvalid(() -> find("He said that it is so.", "it is not so"), "quote.exact");
        assertInvalid(() -> find("He said that it is so.", "It is so"), "quote.exact");
        assertInvalid(() -> find("", "it"), "quote.exact");
        assertInvalid(() -> find("it", "it is so"), "quote.exact");
        assertInvalid(() -> find("He said", "\u00a0"), "quote.exact");
    }

    @Test
    void half_a_symbol_is_not_in_the_text() {
        String text = "🙈";
        assertInvalid(() -> find(text, text.substring(0, 1)), "quote.exact");
        assertInvalid(() -> find(text, text.substring(1)), "quote.exact");
    }

    @Test
    void a_quote_at_several_places_is_answered_with_them() {
        String text = "It rose. It fell. It rose. 🙈 It rose.";
        var ambiguous = assertThrows(Passage.Ambiguous.class, () -> find(text, "It rose"));
        assertEquals(400, ambiguous.status());
        assertEquals(
                List.of(0, 18, 29),
                ambiguous.candidates().stream().map(Passage.Candidate::start).toList());
        assertEquals(
                List.of(7, 25, 36),
                ambiguous.candidates().stream().map(Passage.Candidate::end).toList());
        assertEquals(ambiguous.candidates(), ambiguous.details().get("candidates"));
        assertEquals(
                List.of(new Violation("quote.start", "Please choose the place that is meant.")),
                ambiguous.details().get("violations"));
        assertEquals("It rose. It fell. ", ambiguous.candidates().get(1).prefix());
        for (var candidate : ambiguous.candidates()) {
            assertEquals(
                    candidate.start(),
                    find(text, "It rose", candidate.start(), null, null).start());
        }
    }

    @Test
    void places_that_overlap_are_places_too() {
        var ambiguous = assertThrows(Passage.Ambiguous.class, () -> find("abababa", "aba"));
        assertEquals(
                List.of(0, 2, 4),
                ambiguous.candidates().stream().map(Passage.Candidate::start).toList());
    }

    @Test
    void at_most_50_places_are_listed() {
        var ambiguous = assertThrows(Passage.Ambiguous.class, () -> find("so ".repeat(90), "so"));
        assertEquals(50, ambiguous.candidates().size());
    }

    @Test
    void a_start_decides_among_several_and_a_wrong_one_is_refused() {
        String text = "🙈 It rose. It fell. It rose.";
        assertEquals(20, find(text, "It rose", 20, null, null).start());
        var invalid = assertInvalid(() -> find(text, "It rose", 21, null, null), "quote.start");
        assertTrue(invalid.getMessage().contains("2, 20"), invalid.getMessage());
        assertInvalid(() -> find(text, "It fell", 0, null, null), "quote.start");
        assertEquals(11, find(text, "It fell", 11, null, null).start());
    }

    @Test
    void prefix_or_suffix_decide_among_several() {
        String text = "In May it rose. In June it rose again.";
        assertEquals(7, find(text, "it rose", null, "In May ", null).start());
        assertEquals(24, find(text, "it rose", null, "June ", null).start());
        assertEquals(24, find(text, "it rose", null, null, " again").start());
        assertEquals(7, find(text, "it rose", null, null, ". In\nJune").start());
        assertEquals(24, find(text, "it rose", null, "In\u00a0June", " again.").start());
    }

    @Test
    void the_context_that_a_passage_gives_finds_it_again() {
        String text = "First: it rose, they said. Second: it rose, they said. Third: it rose, they said.";
        var ambiguous = assertThrows(Passage.Ambiguous.class, () -> find(text, "it rose"));
        for (var place : ambiguous.candidates()) {
            assertEquals(
                    place.start(),
                    find(text, "it rose", null, place.prefix(), place.suffix()).start());
        }
    }

    @Test
    void context_that_fits_several_places_leaves_them_to_choose_from() {
        String text = "He said it rose. She said it rose. In June it rose.";
        var ambiguous = assertThrows(Passage.Ambiguous.class, () -> find(text, "it rose", null, "said ", null));
        assertEquals(
                List.of(8, 26),
                ambiguous.candidates().stream().map(Passage.Candidate::start).toList());
    }

    @Test
    void prefix_and_suffix_are_32_code_points_and_never_half_a_symbol() {
        for (int shift = 0; shift < 3; shift++) {
            String around = "x".repeat(shift) + "𝒳🙈".repeat(40) + "y".repeat(shift);
            var passage = find(around + "quote" + around, "quote");
            assertEquals(32, passage.prefix().codePointCount(0, passage.prefix().length()));
            assertEquals(32, passage.suffix().codePointCount(0, passage.suffix().length()));
            for (String context : List.of(passage.prefix(), passage.suffix())) {
                assertTrue(context.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
            }
        }
    }

    @Test
    void a_text_of_200_000_characters_is_searched_in_no_time() {
        String text = "🙈a b ".repeat(40_000) + "the end";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals(200_000, find(text, "the end").start());
            assertThrows(Passage.Ambiguous.class, () -> find(text, "a b"));
            assertEquals(100_001, find(text, "a b", 100_001, null, null).start());
            assertInvalid(() -> find(text, "a c"), "quote.exact");
        });
    }

    @Test
    void wherever_a_quote_is_taken_from_it_is_found_there() {
        var random = new Random(157);
        var alphabet = List.of(
                "a", "b", " ", "  ", "\n", "\n\n", "\u00a0", "🙈", "𝒳", "e\u0301", "ع", "ש", "中", "\t", "👩‍🚀");
        for (int round = 0; round < 2000; round++) {
            String text = random.ints(1 + random.nextInt(60), 0, alphabet.size())
                    .mapToObj(alphabet::get)
                    .collect(Collectors.joining());
            int[] points = text.codePoints().toArray();
            int start = random.nextInt(points.length);
            int end = start + 1 + random.nextInt(points.length - start);
            while (start < end && isSpace(points[start])) {
                start++;
            }
            while (start < end && isSpace(points[end - 1])) {
                end--;
            }
            if (start < end) {
                String taken = new String(points, start, end - start);
                String typed = random.nextBoolean() ? taken : taken.replaceAll("(?U)\\s+", " ");
                var passage = find(text, typed, start, null, null);
                assertEquals(end, passage.end(), text);
                assertEquals(taken, passage.exact(), text);
                for (Passage place : Matches.of(text, typed).toList()) {
                    assertStandsWhereItSays(text, place);
                }
            }
        }
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    @Test
    void the_selectors_are_the_w3cs() {
        var passage = find("He said that it is so.", "it is so");
        assertEquals(
                List.of(
                        Map.of(
                                "type", "TextQuoteSelector",
                                "exact", "it is so",
                                "prefix", "He said that ",
                                "suffix", "."),
                        Map.of("type", "TextPositionSelector", "start", 13, "end", 21)),
                new ArrayList<>(passage.selectors()));
        assertEquals(
                "[type, exact, prefix, suffix]",
                passage.selectors().getFirst().keySet().toString(),
                "what is frozen is written in the same order every time");
    }
}
