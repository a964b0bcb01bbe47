package org.assay.claim;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assay.expert.Expert;
import org.assay.people.Person;

/** A claim as JSON gives it. */
public record ClaimView(
        long id,
        int version,
        Stage stage,
        List<Move> moves,
        @JsonUnwrapped Particulars particulars,
        QuoteView quote,
        List<EvidenceView> evidence,
        List<Contributor> contributors,
        Judged verdict,
        Frozen dossier,
        Published publication,
        Instant loggedAt,
        Instant changedAt) {

    /** Where the quote stands, as W3C selectors. */
    public record QuoteView(long articleId, List<Map<String, Object>> selectors) {}

    /** A piece of evidence. @param n its number within the claim, which is never used again */
    public record EvidenceView(
            int n,
            @JsonUnwrapped Evidence.Content content,
            Expert.View expert,
            Instant attachedAt,
            String attachedBy) {}

    /** The last verdict that was proposed. @param scale the version of the rating scale that it was given on */
    public record Judged(@JsonUnwrapped Verdict verdict, int scale) {}

    /** The last dossier, with its signatures. */
    public record Frozen(String digest, Signature proposedBy, Signature approvedBy) {}

    /** The claim's public life. @param url the page's path @param version the latest that was published */
    public record Published(String url, int version, boolean withdrawn) {}

    /** @param person whose moves are given; null gives none */
    static ClaimView of(Claim claim, Person person) {
        var quote = claim.quote();
        var dossier = claim.dossier();
        return new ClaimView(
                claim.id(),
                claim.version(),
                claim.stage(),
                person == null ? null : claim.movesFor(person),
                claim.particulars(),
                quote == null ? null : new QuoteView(claim.article().id(), quote.selectors()),
                claim.evidence().stream().map(ClaimView::evidence).toList(),
                claim.contributors().toList(),
                dossier == null ? null : new Judged(dossier.verdict(), dossier.scale()),
                dossier == null ? null : new Frozen(dossier.digest(), dossier.proposal(), dossier.approval()),
                claim.publishedVersions() == 0
                        ? null
                        : new Published("/checks/" + claim.slug(), claim.publishedVersions(), claim.isWithdrawn()),
                claim.loggedAt(),
                claim.changedAt());
    }

    private static EvidenceView evidence(Evidence piece) {
        return new EvidenceView(
                piece.n(),
                piece.content(),
                piece.expert() == null ? null : piece.expert().view(),
                piece.attachedAt(),
                piece.attachedBy());
    }
}
