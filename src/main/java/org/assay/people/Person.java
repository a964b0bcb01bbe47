package org.assay.people;

import java.util.Set;

/**
 * Somebody (or a program) that signed in.
 *
 * @param subject the identity provider's stable identifier, by which two people are told apart
 * @param name what colleagues call them, at most 200 code points; only for reading, never for telling people apart
 */
public record Person(String subject, String name, Set<Role> roles) {

    private static final int NAME_MAX = 200;

    public Person {
        name = name.codePointCount(0, name.length()) <= NAME_MAX
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_MAX));
        roles = Set.copyOf(roles);
    }

    public boolean may(Role needed) {
        return roles.stream().anyMatch(role -> role.covers(needed));
    }

    public boolean isReviewer() {
        return may(Role.REVIEWER);
    }

    public boolean isEditor() {
        return may(Role.EDITOR);
    }

    public boolean isAdmin() {
        return may(Role.ADMIN);
    }

    /** The role under which a signature is shown where names are not published. */
    public Role signsAs() {
        return isEditor() ? Role.EDITOR : Role.REVIEWER;
    }
}
