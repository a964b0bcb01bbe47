package org.assay.web;

import static org.assay.support.Refusals.assertInvalid;
import static org.assay.support.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class IfMatchTest {

    @Test
    void a_strong_entity_tag_is_a_version() {
        assertEquals(7, IfMatch.version("\"7\""));
        assertEquals(7, IfMatch.required(" \"7\" "));
    }

    @Test
    void without_the_header_nothing_is_expected_unless_it_is_required() {
        assertNull(IfMatch.version(null));
        assertRefused(428, () -> IfMatch.required(null));
    }

    @Test
    void anything_else_is_refused() {
        for (String tag :
                List.of("7", "W/\"7\"", "*", "\"\"", "\"x\"", "\"7\", \"8\"", "\"-7\"", "\"12345678901\"", "")) {
            assertInvalid(() -> IfMatch.version(tag), "If-Match");
            assertInvalid(() -> IfMatch.required(tag), "If-Match");
        }
    }
}
