package org.assay.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Somebody who logged, edited, attached, removed or proposed: never the one who approves. */
@Embeddable
public record Contributor(
        @Column(nullable = false) String subject,
        @Column(nullable = false) String name) {}
