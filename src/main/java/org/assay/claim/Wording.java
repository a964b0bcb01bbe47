package org.assay.claim;

/** Whether the claimant stated the claim, or the claim is our reading of the quote. */
public enum Wording {
    STATED,
    IMPLIED;

    /** As a page shows it. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase().replace('_', ' ');
    }

    @Override
    public String toString() {
        return name().toLowerCase().replace('_', '-');
    }
}
