package org.assay.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.assay.web.Invalid;
import org.assay.web.Refused;
import org.assay.web.Violation;
import org.junit.jupiter.api.function.Executable;

/** What a rule test expects to be refused. */
public final class Refusals {

    private Refusals() {}

    public static Refused assertRefused(int status, Executable attempt) {
        return assertRefused(status, attempt, null);
    }

    public static Refused assertRefused(int status, Executable attempt, String context) {
        var refused = assertThrows(Refused.class, attempt, context);
        assertEquals(status, refused.status(), context);
        return refused;
    }

    /** Exactly these fields are named as wrong. */
    public static Invalid assertInvalid(Executable attempt, String... fields) {
        var invalid = assertThrows(Invalid.class, attempt);
        assertEquals(400, invalid.status());
        assertEquals(
                List.of(fields),
                invalid.violations().stream().map(Violation::field).toList());
        return invalid;
    }
}
