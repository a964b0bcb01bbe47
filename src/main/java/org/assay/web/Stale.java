package org.assay.web;

import java.util.Map;
import java.util.function.Supplier;

/** Somebody else changed the thing since this person read it: 412, with what it says now. */
public class Stale extends Refused {

    private final transient Supplier<?> current;

    /** @param current what the thing says now; asked for after the failed write is rolled back */
    public Stale(String message, Supplier<?> current) {
        super(412, message, Map.of());
        this.current = current;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("current", current.get());
    }
}
