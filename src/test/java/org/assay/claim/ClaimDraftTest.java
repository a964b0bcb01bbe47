package org.assay.claim;

import static org.assay.article.SomeArticles.anArticle;
import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.assay.article.Article;
import org.assay.article.Passage;
import org.assay.article.SomeArticles;
import org.junit.jupiter.api.Test;

class ClaimDraftTest {

    private static final Article ARTICLE = anArticle("🙈 It rose. It fell. It rose.");

    private static ClaimDraft draft(Passage.Quote quote, Source source, Claimant claimant) {
        return new ClaimDraft("It rose.", "en", quote, source, claimant, null, null, null, null);
    }

    private static ClaimDraft draft(String exact, Integer start) {
        return draft(new Passage.Quote(1L, exact, start, null, null), null, null);
    }

    @Test
    void a_claimant_of_whom_only_the_type_was_chosen_is_none() {
        assertNull(draft(null, null, new Claimant(null, null, null, Claimant.Type.PERSON))
                .claimant());
        var named = new Claimant("Jane", null, null, Claimant.Type.PERSON);
        assertEquals(named, draft(null, null, named).claimant());
        var unnamed = new Claimant(null, "Minister", null, Claimant.Type.PERSON);
        assertEquals(unnamed, draft(null, null, unnamed).claimant());
    }

    @Test
    void an_article_without_a_quote_is_no_quote_where_there_is_a_source() {
        var onlyArticle = new Passage.Quote(1L, null, null, null, null);
        assertNull(draft(onlyArticle, new Source("https://example.org", null), null)
                .quote());
        assertEquals(onlyArticle, draft(onlyArticle, null, null).quote());
    }

    @Test
    void topics_are_told_once_and_a_claim_is_stated_unless_it_says_otherwise() {
        var particulars = new ClaimDraft(
                        "It rose.", "en", null, null, null, null, null, List.of("trade", "law", "trade"), null)
                .particulars();
        assertEquals(List.of("trade", "law"), particulars.topics());
        assertEquals(Wording.STATED, particulars.wording());
        assertEquals(List.of(), draft("It rose", null).particulars().topics());
    }

    @Test
    void another_quote_does_not_inherit_the_place_of_the_one_before() {
        Passage present = SomeArticles.aPassage(ARTICLE, "It fell");
        assertEquals(
                2,
                draft("🙈 It rose. It".substring(3, 13), present.start())
                        .passage(ARTICLE, present)
                        .start());
        assertThrows(
                Passage.Ambiguous.class, () -> draft("It rose", present.start()).passage(ARTICLE, present));
    }

    @Test
    void a_place_that_somebody_gives_must_be_right() {
        Passage present = SomeArticles.aPassage(ARTICLE, "It fell");
        assertInvalid(() -> draft("It rose", 3).passage(ARTICLE, present), "quote.start");
        assertInvalid(() -> draft("It rose", 11).passage(ARTICLE, null), "quote.start");
        assertInvalid(() -> draft("It fell", 3).passage(ARTICLE, present), "quote.start");
        assertEquals(20, draft("It rose", 20).passage(ARTICLE, present).start());
    }

    @Test
    void without_an_article_there_is_no_passage() {
        assertNull(draft("It rose", null).passage(null, null));
    }
}
