package org.assay.claim;

import org.assay.web.Text;

/** Why something is done to a claim, as somebody writes it, in a form or as JSON. */
public record Reason(@Text(max = 2000, required = true) String reason) {}
