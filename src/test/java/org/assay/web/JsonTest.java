package org.assay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is hashed and signed depends on how JSON is written. */
class JsonTest {

    private enum Colour {
        DARK_RED;

        @Override
        public String toString() {
            return "dark-red";
        }
    }

    private record Thing(
            String name, Integer number, Colour colour, Instant at, LocalDate day, List<String> items, Thing inner) {

        public boolean isComputed() {
            return true;
        }
    }

    private static Thing thing() {
        return new Thing(
                "🙈 \u2028 é",
                1,
                Colour.DARK_RED,
                Instant.parse("2026-11-23T10:00:00.123456Z"),
                LocalDate.of(2026, 11, 23),
                List.of(),
                null);
    }

    @Test
    void fields_stand_in_their_order_and_absent_or_computed_ones_not_at_all() {
        String json = Json.write(new Thing("a", null, Colour.DARK_RED, null, null, null, null));
        assertEquals("{\"name\":\"a\",\"colour\":\"dark-red\"}", json);
    }

    @Test
    void what_was_written_is_read_back() {
        assertEquals(thing(), Json.read(Json.write(thing()), Thing.class));
        assertEquals(
                "2026-11-23T10:00:00.123456Z", Json.tree(thing()).path("at").asText());
        assertEquals("2026-11-23", Json.tree(thing()).path("day").asText());
    }

    @Test
    void what_a_later_version_of_the_code_wrote_is_read_too() {
        assertEquals("a", Json.read("{\"name\":\"a\",\"later\":1}", Thing.class).name());
    }

    @Test
    void what_is_sent_is_taken_for_nothing_else() {
        for (String sent : List.of(
                "{\"name\":1}",
                "{\"name\":true}",
                "{\"number\":\"1\"}",
                "{\"number\":1.5}",
                "{\"colour\":0}",
                "{\"colour\":\"DARK_RED\"}",
                "{\"unknown\":1}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"day\":\"yesterday\"}",
                "{\"items\":\"a\"}",
                "{} {}")) {
            assertThrows(JsonProcessingException.class, () -> Json.STRICT.readValue(sent, Thing.class), sent);
        }
    }

    @Test
    void a_digest_is_over_the_texts_utf_8_in_lower_case_hexadecimal() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256.of(""));
        assertEquals("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c", Sha256.of("é"));
    }
}
