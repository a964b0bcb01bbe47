package org.assay.claim;

import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.ROSA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** What counts as one origin. */
class EvidenceTest {

    private static String origin(String origin, String url, String publisher, String title) {
        var source = new Evidence.Cited(title, publisher, url, null, null);
        var content = new Evidence.Content(Stance.REFUTES, EvidenceKind.DATA, "It differs.", null, origin, source);
        return SomeClaims.aLoggedClaim().attach(content, null, ROSA, NOW).origin();
    }

    @Test
    void what_the_evidence_says_is_its_origin_before_anything_else() {
        assertEquals("press release", origin("Press release", "https://www.example.org/a", "The Courier", "A report"));
    }

    @Test
    void without_that_it_is_the_sources_host_without_www() {
        assertEquals("example.org", origin(null, "https://www.example.org/a", "The Courier", "A report"));
        assertEquals("example.org", origin("  ", "http://EXAMPLE.org:8080/b?c", "The Courier", "A report"));
        assertEquals("news.example.org", origin(null, "https://news.example.org/a", null, "A report"));
    }

    @Test
    void without_a_host_it_is_the_publisher_and_without_one_the_title() {
        assertEquals("the courier", origin(null, null, "The Courier", "A report"));
        assertEquals("a report", origin(null, null, null, "A report"));
        assertEquals("a report", origin("", null, " ", "A report"));
    }

    @Test
    void case_and_white_space_make_no_other_origin() {
        String one = origin("The Ministry of Trade", null, null, "A report");
        assertEquals(one, origin("  the  ministry\tof\ntrade ", null, null, "A report"));
        assertEquals(one, origin("THE MINISTRY OF TRADE", null, null, "A report"));
        assertNotEquals(one, origin("The Ministry of Traders", null, null, "A report"));
        assertEquals("example.org", origin(" EXAMPLE.ORG ", null, null, "A report"));
    }

    @Test
    void white_space_of_any_script_makes_no_other_origin() {
        assertEquals(
                origin("The Ministry", null, null, "A report"),
                origin("The\u00a0Ministry\u2003", null, null, "A report"));
        assertEquals("a report", origin("\u00a0", null, null, "A report"));
    }

    @Test
    void what_nobody_would_see_names_no_origin() {
        assertEquals("a report", origin("\u200b", null, "\u3164", "A report"));
    }

    @Test
    void a_host_that_no_standard_knows_is_an_origin() {
        assertEquals(
                "my_site.example.org", origin(null, "https://www.My_Site.example.org/a", "The Courier", "A report"));
    }
}
