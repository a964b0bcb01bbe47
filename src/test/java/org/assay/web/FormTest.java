package org.assay.web;

import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody typed, to the letter. */
class FormTest {

    private record Inner(String name, String url) {}

    private record Row(String key, Integer number) {}

    private record Whole(String text, Inner inner, List<String> topics, List<Row> rows, LocalDate day, Boolean flag) {}

    @Test
    void a_form_is_read_as_a_browser_sends_it() {
        Form form = Form.parse("a=1&b=two+words&c=%F0%9F%99%88+%2B+%26+%3D&d=1=2&e=&f&quote.exact=x");
        assertEquals("1", form.value("a"));
        assertEquals("two words", form.value("b"));
        assertEquals("🙈 + & =", form.value("c"));
        assertEquals("1=2", form.value("d"));
        assertEquals("", form.value("e"));
        assertEquals("", form.value("f"));
        assertEquals("x", form.value("quote.exact"));
        assertEquals("", form.value("nothing"));
    }

    @Test
    void a_name_that_is_sent_twice_keeps_both_and_counts_once() {
        Form form = Form.parse("a=1&a=2");
        assertEquals(List.of("1", "2"), form.values().get("a"));
        assertEquals("1", form.value("a"));
    }

    @Test
    void nothing_is_an_empty_form() {
        assertEquals(Map.of(), Form.parse("").values());
        assertEquals(Map.of(), Form.parse("&&").values());
        assertEquals(Map.of(), Form.parse("=x").values());
        assertEquals(Map.of(), Form.empty().values());
    }

    @Test
    void what_no_browser_sends_is_refused() {
        for (String broken : List.of("a=%zz", "a=%F", "%=1")) {
            assertInvalid(() -> Form.parse(broken), "");
        }
    }

    @Test
    void a_40_000_character_paste_is_kept_to_the_letter() {
        String pasted = "🙈\r\n <&>\"'عربي ".repeat(3000);
        Form form = Form.parse("text=" + URLEncoder.encode(pasted, StandardCharsets.UTF_8));
        assertEquals(pasted, form.value("text"));
    }

    @Test
    void a_form_is_filled_with_what_a_record_says() {
        var whole = new Whole(
                "a text",
                new Inner("a name", null),
                List.of("trade", "law"),
                List.of(new Row("false", 1), new Row("open", null)),
                LocalDate.of(2026, 11, 23),
                true);
        Form form = Form.of(whole);
        assertEquals(
                Map.of(
                        "text", List.of("a text"),
                        "inner.name", List.of("a name"),
                        "topics", List.of("trade, law"),
                        "rows[0].key", List.of("false"),
                        "rows[0].number", List.of("1"),
                        "rows[1].key", List.of("open"),
                        "day", List.of("2026-11-23"),
                        "flag", List.of("true")),
                form.values());
    }

    @Test
    void a_value_can_be_laid_over_without_changing_the_form_it_is_taken_from() {
        Form form = Form.parse("a=1");
        Form other = form.with("a", 2).with("version", 7);
        assertEquals("1", form.value("a"));
        assertEquals("2", other.value("a"));
        assertEquals(7, other.version());
        assertTrue(other.is("a", 2));
        assertFalse(other.is("a", "1"));
    }

    @Test
    void blank_is_not_there() {
        Form form = Form.parse("a=+%0A&b=x&d=%C2%A0%E2%80%8B");
        assertFalse(form.has("a"));
        assertTrue(form.has("b"));
        assertFalse(form.has("c"));
        assertFalse(form.has("d"));
    }

    @Test
    void only_a_whole_number_is_a_version() {
        assertEquals(7, Form.parse("version=7").version());
        for (String sent : List.of("", "version=", "version=x", "version=-1", "version=1.0", "version=12345678901")) {
            assertNull(Form.parse(sent).version(), sent);
        }
    }

