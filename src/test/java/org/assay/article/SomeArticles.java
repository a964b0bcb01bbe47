package org.assay.article;

import java.time.LocalDate;
import org.assay.support.Newsrooms;

/** Articles for tests. */
public final class SomeArticles {

    public static final String TEXT = """
            A spokesman said that the controls take effect on 1 December.

            “An average levy of 157%” was named too. A spokesman said that nothing else is planned.""";

    private SomeArticles() {}

    public static Article anArticle() {
        return anArticle(TEXT);
    }

    public static Article anArticle(String text) {
        var particulars = new Article.Particulars(
                "https://news.example.org/trade/talks",
                "Talks on rare earths",
                "Example Courier",
                "Jane Example",
                LocalDate.of(2026, 11, 20),
                "en");
        return Article.capture(particulars, text, Newsrooms.ROSA, Newsrooms.NOW);
    }

    public static Passage aPassage(Article article, String exact) {
        return Passage.find(article.snapshot().text(), new Passage.Quote(1L, exact, null, null, null));
    }
}
