package org.assay.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepresentationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAGE | */*",
                "PAGE | text/html",
                "PAGE | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "PAGE | text/*;q=0.3",
                "PAGE | text/html, image/gif, image/jpeg, */*; q=0.2",
                "PAGE | application/xml, */*;q=0.1",
                "PAGE | application/json;q=0.5, text/html",
                "PAGE | application/json;q=0, */*",
                "PAGE | */*, application/ld+json;q=0.9",
                "CLAIM_REVIEW | text/html;q=0, */*",
                "CLAIM_REVIEW | */*, text/html;q=0.1",
                "CLAIM_REVIEW | application/ld+json",
                "CLAIM_REVIEW | Application/LD+JSON; profile=x",
                "CLAIM_REVIEW | application/*",
                "CLAIM_REVIEW | text/html;q=0.4, application/ld+json;q=0.9",
                "DOSSIER | application/json",
                "DOSSIER | application/json, text/plain, */*",
                "DOSSIER | image/png, application/json;q=0.001"
            })
    void the_form_that_is_liked_best_is_given(Representation form, String accept) {
        assertEquals(form, Representation.of(accept));
    }

    @ParameterizedTest
    @CsvSource({"image/png", "text/html;q=0", "'text/html;q=0.0,application/pdf'", "nonsense", "''", "','", "';q=1'"})
    void none_is_given_where_none_is_taken(String accept) {
        assertNull(Representation.of(accept));
    }

    @Test
    void what_is_asked_for_in_several_lines_is_asked_for_in_one() {
        var headers =
                MultiMap.caseInsensitiveMultiMap().add("Accept", "image/png").add("accept", "application/json");
        assertEquals(Representation.DOSSIER, Representation.of(headers));
        assertEquals(Representation.PAGE, Representation.of(MultiMap.caseInsensitiveMultiMap()));
    }

    /** On the event loop: to look for where the blanks end from each of them would hold up everybody. */
    @Test
    @Timeout(30)
    void blanks_without_end_cost_no_more_than_other_letters() {
        assertNull(Representation.of("a" + " ".repeat(400_000) + "b"));
        assertEquals(Representation.PAGE, Representation.of("text/html" + " ".repeat(400_000) + ";q=0.5"));
    }

    @Test
    void who_does_not_say_gets_the_page() {
        assertEquals(Representation.PAGE, Representation.of((String) null));
    }
}
