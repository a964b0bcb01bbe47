package org.assay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void words_are_found_anywhere() {
        assertEquals("%rare earths%", Words.pattern("  rare earths\n"));
        assertEquals("%🙈%", Words.pattern("🙈"));
    }

    @Test
    void what_a_pattern_reads_otherwise_is_meant_as_it_is_typed() {
        assertEquals("%50!% of a!_b!!%", Words.pattern("50% of a_b!"));
        assertEquals("%!!!%%", Words.pattern("!%"));
        assertEquals("%\\%", Words.pattern("\\"));
    }

    @Test
    void nothing_finds_everything() {
        assertEquals("%", Words.pattern(null));
        assertEquals("%", Words.pattern(""));
        assertEquals("%", Words.pattern(" \n"));
        assertEquals("%", Words.pattern("\u00a0"));
    }
}
