package org.assay.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.assay.people.Person;

/** Somebody who logged, edited, attached, removed or proposed: never the one who approves. */
@Embeddable
public record Contributor(
        @Column(nullable = false) String subject,
        @Column(nullable = false) String name) {

    static Contributor of(Person person) {
        return new Contributor(person.subject(), person.name());
    }

    /** A name may change, or be somebody else's too: the subject tells who it is. */
    boolean is(Person person) {
        return subject.equals(person.subject());
    }
}
