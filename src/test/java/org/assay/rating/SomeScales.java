package org.assay.rating;

import java.util.List;
import org.assay.support.Newsrooms;

/** Rating scales for tests. */
public final class SomeScales {

    private SomeScales() {}

    /** The scale that a new newsroom starts with. */
    public static RatingScale theDefaultScale() {
        return aScale(
                1,
                label("false", "False", 1),
                label("mostly-false", "Mostly false", 2),
                label("mixed", "Mixed", 3),
                label("mostly-true", "Mostly true", 4),
                label("true", "True", 5),
                label("missing-context", "Missing context", null),
                label("unproven", "Unproven", null));
    }

    public static RatingScale aScale(int version, Rating... labels) {
        return RatingScale.define(version, new RatingScale.Draft(List.of(labels)), Newsrooms.ADA, Newsrooms.NOW);
    }

    public static Rating label(String key, String name, Integer number) {
        return new Rating(key, name, "What " + name + " means.", number);
    }
}
