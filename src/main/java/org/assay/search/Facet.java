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
        return capital(toString());
    }

    /** One of its values as readers know it: a rating's key in words, a language by its English name. */
    public String shown(String value) {
        return switch (this) {
            case RATING -> capital(value.replace('-', ' '));
            case LANGUAGE -> {
                String name = Locale.forLanguageTag(value).getDisplayName(Locale.ENGLISH);
                yield name.isEmpty() ? value : name;
            }
            default -> value;
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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
