package org.assay.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExpertTest {

    private static String introduction(String position, String affiliation) {
        return new Expert.Particulars("Jo", position, affiliation, "Trade", null, null).introduction();
    }

    @Test
    void somebody_is_introduced_with_what_can_be_seen() {
        assertEquals("Jo, Fellow, Institute", introduction("Fellow", "Institute"));
        assertEquals("Jo, Institute", introduction("\u00a0", "Institute"));
        assertEquals("Jo, Fellow", introduction("Fellow", "\u200b"));
        assertEquals("Jo", introduction(null, ""));
    }
}
