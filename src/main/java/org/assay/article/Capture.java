package org.assay.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.assay.newsroom.NamedLock;
import org.assay.newsroom.NotAfterToday;
import org.assay.people.Person;
import org.assay.web.Characters;
import org.assay.web.Invalid;
import org.assay.web.LanguageTag;
import org.assay.web.Text;
import org.assay.web.WebAddress;
import org.assay.web.WebUrl;

/** Logs an article: the same address once. */
@ApplicationScoped
public class Capture {

    private static final int TEXT_MAX = 200_000;
    private static final int LINES_MAX = 10_000;

    @Inject
    NamedLock lock;

    public enum Format {
        TEXT,
        HTML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An article as somebody writes it, in a form or as JSON. @param format of the text; where nothing is said it is taken literally */
    public record Draft(
            @WebUrl(required = true) String url,
            @Text(max = 300, required = true) String title,
            @Text(max = 4_000_000, required = true) String text,
            @LanguageTag String language,
            @Text(max = 200) String publisher,
            @Text(max = 200) String byline,
            @NotAfterToday LocalDate publishedOn,
            Format format) {

        Article.Particulars particulars() {
            return new Article.Particulars(url, title, publisher, byline, publishedOn, language);
        }

        /** @throws Invalid where the HTML holds no text, or the text has more than 200,000 code points or 10,000 lines */
        String plainText() {
            String plain = format == Format.HTML ? ArticleText.of(text) : text;
            int length = plain.codePointCount(0, plain.length());
            if (Characters.isBlank(plain)) {
                throw new Invalid("text", "There is no text in this HTML: please paste the article's text itself.");
            }
            if (length > TEXT_MAX) {
                throw new Invalid(
                        "text",
                        "Please shorten this: the text has %,d characters and may have %,d."
                                .formatted(length, TEXT_MAX));
            }
            if (plain.lines().count() > LINES_MAX) {
                throw new Invalid("text", "Please shorten this: the text has more than 10,000 lines.");
            }
            return plain;
        }
    }

    public Article capture(Draft draft, Person by, Instant now) {
        String text = draft.plainText();
        lock.hold("article " + WebAddress.normalised(draft.url()));
        Article.refuseKnown(draft.url(), null);
        Article article = Article.capture(draft.particulars(), text, by, now);
        article.persist();
        return article;
    }
}
