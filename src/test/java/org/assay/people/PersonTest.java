package org.assay.people;

import static org.assay.people.Role.ADMIN;
import static org.assay.people.Role.EDITOR;
import static org.assay.people.Role.REVIEWER;
import static org.assay.support.Newsrooms.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonTest {

    @Test
    void an_editor_has_a_reviewers_role_too_and_nobody_else_has_another_one() {
        for (Role granted : Role.values()) {
            for (Role needed : Role.values()) {
                assertEquals(
                        granted == needed || granted == EDITOR && needed == REVIEWER,
                        person("somebody", granted).may(needed),
                        granted + " as " + needed);
            }
        }
    }

    @Test
    void somebody_without_a_role_may_nothing() {
        for (Role role : Role.values()) {
            assertFalse(person("nora").may(role), role.toString());
        }
    }

    @Test
    void roles_add_up() {
        var both = person("both", REVIEWER, ADMIN);
        assertTrue(both.isReviewer() && both.isAdmin());
        assertFalse(both.isEditor());
    }

    @Test
    void a_signature_shows_the_highest_role_of_the_desk() {
        assertEquals(REVIEWER, person("rosa", REVIEWER).signsAs());
        assertEquals(REVIEWER, person("both", REVIEWER, ADMIN).signsAs());
        assertEquals(EDITOR, person("edith", EDITOR).signsAs());
        assertEquals(EDITOR, person("both", REVIEWER, EDITOR).signsAs());
    }

    @Test
    void a_name_is_cut_after_200_characters_and_never_within_one() {
        assertEquals("🙈".repeat(200), new Person("s", "🙈".repeat(200), Set.of()).name());
        assertEquals("🙈".repeat(200), new Person("s", "🙈".repeat(201), Set.of()).name());
        assertEquals("x" + "🙈".repeat(199), new Person("s", "x" + "🙈".repeat(300), Set.of()).name());
        assertEquals("x".repeat(200), new Person("s", "x".repeat(4000), Set.of()).name());
    }

    @Test
    void roles_cannot_be_added_afterwards() {
        var roles = new HashSet<>(List.of(REVIEWER));
        var rosa = new Person("s", "rosa", roles);
        roles.add(EDITOR);
        assertFalse(rosa.isEditor());
        assertThrows(UnsupportedOperationException.class, () -> rosa.roles().add(EDITOR));
    }
}
