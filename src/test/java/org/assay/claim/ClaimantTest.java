package org.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClaimantTest {

    @Test
    void somebody_is_introduced_with_a_position_that_can_be_seen() {
        assertEquals("Jo, Minister", new Claimant("Jo", "Minister", null, null).introduction());
        for (String nothing : new String[] {null, "", " ", "\u00a0\u200b"}) {
            assertEquals("Jo", new Claimant("Jo", nothing, null, null).introduction());
        }
    }
}
