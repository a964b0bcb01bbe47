package org.assay.claim;

import java.util.Locale;

/** Whether the claimant stated the claim, or the claim is our reading of the quote. */
public enum Wording {
    STATED,
    IMPLIED;

    /** As a page shows it. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
