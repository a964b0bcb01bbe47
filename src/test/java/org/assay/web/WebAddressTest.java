package org.assay.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses as people paste them. */
class WebAddressTest {

    private static void assertSame(String normalised, String... addresses) {
        for (String address : addresses) {
            assertNull(WebAddress.fault(address), address);
            assertEquals(normalised, WebAddress.normalised(address), address);
        }
    }

    @Test
    void case_of_scheme_and_host_default_port_fragment_and_lone_slash_make_no_other_address() {
        assertSame(
                "https://example.org",
                "https://example.org",
                "https://example.org/",
                "HTTPS://EXAMPLE.Org/",
                "https://example.org:443",
                "https://example.org:443/#top",
                "https://example.org#top",
                "https://example.org/?",
                "  https://example.org/ ");
        assertSame("http://example.org", "http://example.org:80/", "HTTP://example.ORG");
    }

    @Test
    void the_case_of_the_path_another_port_and_a_slash_after_a_path_do() {
        assertSame("https://example.org/A/b", "https://example.org/A/b#c");
        assertSame("https://example.org/a/", "https://example.org/a/");
        assertSame("https://example.org:8443/a", "https://example.org:8443/a");
        assertSame("http://example.org:443", "http://example.org:443/");
        assertNotEquals(WebAddress.normalised("http://example.org"), WebAddress.normalised("https://example.org"));
        assertNotEquals(
                WebAddress.normalised("https://example.org/a"), WebAddress.normalised("https://example.org/a/"));
        assertNotEquals(
                WebAddress.normalised("https://example.org/a"), WebAddress.normalised("https://www.example.org/a"));
    }

    @Test
    void parameters_that_only_track_are_left_out_and_the_others_keep_their_order() {
        for (String tracking : List.of(
                "utm_source=x",
                "utm_medium=",
                "utm_anything_else",
                "UTM_Campaign=x",
                "fbclid=x",
                "gclid=x",
                "mc_cid=x",
                "mc_eid=x")) {
            assertSame("https://example.org/a", "https://example.org/a?" + tracking);
            assertSame(
                    "https://example.org/a?z=1&b=2&b=3&c=&d",
                    "https://example.org/a?z=1&" + tracking + "&b=2&b=3&c=&d#e");
        }
        assertSame("https://example.org?id=1", "https://example.org/?utm_source=x&id=1");
        assertSame(
                "https://example.org/a?utm=1&xfbclid=2&ref=utm_source=x",
                "https://example.org/a?utm=1&xfbclid=2&ref=utm_source=x");
    }

    @Test
    void a_normalised_address_is_normalised_already() {
        for (String address : List.of(
                "https://Example.org:443/a b|c?utm_source=x&q=🙈#d",
                "http://bücher.example/Straße",
                "https://example.org")) {
            String normalised = WebAddress.normalised(address);
            assertSame(normalised, normalised);
        }
    }

    @Test
    void what_is_no_address_on_the_web_is_refused() {
        for (String address : List.of(
                "javascript:alert(1)",
                "JavaScript://example.org/%0Aalert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "ftp://example.org/file",
                "file:///etc/passwd",
                "mailto:desk@example.org",
                "example.org/page",
                "//example.org/page",
                "/page",
                "https:",
                "https://",
                "https:///page",
                "https://?q",
                "https:example.org",
                "http//example.org",
                "https://exa mple.org/",
                "https://.",
                "https://...",
                "https://-_-/",
                "https://.example.org/",
                "https://example..org/",
                "https://example%2eorg/",
                "https://example.org\\a/",
                "https://ü\\a/",
                "https://exa\u00adü\u2488/",
                "https://[::1/",
                "https://[1::2::3]/",
                "https://::1/",
                "https://example.org:8a/",
                "https://example.org:port/",
                "https://a..b..ü/",
                "not an address at all",
                "?",
                "")) {
            assertNotNull(WebAddress.fault(address), address);
        }
    }

    @Test
    void an_address_with_a_user_name_is_refused() {
        for (String address : List.of(
                "https://user@example.org/",
                "https://user:secret@example.org/",
                "https://example.com@evil.example/",
                "https://ü@example.org/",
                "https://@example.org/")) {
            assertNotNull(WebAddress.fault(address), address);
        }
        assertNull(WebAddress.fault("https://example.org/@user/1"));
        assertNull(WebAddress.fault("https://example.org?mail=a@b"));
    }

    @Test
    void odd_but_real_addresses_are_accepted() {
        for (String address : List.of(
                "https://example.org/a|b",
                "https://example.org/a b c.pdf",
                "https://example.org/?q=a|b c",
                "https://bücher.example/",
                "https://例え.テスト/ページ",
                "https://пример.рф/новости?день=1",
                "https://example.org/🙈/𝒳",
                "https://example.org/100%",
                "https://example.org/a%zz%2",
                "https://example.org/a%20b",
                "https://example.org/a[1]{2}^`\"<>\\",
                "https://example.org/#!/a#b",
                "https://example.org:8443/a;b=c,d?e=(f)'!*",
                "https://192.0.2.1/a",
                "https://[2001:db8::1]:8080/a",
                "https://web.archive.org/web/2026/https://example.org/a",
                "https://example.org./a",
                "https://localhost/a",
                "https://my_site.example.org/a",
                "https://_a-.example.org:8443/a",
                "https://-r.example.org/",
                "https://3m--x.example.org/",
                "https://münchen_.example/",
                "https://💩.example/",
                "https://ꯍ.example/")) {
            assertNull(WebAddress.fault(address), address);
            assertDoesNotThrow(() -> WebAddress.normalised(address), address);
            assertDoesNotThrow(() -> WebAddress.host(address), address);
        }
    }

