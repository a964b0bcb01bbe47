package org.assay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a field may hold, and the sentence that it is refused with. */
class TextTest {

    private static final Validator VALIDATOR;

    static {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            VALIDATOR = factory.getValidator();
        }
    }

    private record Fields(
            @Text(max = 5) String optional,
            @Text(max = 5, required = true) String required,
            @LanguageTag String language,
            @WebUrl String url) {}

    private static String fault(Fields fields) {
        return VALIDATOR.validate(fields).stream()
                .map(broken -> broken.getPropertyPath() + ": " + broken.getMessage())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String fault(String required) {
        return fault(new Fields(null, required, "en", null));
    }

    @Test
    void a_text_is_counted_as_people_count_it() {
        assertEquals("", fault("12345"));
        assertEquals("", fault("🙈𝒳🙈𝒳🙈"));
        assertEquals("required: Please shorten this: it has 6 characters and may have 5.", fault("🙈𝒳🙈𝒳🙈x"));
    }

    @Test
    void a_required_text_is_more_than_white_space() {
        for (String blank : new String[] {null, "", " \n\t", "\u00a0", "\u3000\u202f", "\u200b", "\u3164"}) {
            assertEquals("required: Please fill this in.", fault(blank));
            assertEquals("", fault(new Fields(blank, "x", "en", null)));
        }
    }

    @Test
    void what_was_typed_is_never_read_as_a_template() {
        assertTrue(fault("${1+1} {max}").contains("12 characters"), fault("${1+1} {max}"));
    }

    @Test
    void no_field_holds_control_characters_or_half_a_character() {
        assertTrue(fault("a\u0000").contains("U+0000"));
        assertTrue(fault("\ud83d").contains("half a character"));
    }

    @Test
    void a_language_is_a_tag() {
        for (String tag : List.of("en", "pt-BR", "zh-Hant", "zh-Hant-TW", "ar", "yue", "de-CH-1996", "EN")) {
            assertEquals("", fault(new Fields(null, "x", tag, null)), tag);
        }
        for (String none : List.of(
                "English",
                "e",
                "en_GB",
                "x-private",
                "en-",
                "-",
                "und2",
                "en\"><script>",
                "en-" + "abcdefgh-".repeat(4))) {
            assertTrue(fault(new Fields(null, "x", none, null)).startsWith("language: "), none);
        }
        assertTrue(fault(new Fields(null, "x", null, null)).contains("Please give the language"));
        assertTrue(fault(new Fields(null, "x", "\u00a0", null)).contains("Please give the language"));
    }

    @Test
    void an_address_is_one_on_the_web() {
        assertEquals("", fault(new Fields(null, "x", "en", "https://example.org/a b|c")));
        assertTrue(fault(new Fields(null, "x", "en", "javascript:alert(1)")).startsWith("url: "));
        assertEquals(
                "url: Please give the address, for example https://example.org/page.",
                fault(new Fields(null, "x", "en", "\u00a0\u200b")));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertEquals(4, fault(new Fields("123456", "", "?", "?")).lines().count());
    }
}
