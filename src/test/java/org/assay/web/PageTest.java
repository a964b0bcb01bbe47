package org.assay.web;

import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void a_list_that_goes_on_gives_the_token_of_its_last_item() {
        assertEquals(new Page<>(List.of(9, 8), "8"), Page.of(List.of(9, 8, 7), 2, String::valueOf));
    }

    @Test
    void a_list_at_its_end_gives_none() {
        assertEquals(new Page<>(List.of(9, 8), null), Page.of(List.of(9, 8), 2, String::valueOf));
        assertEquals(new Page<>(List.of(), null), Page.of(List.<Integer>of(), 2, String::valueOf));
    }

    @Test
    void a_limit_is_a_whole_number_from_1_to_200() {
        assertEquals(50, Page.limit(null));
        assertEquals(1, Page.limit("1"));
        assertEquals(200, Page.limit("200"));
        for (String limit : List.of("0", "201", "-1", "x", "", "1.5", "99999999999")) {
            assertInvalid(() -> Page.limit(limit), "limit");
        }
    }

    @Test
    void a_token_that_no_list_gave_is_refused() {
        assertEquals(17, Page.after("17", 99));
        assertEquals(99, Page.after(null, 99));
        assertEquals(99, Page.after("", 99));
        for (String token : List.of("x", "1.5", "99999999999999999999")) {
            assertInvalid(() -> Page.after(token, 99), "after");
        }
    }

    @Test
    void a_filter_is_any_text_of_ordinary_length() {
        assertEquals(" 🙈 ", Page.filter("q", " 🙈 "));
        assertNull(Page.filter("q", null));
        assertNull(Page.filter("q", " \n"));
        assertNull(Page.filter("q", "\u3000\u200b"));
        assertInvalid(() -> Page.filter("q", "a\u0000"), "q");
        assertInvalid(() -> Page.filter("q", "a".repeat(2001)), "q");
    }

    @Test
    void a_link_holds_what_is_there_and_leaves_out_what_is_not() {
        assertEquals("/desk", Links.to("/desk"));
        assertEquals("/desk", Links.to("/desk", "q", null));
        assertEquals("/desk?q=a%26b%3Dc+%F0%9F%99%88&n=2", Links.to("/desk", "q", "a&b=c 🙈", "x", null, "n", 2));
    }
}
