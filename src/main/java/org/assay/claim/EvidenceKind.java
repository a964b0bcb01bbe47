package org.assay.claim;

import java.util.Locale;

/** What kind of thing the evidence is. */
public enum EvidenceKind {
    EXPERT_STATEMENT,
    PRIMARY_DOCUMENT,
    DATA,
    RESEARCH,
    NEWS_REPORT,
    OTHER;

    /** As a page shows it. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
