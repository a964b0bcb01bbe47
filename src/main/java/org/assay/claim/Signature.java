package org.assay.claim;

import java.time.Instant;
import org.assay.people.Role;

/** Somebody put their name to a dossier's digest. */
public record Signature(String subject, String name, Role as, Instant at) {}
