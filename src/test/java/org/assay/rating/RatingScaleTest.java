package org.assay.rating;

import static org.assay.rating.SomeScales.aScale;
import static org.assay.rating.SomeScales.label;
import static org.assay.rating.SomeScales.theDefaultScale;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RatingScaleTest {

    @Test
    void a_scale_keeps_its_labels_in_order_and_who_defined_it_when() {
        var scale = theDefaultScale();
        assertEquals(1, scale.version());
        assertEquals("ada", scale.definedBy());
        assertEquals(NOW, scale.definedAt());
        assertEquals("false", scale.labels().getFirst().key());
        assertEquals("unproven", scale.labels().getLast().key());
    }

    @Test
    void a_label_is_found_by_its_key_alone() {
        assertEquals("Mixed", theDefaultScale().label("mixed").orElseThrow().name());
        for (String none : new String[] {"Mixed", "MIXED", "", "mix", null}) {
            assertEquals(Optional.empty(), theDefaultScale().label(none), none);
        }
    }

    @Test
    void the_range_is_that_of_the_labels_with_a_number() {
        assertEquals(Optional.of(1), theDefaultScale().worst());
        assertEquals(Optional.of(5), theDefaultScale().best());
        var shuffled = aScale(2, label("b", "B", 70), label("x", "X", null), label("a", "A", 3), label("c", "C", 9));
        assertEquals(Optional.of(3), shuffled.worst());
        assertEquals(Optional.of(70), shuffled.best());
    }

    @Test
    void a_scale_without_numbers_has_no_range() {
        var scale = aScale(2, label("a", "A", null), label("b", "B", null));
        assertEquals(Optional.empty(), scale.worst());
        assertEquals(Optional.empty(), scale.best());
    }

    @Test
    void two_labels_never_share_a_key() {
        assertInvalid(
                () -> aScale(2, label("a", "A", 1), label("b", "B", 2), label("a", "C", 3), label("b", "D", 4)),
                "labels[2].key",
                "labels[3].key");
    }

    @Test
    void a_single_number_is_no_range() {
        assertInvalid(() -> aScale(2, label("a", "A", 1), label("b", "B", null)), "labels");
        assertInvalid(() -> aScale(2, label("a", "A", 1), label("b", "B", 1)), "labels");
        assertDoesNotThrow(() -> aScale(2, label("a", "A", 1), label("b", "B", 2)));
        assertInvalid(() -> aScale(2, label("a", "A", 1), label("a", "B", null)), "labels[1].key", "labels");
    }
}
