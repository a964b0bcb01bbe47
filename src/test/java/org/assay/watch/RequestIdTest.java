package org.assay.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RequestIdTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void one_that_is_well_formed_is_taken() {
        for (String sent : new String[] {"abcdefgh", "3f1c2a9e-6a0b-4a43-9f0e-0f2b1f6f3c11", "a".repeat(64)}) {
            assertEquals(sent, RequestId.of(sent, null));
        }
    }

    @Test
    void what_could_forge_a_line_or_fill_the_log_is_not() {
        for (String sent : new String[] {
            "",
            "short",
            "a".repeat(65),
            "abcdefgh\nforged",
            "abcdefgh\r",
            "abcdefgh\u2028",
            "with a space",
            "{\"a\":\"bcdefg\"}",
            "-abcdefgh",
            "äbcdefghi"
        }) {
            assertMade(RequestId.of(sent, null));
        }
    }

    @Test
    void else_it_is_the_traces() {
        assertEquals(TRACE, RequestId.of(null, "00-" + TRACE + "-00f067aa0ba902b7-01"));
        assertEquals(TRACE, RequestId.of("no good", "00-" + TRACE + "-00f067aa0ba902b7-01"));
        assertEquals("abcdefgh", RequestId.of("abcdefgh", "00-" + TRACE + "-00f067aa0ba902b7-01"));
    }

    @Test
    void what_is_no_trace_is_not_taken() {
        for (String sent : new String[] {
            TRACE,
            "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01",
            "ff-" + TRACE + "-00f067aa0ba902b7-01",
            "00-" + TRACE.toUpperCase() + "-00f067aa0ba902b7-01",
            "00-" + TRACE + "-00f067aa0ba902b7"
        }) {
            String id = RequestId.of(null, sent);
            assertMade(id);
            assertNotEquals(TRACE, id);
        }
    }

    @Test
    void two_that_are_made_differ() {
        assertNotEquals(RequestId.of(null, null), RequestId.of(null, null));
    }

    private static void assertMade(String id) {
        assertTrue(id.matches("[0-9a-f]{32}"), id);
    }
}
