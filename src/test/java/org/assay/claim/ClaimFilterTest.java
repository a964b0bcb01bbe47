package org.assay.claim;

import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the lists of claims and of events are asked for. */
class ClaimFilterTest {

    @Test
    void every_stage_can_be_asked_for_by_its_name_and_nothing_else_can() {
        for (Stage stage : Stage.values()) {
            assertEquals(
                    stage,
                    ClaimFilter.of(stage.toString(), null, null, null, null, null)
                            .stage());
        }
        assertInvalid(() -> ClaimFilter.of("LOGGED", null, null, null, null, null), "stage");
        assertInvalid(() -> ClaimFilter.of("nonsense", null, null, null, null, null), "stage");
    }

    @Test
    void blank_filters_are_none() {
        var filter = ClaimFilter.of("", " ", "", null, "", "\n");
        assertTrue(filter.isEmpty());
        assertEquals("/desk/claims", filter.link());
        assertEquals("/desk/claims?after=", filter.linkAfter());
    }

    @Test
    void the_lists_address_holds_the_filters_whatever_they_hold() {
        var filter = ClaimFilter.of("logged", "rare earths", "A&B=C", null, "1", "100% 🙈");
        assertFalse(filter.isEmpty());
        assertEquals(
                "/desk/claims?stage=logged&topic=rare+earths&claimant=A%26B%3DC&mine=1&q=100%25+%F0%9F%99%88",
                filter.link());
        assertEquals(filter.link() + "&after=", filter.linkAfter());
    }

    @Test
    void what_no_text_may_hold_is_no_filter() {
        assertInvalid(() -> ClaimFilter.of(null, "a\u0000b", null, null, null, null), "topic");
        assertInvalid(() -> ClaimFilter.of(null, null, null, null, null, "\ud83d"), "q");
        assertInvalid(() -> ClaimFilter.of(null, null, "x".repeat(2001), null, null, null), "claimant");
    }

    @Test
    void events_are_asked_for_by_who_what_and_claim() {
        assertEquals(new EventFilter("rosa", "log", 42L), EventFilter.of("rosa", "log", " 42 "));
        assertEquals(
                "/desk/audit?who=rosa&what=log&claim=42",
                EventFilter.of("rosa", "log", "42").link());
        assertTrue(EventFilter.of(null, "", " ").isEmpty());
        assertTrue(EventFilter.of("\u00a0", "\u3000", "\u00a0").isEmpty());
        for (String number : new String[] {"forty-two", "-1", "4.2", "12345678901234567890"}) {
            assertInvalid(() -> EventFilter.of(null, null, number), "claim");
        }
    }
}
