package org.assay.people;

import java.util.Locale;

/** What a person may do in the newsroom. The names in lower case are what the API, the pages and the history call them. */
public enum Role {
    REVIEWER,
    EDITOR,
    ADMIN;

    /** An editor has a reviewer's moves too; an admin has neither's. */
    boolean covers(Role needed) {
        return this == needed || (this == EDITOR && needed == REVIEWER);
    }

    /** Those who have it, as a sentence's subject. */
    public String people() {
        return this == REVIEWER ? "reviewers and editors" : this + "s";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
