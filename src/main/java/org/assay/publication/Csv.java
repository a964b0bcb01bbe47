package org.assay.publication;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of RFC 4180: every field is quoted, and none is one that a spreadsheet would compute. */
final class Csv {

    /** With what a formula begins (OWASP, CSV injection), wide forms included. */
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** What is null is empty. */
    static String line(Object... fields) {
        return Stream.of(fields).map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(Object value) {
        String text = value == null ? "" : value.toString();
        String harmless = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
