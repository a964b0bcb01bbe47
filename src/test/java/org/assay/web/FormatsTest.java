package org.assay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource({
        "statement, Statement",
        "source.publishedOn, Source: published on",
        "source.url, Source: address",
        "claimant.sameAs, Claimant: identifying page",
        "labels[0].number, Labels 0: number",
        "quote.articleId, Quote: article",
        "expert.id, Expert",
        "id, Id"
    })
    void a_fields_path_is_told_in_words(String path, String words) {
        assertEquals(words, Formats.label(path));
    }
}
