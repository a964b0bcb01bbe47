package org.assay.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what published checks can be narrowed down. */
public enum Facet {
    RATING,
    TOPIC,
    CLAIMANT,
    PUBLISHER,
    EXPERT,
    LANGUAGE,
    YEAR;

    /** As a heading shows it. */
    public String label() {
        return name().charAt(0) + toString().substring(1);
    }

    /** The name of the query's parameter, and of the dimension in the index. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Facet> of(String name) {
        return Stream.of(values())
                .filter(facet -> facet.toString().equals(name))
                .findFirst();
    }
}
