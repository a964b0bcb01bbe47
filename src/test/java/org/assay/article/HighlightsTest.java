package org.assay.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.assay.article.ClaimsFound.Found;
import org.assay.article.Highlights.Stretch;
import org.junit.jupiter.api.Test;

/** Quotes of several claims, shown in the article however they overlap. */
class HighlightsTest {

    private static Found found(long claim, int start, int end) {
        return new Found(claim, "A statement", "en", "logged", new Passage("", "", "", start, end));
    }

    private static Stretch stretch(String text, List<Long> claims, List<Long> ending) {
        return new Stretch(text, claims, ending);
    }

    private static List<Stretch> only(String text, Found... found) {
        var paragraphs = Highlights.of(text, List.of(found));
        assertEquals(1, paragraphs.size());
        return paragraphs.getFirst().stretches();
    }

    @Test
    void a_text_without_quotes_is_one_stretch_a_paragraph() {
        var paragraphs = Highlights.of("One.\n\nTwo.", List.of());
        assertEquals(
                List.of(
                        new Highlights.Paragraph(0, List.of(stretch("One.", List.of(), List.of()))),
                        new Highlights.Paragraph(6, List.of(stretch("Two.", List.of(), List.of())))),
                paragraphs);
        assertFalse(paragraphs.getFirst().stretches().getFirst().isQuoted());
    }

    @Test
    void quotes_that_overlap_share_what_both_cover() {
        var stretches = only("abcdefgh", found(1, 1, 5), found(2, 3, 7));
        assertEquals(
                List.of(
                        stretch("a", List.of(), List.of()),
                        stretch("bc", List.of(1L), List.of()),
                        stretch("de", List.of(1L, 2L), List.of(1L)),
                        stretch("fg", List.of(2L), List.of(2L)),
                        stretch("h", List.of(), List.of())),
                stretches);
        assertTrue(stretches.get(2).isShared());
        assertFalse(stretches.get(1).isShared());
        assertTrue(stretches.get(1).isQuoted());
    }

    @Test
    void a_quote_within_another_is_covered_by_both() {
        assertEquals(
                List.of(
                        stretch("ab", List.of(1L), List.of()),
                        stretch("cd", List.of(1L, 2L), List.of(2L)),
                        stretch("ef", List.of(1L), List.of(1L))),
                only("abcdef", found(1, 0, 6), found(2, 2, 4)));
    }

    @Test
    void quotes_side_by_side_do_not_touch() {
        assertEquals(
                List.of(stretch("abc", List.of(1L), List.of(1L)), stretch("def", List.of(2L), List.of(2L))),
                only("abcdef", found(1, 0, 3), found(2, 3, 6)));
    }

    @Test
    void two_claims_may_have_the_very_same_quote() {
        assertEquals(
                List.of(
                        stretch("ab", List.of(), List.of()),
                        stretch("cd", List.of(1L, 2L), List.of(1L, 2L)),
                        stretch("ef", List.of(), List.of())),
                only("abcdef", found(1, 2, 4), found(2, 2, 4)));
    }

    @Test
    void a_quote_across_paragraphs_is_marked_in_each_and_ends_once() {
        String text = "One two.\n\nThree four.\nFive six.";
        var paragraphs = Highlights.of(text, List.of(found(7, 4, 26)));
        assertEquals(
                List.of(0, 10, 22),
                paragraphs.stream().map(Highlights.Paragraph::start).toList());
        assertEquals(
                List.of(stretch("One ", List.of(), List.of()), stretch("two.", List.of(7L), List.of())),
                paragraphs.get(0).stretches());
        assertEquals(
                List.of(stretch("Three four.", List.of(7L), List.of())),
                paragraphs.get(1).stretches());
        assertEquals(
                List.of(stretch("Five", List.of(7L), List.of(7L)), stretch(" six.", List.of(), List.of())),
                paragraphs.get(2).stretches());
    }

    @Test
    void symbols_outside_the_basic_plane_shift_nothing() {
        assertEquals(
                List.of(
                        stretch("🙈", List.of(), List.of()),
                        stretch("𝒳y", List.of(1L), List.of(1L)),
                        stretch("🙉", List.of(), List.of())),
                only("🙈𝒳y🙉", found(1, 1, 3)));
        assertEquals(2, Highlights.of("🙈\n𝒳", List.of()).get(1).start());
    }

    @Test
    void blank_lines_are_no_paragraphs() {
        assertEquals(1, Highlights.of("\n \n\u2003\nText\n\n", List.of()).size());
        assertEquals(0, Highlights.of("\n\n", List.of()).size());
    }

    @Test
    void stretches_put_together_are_the_paragraph_and_cover_what_the_quotes_do() {
        var random = new Random(145);
        var alphabet = List.of("a", "b ", "🙈", "𝒳", "\n", "\n\n", "ع", "e\u0301");
        for (int round = 0; round < 1000; round++) {
            String text = random.ints(1 + random.nextInt(50), 0, alphabet.size())
                    .mapToObj(alphabet::get)
                    .collect(Collectors.joining());
            int[] points = text.codePoints().toArray();
            var found = new ArrayList<Found>();
            for (long claim = 0; claim < random.nextInt(6); claim++) {
                int start = random.nextInt(points.length);
                found.add(found(claim, start, start + 1 + random.nextInt(points.length - start)));
            }
            var paragraphs = Highlights.of(text, found);
            assertEquals(
                    text.lines().filter(line -> !line.isBlank()).toList(),
                    paragraphs.stream()
                            .map(paragraph -> paragraph.stretches().stream()
                                    .map(Stretch::text)
                                    .collect(Collectors.joining()))
                            .toList());
            for (var paragraph : paragraphs) {
                int at = paragraph.start();
                for (Stretch stretch : paragraph.stretches()) {
                    int length = stretch.text().codePointCount(0, stretch.text().length());
                    assertTrue(length > 0, text);
                    for (int point = at; point < at + length; point++) {
                        int here = point;
                        assertEquals(
                                found.stream()
                                        .filter(f -> f.quote().start() <= here
                                                && here < f.quote().end())
                                        .map(Found::claim)
                                        .toList(),
                                stretch.claims());
                    }
                    at += length;
                }
            }
        }
    }
}
