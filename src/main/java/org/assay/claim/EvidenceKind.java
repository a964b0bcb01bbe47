package org.assay.claim;

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
        return name().charAt(0) + name().substring(1).toLowerCase().replace('_', ' ');
    }

    @Override
    public String toString() {
        return name().toLowerCase().replace('_', '-');
    }
}
