package org.assay.publication;

import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.assay.publication.PublishedVersion.Change;
import org.assay.publication.PublishedVersion.Draft;
import org.junit.jupiter.api.Test;

/** What a version says to readers of the one before. */
class PublishedVersionTest {

    @Test
    void a_first_version_changes_nothing() {
        assertDoesNotThrow(() -> new Draft(null, null).requireFor(1));
        assertInvalid(() -> new Draft(Change.UPDATE, null).requireFor(1), "change");
        assertInvalid(() -> new Draft(null, "What changed.").requireFor(1), "note");
        assertInvalid(() -> new Draft(Change.CORRECTION, "What changed.").requireFor(1), "change", "note");
    }

    @Test
    void from_the_second_version_on_readers_learn_what_changed() {
        for (int version : new int[] {2, 3, 17}) {
            for (Change change : Change.values()) {
                assertDoesNotThrow(() -> new Draft(change, "The date was wrong.").requireFor(version));
                assertInvalid(() -> new Draft(change, null).requireFor(version), "note");
                assertInvalid(() -> new Draft(change, " \n").requireFor(version), "note");
                assertInvalid(() -> new Draft(change, "\u00a0\u200b").requireFor(version), "note");
            }
            assertInvalid(() -> new Draft(null, "The date was wrong.").requireFor(version), "change");
            assertInvalid(() -> new Draft(null, null).requireFor(version), "change", "note");
        }
    }
}
