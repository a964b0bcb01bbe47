package org.assay.claim;

/** Why a claim is not checked. */
public enum DropReason {
    DUPLICATE,
    NOT_CHECKABLE,
    ADVERTISING,
    OUT_OF_SCOPE;

    /** As a page shows it. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase().replace('_', ' ');
    }

    @Override
    public String toString() {
        return name().toLowerCase().replace('_', '-');
    }
}
