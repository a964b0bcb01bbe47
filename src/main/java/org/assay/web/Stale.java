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

    /**
     * @param expected the version that a writer believes to change; null expects nothing
     * @throws Stale where it is not the present one
     */
    public static void unless(Integer expected, int present, String message, Supplier<?> current) {
        if (expected != null && expected != present) {
            throw new Stale(message, current);
        }
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("current", current.get());
    }
}
