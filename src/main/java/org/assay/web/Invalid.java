package org.assay.web;

import java.util.List;
import java.util.Map;

/** Input that is malformed, missing, out of range or unknown: 400, with every violation that was found. */
public class Invalid extends Refused {

    private final transient List<Violation> violations;

    public Invalid(List<Violation> violations) {
        super(
                400,
                violations.size() == 1 ? violations.getFirst().message() : "Please correct the fields named below.",
                Map.of("violations", violations));
        this.violations = List.copyOf(violations);
    }

    public Invalid(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
