package org.assay.expert;

import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpertTokenTest {

    private static String token(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_list_begins_before_every_name() {
        assertEquals(new ExpertToken("", 0), ExpertToken.read(null));
        assertEquals(new ExpertToken("", 0), ExpertToken.read(""));
    }

    @Test
    void a_name_may_hold_anything_even_commas() {
        assertEquals(new ExpertToken("Doe, Jane, 🙈 جين", 17), ExpertToken.read(token("17,Doe, Jane, 🙈 جين")));
    }

    @Test
    void a_token_that_no_list_gave_is_refused() {
        for (String none : List.of("%%%", "x", token("17"), token("x,Jane"), token(",Jane"), token("1,a\u0000b"))) {
            assertInvalid(() -> ExpertToken.read(none), "after");
        }
    }
}
