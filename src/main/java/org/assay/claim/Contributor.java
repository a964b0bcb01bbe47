package org.assay.claim;

import jakarta.persistence.Embeddable;

/** Somebody who logged, edited, attached, removed or proposed: never the one who approves. */
@Embeddable
public record Contributor(String subject, String name) {}
