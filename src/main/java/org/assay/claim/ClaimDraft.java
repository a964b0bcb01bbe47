package org.assay.claim;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assay.article.Article;
import org.assay.article.Passage;
import org.assay.newsroom.NotAfterToday;
import org.assay.web.Invalid;
import org.assay.web.LanguageTag;
import org.assay.web.Text;

/** A claim as somebody writes it, in a form or as JSON: its particulars, and the quote that is still to be found. */
record ClaimDraft(
        @Text(max = Particulars.STATEMENT_MAX, required = true)
        String statement,

        @LanguageTag String language,
        @Valid Passage.Quote quote,
        @Valid Source source,
        @Valid Claimant claimant,
        Wording wording,
        @NotAfterToday LocalDate claimedOn,

        @Size(max = 10, message = "Please name 10 topics at most.")
        List<@NotNull(message = "Please give a text.") @Text(max = 50, required = true) String> topics,

        @Text(max = 2000) String reason) {

    ClaimDraft {
        boolean onlyType = claimant != null
                && claimant.type() != null
                && claimant.name() == null
                && claimant.position() == null
                && claimant.sameAs() == null;
        claimant = onlyType ? null : claimant;
        boolean onlyArticle = quote != null && quote.articleId() != null && quote.exact() == null;
        quote = onlyArticle && source != null ? null : quote;
    }

    static ClaimDraft of(Claim claim) {
        var p = claim.particulars();
        var at = claim.quote();
        var quote = at == null
                ? null
                : new Passage.Quote(claim.article().id(), at.exact(), at.start(), at.prefix(), at.suffix());
        return new ClaimDraft(
                p.statement(),
                p.language(),
                quote,
                p.source(),
                p.claimant(),
                p.wording(),
                p.claimedOn(),
                p.topics(),
                p.reason());
    }

    Particulars particulars() {
        return new Particulars(statement, language, source, claimant, wording, claimedOn, topics, reason);
    }

    /** @throws Invalid where there is no such article */
    Article article() {
        if (quote == null) {
            return null;
        }
        Article article = Article.findById(quote.articleId());
        if (article == null) {
            throw new Invalid("quote.articleId", "There is no article with this number.");
        }
        return article;
    }

    /**
     * Where the quote stands.
     *
     * @param present the quote that is changed; its position means nothing for another quote's text
     * @throws Invalid where it is not in the article's text
     */
    Passage passage(Article article, Passage present) {
        if (article == null) {
            return null;
        }
        String text = article.snapshot().text();
        boolean inherited = present != null
                && Objects.equals(present.start(), quote.start())
                && !present.exact().equals(quote.exact());
        try {
            return Passage.find(text, quote);
        } catch (Invalid e) {
            if (!inherited || !e.violations().getFirst().field().equals("quote.start")) {
                throw e;
            }
            return Passage.find(text, new Passage.Quote(quote.articleId(), quote.exact(), null, null, null));
        }
    }
}
