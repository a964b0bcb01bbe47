package org.assay.claim;

import java.util.Locale;

/** Where a claim stands. */
public enum Stage {
    LOGGED,
    PROPOSED,
    RETURNED,
    APPROVED,
    PUBLISHED,
    WITHDRAWN,
    REOPENED,
    DROPPED;

    /** Everything about a claim can change only here. */
    public boolean isOpen() {
        return this == LOGGED || this == RETURNED || this == REOPENED;
    }

    /** As a page shows it. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
