package org.assay.claim;

import java.time.Instant;

/** An event in the audit trail: read as it is shown. */
public record EventRow(
        long id,
        long claim,
        String statement,
        String language,
        int n,
        Instant at,
        String by,
        String what,
        String note,
        String hash) {}
