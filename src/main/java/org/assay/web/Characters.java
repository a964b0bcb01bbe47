package org.assay.web;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** Which characters text may hold: any Unicode but control characters, of which tab and line ends are accepted. */
public final class Characters {

    /** Braille's pattern without dots: for Unicode a symbol, for readers nothing. */
    private static final int BRAILLE_BLANK = 0x2800;

    private Characters() {}

    /** Whether a reader would see nothing: no text, or only white space and characters that no font draws. */
    public static boolean isBlank(String text) {
        return text == null
                || text.codePoints()
                        .allMatch(point -> UCharacter.isUWhiteSpace(point)
                                || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                                || point == BRAILLE_BLANK);
    }

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
