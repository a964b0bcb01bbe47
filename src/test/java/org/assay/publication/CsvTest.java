package org.assay.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void every_field_is_quoted_and_a_line_ends_as_rfc_4180_says() {
        assertEquals("\"a\",\"\",\"7\",\"x, y\"\r\n", Csv.line("a", null, 7, "x, y"));
        assertEquals("\"say \"\"so\"\"\nagain\"\r\n", Csv.line("say \"so\"\nagain"));
    }

    @Test
    void nothing_is_a_formula() {
        for (String start : new String[] {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
            assertEquals("\"'" + start + "1+1\"\r\n", Csv.line(start + "1+1"));
        }
        assertEquals("\"1=1\"\r\n", Csv.line("1=1"));
    }
}
