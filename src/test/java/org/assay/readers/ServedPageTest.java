package org.assay.readers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import io.vertx.core.MultiMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServedPageTest {

    private static final Instant MODIFIED = Instant.parse("2026-11-04T10:00:00.9Z");
    private static final PublicPage PAGE = PublicPage.of("text/html;charset=UTF-8", "The levy is 157 %. ".repeat(50))
            .modified(MODIFIED);

    private static ServedPage.Answer answer(PublicPage page, String... headers) {
        var sent = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            sent.add(headers[i], headers[i + 1]);
        }
        return new ServedPage(page, 5).answer(sent::get);
    }

    private static String header(ServedPage.Answer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.getKey().equals(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("|"));
    }

    @Test
    void each_encoding_has_its_bytes_and_its_tag() throws IOException {
        var plain = answer(PAGE);
        var gzip = answer(PAGE, "Accept-Encoding", "gzip, deflate");
        var brotli = answer(PAGE, "Accept-Encoding", "gzip, deflate, br, zstd");
        assertArrayEquals(PAGE.body(), plain.body().getBytes());
        assertArrayEquals(
                PAGE.body(),
                new GZIPInputStream(new ByteArrayInputStream(gzip.body().getBytes())).readAllBytes());
        assertArrayEquals(
                PAGE.body(), Decoder.decompress(brotli.body().getBytes()).getDecompressedData());
        assertEquals("identity", header(plain, "Content-Encoding"));
        assertEquals("gzip", header(gzip, "Content-Encoding"));
        assertEquals("br", header(brotli, "Content-Encoding"));
        assertEquals(
                3,
                Set.of(header(plain, "ETag"), header(gzip, "ETag"), header(brotli, "ETag"))
                        .size());
        assertTrue(header(plain, "ETag").matches("\"[0-9a-f]{32}\""), header(plain, "ETag"));
    }

    @Test
    void brotli_looks_back_no_further_than_64_kilobytes() {
        var brotli = answer(PAGE, "Accept-Encoding", "br");
        assertEquals(0, brotli.body().getByte(0) & 1, "RFC 7932, 9.1: a first bit of 0 is a window of 16 bits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "identity | br;q=0, gzip;q=0.0",
                "gzip | br;q=0,gzip;q=0.1",
                "identity | brotli",
                "br | BR",
                "identity | ''",
                "identity | ;",
                "gzip | ;, gzip"
            })
    void an_encoding_is_used_only_where_it_is_taken(String used, String accepted) {
        assertEquals(used, header(answer(PAGE, "Accept-Encoding", accepted), "Content-Encoding"));
    }

    @Test
    void caches_are_told_how_long_and_by_what_it_differs() {
        assertEquals("public, max-age=0, s-maxage=5", header(answer(PAGE), "Cache-Control"));
        assertEquals("Accept-Encoding", header(answer(PAGE), "Vary"));
        assertEquals("Accept, Accept-Encoding", header(answer(PAGE.byAccept()), "Vary"));
        assertEquals("Wed, 04 Nov 2026 10:00:00 GMT", header(answer(PAGE), "Last-Modified"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*", "W/\"x\" , W/%s"})
    void whoever_has_the_page_gets_304_and_no_body(String tags) {
        var first = answer(PAGE, "Accept-Encoding", "gzip");
        var again = answer(PAGE, "Accept-Encoding", "gzip", "If-None-Match", tags.formatted(header(first, "ETag")));
        assertEquals(304, again.status());
        assertNull(again.body());
        for (String name : new String[] {"ETag", "Last-Modified", "Cache-Control", "Vary"}) {
            assertEquals(header(first, name), header(again, name));
        }
        assertEquals("", header(again, "Content-Type"));
    }

    @Test
    void another_tag_gets_the_page_whatever_the_date_says() {
        String gzip = header(answer(PAGE, "Accept-Encoding", "gzip"), "ETag");
        assertEquals(200, answer(PAGE, "If-None-Match", gzip).status());
        assertEquals(
                200,
                answer(PAGE, "If-None-Match", "\"x\"", "If-Modified-Since", "Wed, 04 Nov 2026 10:00:00 GMT")
                        .status());
        assertNotEquals(header(answer(PAGE), "ETag"), header(answer(PublicPage.of(PAGE.type(), "Other.")), "ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "304 | Wed, 04 Nov 2026 10:00:00 GMT",
                "304 | Thu, 05 Nov 2026 00:00:00 GMT",
                "200 | Wed, 04 Nov 2026 09:59:59 GMT",
                "200 | yesterday"
            })
    void whoever_has_it_by_its_date_gets_304(int status, String since) {
        assertEquals(status, answer(PAGE, "If-Modified-Since", since).status());
    }

    @Test
    void what_is_gone_is_said_in_full_to_everybody() {
        var gone = PAGE.status(410);
        assertEquals(410, answer(gone).status());
        assertEquals(410, answer(gone, "If-None-Match", "*").status());
        assertArrayEquals(PAGE.body(), answer(gone, "If-None-Match", "*").body().getBytes());
    }

    @Test
    @Timeout(30)
    void blanks_without_end_in_a_list_of_encodings_cost_no_more_than_other_letters() {
        assertEquals(
                "identity",
                header(answer(PAGE, "Accept-Encoding", "a" + " ".repeat(400_000) + "b"), "Content-Encoding"));
        assertEquals(
                "gzip",
                header(answer(PAGE, "Accept-Encoding", "gzip" + " ".repeat(400_000) + ";q=1"), "Content-Encoding"));
    }
}
