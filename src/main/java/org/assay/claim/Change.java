package org.assay.claim;

import java.util.Locale;

/** What can be done to a claim without moving it: only while its stage is open, and only by a reviewer or an editor. */
public enum Change {
    EDIT("edited the claim"),
    ATTACH("attached evidence"),
    REMOVE("removed evidence");

    private final String past;

    Change(String past) {
        this.past = past;
    }

    String past() {
        return past;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
