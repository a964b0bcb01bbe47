package org.assay.claim;

import java.util.Locale;
import java.util.Map;

/** Why a claim is not checked. */
public enum DropReason {
    DUPLICATE,
    NOT_CHECKABLE,
    ADVERTISING,
    OUT_OF_SCOPE;

    /** As a page shows it. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As the history keeps it. @param duplicateOf the claim that is repeated; null for any other reason */
    Map<String, Object> recorded(Claim duplicateOf) {
        return duplicateOf == null ? Map.of("reason", this) : Map.of("reason", this, "duplicateOf", duplicateOf.id());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
