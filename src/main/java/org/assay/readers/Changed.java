package org.assay.readers;

/** What readers see of a claim changed in a transaction of this replica: it shows here as soon as that is committed. */
public record Changed(long claim) {}
