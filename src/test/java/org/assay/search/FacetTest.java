package org.assay.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacetTest {

    @ParameterizedTest
    @CsvSource({
        "RATING, mostly-false, Mostly false",
        "RATING, ☂, ☂",
        "LANGUAGE, de, German",
        "LANGUAGE, pt-BR, Portuguese (Brazil)",
        "LANGUAGE, not a tag, not a tag",
        "TOPIC, carbon-tax, carbon-tax",
        "YEAR, 2026, 2026"
    })
    void readers_know_a_rating_and_a_language_by_their_words(Facet facet, String value, String shown) {
        assertEquals(shown, facet.shown(value));
    }
}
