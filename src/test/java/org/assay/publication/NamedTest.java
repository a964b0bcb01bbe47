package org.assay.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.assay.claim.Claimant;
import org.junit.jupiter.api.Test;

class NamedTest {

    @Test
    void a_topic_is_the_same_whatever_its_case_and_punctuation() {
        assertEquals(Named.topic("rare earths"), Named.topic(" Rare-Earths "));
        assertEquals(Named.topic("ﬁsheries"), Named.topic("Fisheries"));
        assertNotEquals(Named.topic("贸易"), Named.topic("茂艺"));
        assertNotEquals(Named.topic("🦊"), Named.topic("🐻"));
    }

    @Test
    void a_claimant_is_who_the_identifying_page_says_however_its_address_is_written() {
        String page = "https://biography.example.org/jo";
        assertEquals(
                Named.claimant(new Claimant("Jo Doe", "Mayor", page, null)),
                Named.claimant(new Claimant("Jo Smith", null, "HTTPS://Biography.example.org:443/jo#life", null)));
        assertNotEquals(
                Named.claimant(new Claimant("Jo Doe", null, page, null)),
                Named.claimant(new Claimant("Jo Doe", null, null, null)));
        assertEquals(
                Named.claimant(new Claimant("Jo Doe", null, null, null)),
                Named.claimant(new Claimant("JO  DOE", "Mayor", null, null)));
    }
}
