package org.assay.article;

import static org.assay.article.SomeArticles.anArticle;
import static org.assay.support.Newsrooms.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.assay.web.Sha256;
import org.assay.web.Stale;
import org.junit.jupiter.api.Test;

class ArticleTest {

    @Test
    void a_snapshot_is_the_text_to_the_letter_with_its_digest_and_who_captured_it_when() {
        String text = " Two  spaces,\u00a0🙈 and é decomposed: e\u0301\n\n";
        var snapshot = anArticle(text).snapshot();
        assertEquals(text, snapshot.text());
        assertEquals(Sha256.of(text), snapshot.sha256());
        assertEquals(NOW, snapshot.capturedAt());
        assertEquals("rosa", snapshot.capturedBy());
    }

    @Test
    void a_correction_that_changes_nothing_makes_no_new_version() {
        Article article = anArticle();
        article.correct(article.particulars(), 1);
        assertEquals(1, article.version());
    }

    @Test
    void a_correction_of_what_somebody_else_corrected_meanwhile_is_stale() {
        Article article = anArticle();
        assertThrows(Stale.class, () -> article.correct(article.particulars(), 2));
        assertEquals(1, article.version());
    }
}