    @Test
    void a_letter_and_its_escape_are_the_same_address() {
        assertEquals(
                WebAddress.normalised("https://example.org/a%20b%7Cc"),
                WebAddress.normalised("https://example.org/a b|c"));
        assertEquals(
                WebAddress.normalised("https://xn--bcher-kva.example/"),
                WebAddress.normalised("https://BÜCHER.example/"));
    }

    @Test
    void a_host_that_no_standard_knows_is_a_host_all_the_same() {
        assertSame(
                "https://my_site-.example.org/a",
                "https://My_Site-.example.org:443/a",
                "HTTPS://my_site-.EXAMPLE.org/a");
        assertSame("http://my_site.example.org:443/a", "http://my_site.example.org:443/a#b");
        assertEquals("my_site.example.org", WebAddress.host("https://www.my_site.Example.org:8443/a?b#c"));
        assertEquals(
                "https://my_site.example.org:8443/a?b#c", WebAddress.link("https://my_site.example.org:8443/a?b#c"));
    }

    @Test
    void a_host_in_letters_of_any_script_is_the_one_that_browsers_ask_for() {
        assertSame("https://xn--strae-oqa.example", "https://straße.example/", "https://STRAßE。example");
        assertSame("https://xn--ls8h.example", "https://💩.example/", "https://xn--ls8h.example");
        assertNotEquals(
                WebAddress.normalised("https://straße.example/"), WebAddress.normalised("https://strasse.example/"));
    }

    @Test
    void a_port_is_a_number_from_1_to_65535() {
        for (String port : List.of("1", "65535", "00443", "")) {
            assertNull(WebAddress.fault("https://my_site.example.org:" + port + "/"), port);
        }
        assertSame("https://example.org", "https://example.org:00443/", "https://example.org:/");
        for (String port : List.of("0", "65536", "99999", "100000", "99999999999999999999")) {
            for (String host : List.of("example.org", "my_site.example.org", "[::1]", "ü.example")) {
                String fault = WebAddress.fault("https://" + host + ":" + port + "/");
                assertTrue(fault.contains("port") && fault.contains("65535"), fault);
            }
        }
    }

    @Test
    void what_is_copied_along_unseen_is_no_part_of_an_address() {
        assertSame(
                "https://example.org/a",
                " \r\n\thttps://example.org/a",
                "https://example.org/a\u200b\u00a0",
                "https://example.org/a\u3000\ufeff\n");
        for (String unseen : List.of("\ufeff", "\u00a0", "\u200b")) {
            String fault = WebAddress.fault(" " + unseen + "https://example.org/a");
            assertTrue(fault.contains("U+%04X".formatted((int) unseen.charAt(0))), fault);
        }
        assertEquals("https://example.org/%E2%9D%A4%EF%B8%8F", WebAddress.link("https://example.org/❤️"));
    }

    @Test
    void a_link_is_a_uri_that_leads_where_the_address_does() {
        String plain = "https://example.org:8443/a%20b;c=d?e=f&g=%7C#h/i?j";
        assertEquals(plain, WebAddress.link(plain));
        assertEquals("https://example.org", WebAddress.link(" https://example.org "));
        assertEquals("https://example.org/?#", WebAddress.link("https://example.org/?#"));
        assertEquals(
                "http://xn--mller-kva.example/%C3%A4%20b%7C?q=%5B%C3%BC%5D#%C3%A9%23",
                WebAddress.link("http://müller.example/ä b|?q=[ü]#é#"));
        for (String address : List.of(
                "https://例え。テスト/ページ?q=日本#語",
                "https://пример.рф/новости день",
                "https://example.org/a[1]{2}^`\"<>\\|100%?%zz#%",
                "https://example.org/🙈\n\t",
                "https://[2001:DB8::1]:8080/a")) {
            String link = WebAddress.link(address);
            assertEquals(link, assertDoesNotThrow(() -> new URI(link)).toASCIIString(), address);
            assertNull(WebAddress.fault(link), link);
            assertEquals(WebAddress.normalised(address), WebAddress.normalised(link));
        }
    }

    @Test
    void an_address_has_2048_characters_at_most() {
        String address = "https://example.org/";
        assertNull(WebAddress.fault(address + "a".repeat(2048 - address.length())));
        assertNull(WebAddress.fault(address + "🙈".repeat(2048 - address.length())));
        String fault = WebAddress.fault(address + "a".repeat(2049 - address.length()));
        assertTrue(fault.contains("2,049") && fault.contains("2,048"), fault);
    }

    @Test
    void what_no_text_may_hold_no_address_holds() {
        assertNotNull(WebAddress.fault("https://example.org/\u0000"));
        assertNotNull(WebAddress.fault("https://example.org/\ud83d"));
    }

    @Test
    void a_source_is_known_by_its_host_without_www() {
        assertEquals("example.org", WebAddress.host("https://WWW.Example.org:8443/a?b#c"));
        assertEquals("news.example.org", WebAddress.host("https://news.example.org"));
        assertEquals("wwwexample.org", WebAddress.host("https://wwwexample.org"));
        assertEquals("xn--bcher-kva.example", WebAddress.host("https://www.bücher.example/"));
    }
}
