package org.assay.web;

/** Which characters text may hold: any Unicode but control characters, of which tab and line ends are accepted. */
public final class Characters {

    private Characters() {}

    /** The sentence that refuses the text, or null where nothing is wrong with it. */
    public static String fault(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (Character.getType(point) == Character.SURROGATE) {
                return "This holds half a character (a lone surrogate) at position %,d: please paste the text again."
                        .formatted(text.codePointCount(0, i) + 1);
            }
            if (Character.getType(point) == Character.CONTROL && point != '\t' && point != '\n' && point != '\r') {
                return "This holds the control character U+%04X at position %,d: please remove it."
                        .formatted(point, text.codePointCount(0, i) + 1);
            }
            i += Character.charCount(point);
        }
        return null;
    }

    /** Text as it is stored: line ends become LF, nothing else changes. */
    public static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