    @Test
    void a_refused_form_shows_each_fault_at_its_field() {
        Form form = Form.parse("a=1")
                .refusedFor(new Invalid(List.of(
                        new Violation("a", "Not this."),
                        new Violation("a", "Nor that."),
                        new Violation("topics[1]", "Too long."),
                        new Violation("topics[2]", "Too long."),
                        new Violation("rows[0].key", "Taken."))));
        assertTrue(form.isRefused());
        assertFalse(form.isStale());
        assertEquals("Please correct the fields named below.", form.refusal());
        assertEquals("Not this. Nor that.", form.error("a"));
        assertEquals("Too long.", form.error("topics"));
        assertEquals("Taken.", form.error("rows[0].key"));
        assertEquals("", form.error("rows"));
        assertFalse(form.wrong("b"));
        assertEquals("1", form.value("a"));
        assertFalse(Form.parse("a=1").isRefused());
    }

    @Test
    void a_stale_form_says_so_and_has_no_wrong_fields() {
        Form form = Form.parse("a=1").refusedFor(new Stale("Somebody else changed this.", () -> Map.of()));
        assertTrue(form.isStale());
        assertEquals(List.of(), form.violations());
        assertFalse(form.wrong("a"));
    }

    @Test
    void conflicts_are_the_fields_in_which_typed_and_saved_differ() {
        Form typed = Form.parse("version=3&a=mine&b=same&c=one%0D%0Atwo&d=&e=new");
        Form saved = Form.parse("version=4&a=theirs&b=same&c=one%0Atwo&d=");
        assertEquals(
                List.of(new Form.Conflict("a", "theirs", "mine"), new Form.Conflict("e", "", "new")),
                typed.conflicts(saved));
        assertEquals(List.of(), typed.conflicts(typed));
    }

    @Test
    void blank_rows_are_left_out_and_the_others_numbered_anew_in_order() {
        Form form = Form.parse("title=x&rows[10].key=c&rows[2].key=b&rows[2].number=&rows[0].key=a&rows[1].key="
                + "&rows[1].number=+&others[5].key=y");
        Form compacted = form.compacted("rows");
        assertEquals("a", compacted.value("rows[0].key"));
        assertEquals("b", compacted.value("rows[1].key"));
        assertEquals("c", compacted.value("rows[2].key"));
        assertTrue(compacted.values().containsKey("rows[1].number"));
        assertEquals(3, compacted.rows("rows"));
        assertEquals("x", compacted.value("title"));
        assertEquals("y", compacted.value("others[5].key"));
        assertEquals(1, compacted.rows("others"));
        assertEquals(4, form.rows("rows"));
    }

    @Test
    void compacting_keeps_why_the_form_was_refused() {
        Form form = Form.parse("rows[3].key=a").refusedFor(new Invalid("rows[0].key", "Taken."));
        assertEquals("Taken.", form.compacted("rows").error("rows[0].key"));
    }

    @Test
    void a_row_that_holds_no_more_than_one_field_is_kept() {
        assertEquals("5", Form.parse("rows[7].number=5").compacted("rows").value("rows[0].number"));
        for (String blank : List.of("", "+", "%C2%A0", "%E3%80%80")) {
            assertEquals(
                    0, Form.parse("rows[7].number=" + blank).compacted("rows").rows("rows"));
        }
    }

    @Test
    void a_form_of_more_fields_than_any_here_is_refused_before_it_takes_memory() {
        assertEquals(999, Form.parse("a=&".repeat(999) + "b=").values().get("a").size());
        assertInvalid(() -> Form.parse("a=&".repeat(1_000)), "");
        assertInvalid(() -> Form.parse("&".repeat(4_000_000)), "");
    }

    private record Scale(List<Label> labels, String name) {
        private record Label(String key) {}
    }

    @Test
    void names_that_make_no_sense_together_are_no_failure() {
        assertEquals(
                "{\"labels\":[{\"key\":\"a\"},{},{\"key\":\"b\"}]}",
                FieldPaths.tree(Form.parse("labels=x&labels[0].key=a&labels[2].key=b").values(), Scale.class)
                        .toString());
        assertEquals(
                "{\"name\":{\"first\":\"b\"}}",
                FieldPaths.tree(Form.parse("name=a&name.first=b&name.first.of=c").values(), Scale.class)
                        .toString());
        assertEquals(
                "{}",
                FieldPaths.tree(Form.parse("a.".repeat(1_000_000) + "a=x").values(), Scale.class)
                        .toString());
    }
}
