package org.assay.search;

import static org.assay.claim.SomeDossiers.aDossier;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.assay.claim.Wording;
import org.assay.web.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtTest {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "ar", "hi", "ja", "ru");

    private static Entry entry(long claim, String language, String statement, String rest) {
        return new Entry(
                claim,
                "check-" + claim,
                statement,
                language,
                Wording.STATED,
                "Élodie Brûlé",
                null,
                "false",
                "False",
                0,
                "What it comes to.",
                rest,
                1,
                Instant.parse("2026-11-01T00:00:00Z").plusSeconds(claim));
    }

    private static final List<Entry> CHECKS = List.of(
            entry(1, "en", "The minister imposed export controls without orders.", "She was negotiating for years."),
            entry(2, "de", "Die Zölle stiegen auf 157 Prozent.", "Die Häuser der Ministerien."),
            entry(3, "fr", "Les négociateurs ont menti à l'Assemblée.", "Selon l’expert, c'est faux."),
            entry(4, "ar", "فرضت الوزارة القيود على الصادرات", "النص"),
            entry(5, "hi", "मंत्री ने बिना आदेश के नियंत्रण लगाए", "पाठ"),
            entry(6, "ja", "大臣は命令なしに輸出規制を課した", "本文"),
            entry(7, "ru", "Министры ввели пошлины, её слова", "текст"),
            entry(8, "en", "Export controls were imposed by the minister.", "controls controls"),
            entry(9, "he", "השרה הטילה פיקוח", "טקסט"),
            entry(10, "en", "The levy is 157 per cent.", "Nothing else."));

    private static final Predicate<String> COMMON = "minister"::equals;

    private static List<Long> found(String typed) {
        return found(typed, CHECKS);
    }

    private static List<Long> found(String typed, List<Entry> checks) {
        try (var directory = new ByteBuffersDirectory();
                var folder = new IndexFolder(directory)) {
            for (Entry check : checks) {
                folder.writer().addDocument(Indexed.document(check, aDossier(), ZoneOffset.UTC));
            }
            try (var reader = DirectoryReader.open(folder.writer())) {
                var top = new IndexSearcher(reader)
                        .search(
                                Sought.of(typed, LANGUAGES, COMMON).query(),
                                100,
                                new Sort(
                                        SortField.FIELD_SCORE,
                                        new SortField(Indexed.REVIEWED, SortField.Type.LONG, true)));
                var claims = new ArrayList<Long>();
                for (var one : top.scoreDocs) {
                    claims.add(Long.valueOf(reader.storedFields()
                            .document(one.doc)
                            .getBinaryValue(Indexed.ENTRY)
                            .utf8ToString()
                            .replaceAll("\\{\"claim\":(\\d+).*", "$1")));
                }
                return claims;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zolle | 2",
                "ZÖLLE | 2",
                "Zölle | 2",
                "negociateurs | 3",
                "l'assemblee | 3",
                "ее | 7",
                "القُيود | 4",
                "הִשָּׂרָה | 9",
                "ＬＥＶＹ | 10"
            })
    void accents_points_case_and_width_do_not_count(String typed, long claim) {
        assertEquals(List.of(claim), found(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "negotiated years | 1",
                "Haus Ministerium | 2",
                "négociateur mentir | 3",
                "министр слово | 7",
                "levies | 10"
            })
    void another_form_of_a_word_is_found_by_the_rules_of_the_checks_language(String typed, long claim) {
        assertTrue(found(typed).contains(claim), () -> typed + ": " + found(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"صادرات | 4", "नियंत्रण | 5", "輸出規制 | 6", "規制 | 6", "فرضت الوزارة | 4"})
    void scripts_of_all_kinds_are_found(String typed, long claim) {
        assertEquals(List.of(claim), found(typed));
    }

    @Test
    void all_words_must_be_there_in_any_order_and_anywhere() {
        assertEquals(List.of(1L), found("negotiating minister"));
        assertEquals(List.of(), found("negotiating levy"));
        assertEquals(10, found("brule").size());
    }

    @Test
    void a_phrase_stands_as_it_was_typed() {
        assertEquals(List.of(8L), found("\"controls were imposed\""));
        assertEquals(List.of(8L), found("“CONTROLS were imposed” minister"));
        assertEquals(List.of(), found("\"imposed controls\""));
        assertEquals(List.of(), found("\"per cent élodie\""));
    }

    @Test
    void what_has_a_minus_must_not_be_there() {
        assertEquals(List.of(8L), found("export -orders"));
        assertEquals(List.of(1L), found("export -\"were imposed\""));
        assertEquals(9, found("-levy").size());
    }

    @Test
    void the_last_word_may_be_unfinished() {
        assertEquals(List.of(1L), found("years negot"));
        assertEquals(List.of(), found("negot years"));
        assertEquals(List.of(), found("years negot "));
    }

    @Test
    void a_typing_error_is_forgiven_in_words_but_not_in_figures() {
        assertTrue(found("minster imposed ").contains(1L));
        assertTrue(found("neogtiating ").contains(1L));
        assertEquals(List.of(), found("158 "));
        assertEquals(List.of(10L), found("levy 157 "));
        assertEquals(List.of(), found("lvy "));
    }

    @Test
    void the_word_as_written_comes_before_one_that_is_nearly_so() {
        var checks = List.of(
                entry(1, "en", "The hostel was closed.", ""),
                entry(2, "en", "The hotel was closed.", ""),
                entry(3, "en", "The hovel was closed.", ""));
        assertEquals(2L, found("hotel ", checks).getFirst());
        assertEquals(3, found("hotel ", checks).size());
    }

    @Test
    void the_statement_counts_for_more_than_the_rest() {
        var checks = List.of(
                entry(1, "en", "Something else altogether.", "The tariff, the tariff and the tariff again."),
                entry(2, "en", "The tariff rose.", "Nothing about it."));
        assertEquals(List.of(2L, 1L), found("tariff", checks));
    }

    @Test
    void of_equals_the_latest_comes_first() {
        var checks = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> entry(n, "en", "The levy rose.", "Same."))
                .toList();
        assertEquals(List.of(5L, 4L, 3L, 2L, 1L), found("levy", checks));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"\"",
                "-",
                "- -",
                "***",
                "the",
                "of the and",
                "a:b AND (c OR",
                "title:[a TO b]",
                "x^9~2",
                "'; drop table claim; --",
                "a & b | !c <-> d:*",
                ".*(a+)+$",
                "[",
                "\\",
                "/regex/",
                "\u0000",
                "💩",
                "%_",
                "NOT",
                "\ud800",
                "-\"",
                "“unfinished"
            })
    void nothing_that_is_typed_is_a_mistake(String typed) {
        assertDoesNotThrow(() -> found(typed));
    }

    @Test
    void a_word_that_many_checks_have_is_no_typing_error() {
        var checks = List.of(
                entry(1, "en", "The minister knew.", "Nothing."), entry(2, "en", "A ministar plan.", "Nothing."));
        assertEquals(List.of(1L), found("minister knew", checks));
        assertEquals(List.of(1L), found("minister ", checks));
        assertEquals(Set.of(1L, 2L), Set.copyOf(found("ministex ", checks)));
    }

    @Test
    void too_much_is_refused_with_what_to_do() {
        assertEquals(
                "Please look for something shorter: up to 300 characters.",
                assertThrows(Invalid.class, () -> Sought.of("x".repeat(301), LANGUAGES, COMMON))
                        .getMessage());
        assertDoesNotThrow(() -> Sought.of("𝒳".repeat(300), LANGUAGES, COMMON));
        assertEquals(
                "Please look for fewer words: up to 32.",
                assertThrows(Invalid.class, () -> Sought.of("a ".repeat(33), LANGUAGES, COMMON))
                        .getMessage());
    }
}
