package org.assay.claim;

import java.util.Locale;

/** What a piece of evidence does to the claim. */
public enum Stance {
    SUPPORTS,
    REFUTES,
    CONTEXT;

    /** As a page shows it. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
