package org.assay.claim;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.article.Article;
import org.assay.expert.Expert;
import org.assay.newsroom.Newsroom;
import org.assay.people.Person;
import org.assay.people.Role;
import org.assay.rating.Rating;
import org.assay.rating.RatingScale;
import org.assay.web.Json;
import org.assay.web.Sha256;

/** What is proposed, frozen whole: two people sign its digest, and it is what readers get. Written once. */
@Entity
public class Dossier extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Claim claim;

    private int n;
    private String content;
    private String digest;
    private int scale;

    @Embedded
    private Verdict verdict;

    private Instant proposedAt;
    private String proposedBy;
    private String proposedByName;

    @Enumerated(EnumType.STRING)
    private Role proposedAs;

    @OneToOne(mappedBy = "dossier", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    private Approval approval;

    protected Dossier() {}

    static Dossier freeze(
            Claim claim, Verdict verdict, Rating rating, RatingScale scale, Newsroom newsroom, Person by, Instant now) {
        var dossier = new Dossier();
        dossier.claim = claim;
        dossier.n = claim.dossier() == null ? 1 : claim.dossier().n + 1;
        dossier.scale = scale.version();
        dossier.verdict = verdict;
        var frozen = Content.of(claim, Judgement.of(verdict, rating, scale), scale, newsroom);
        dossier.content = Json.write(frozen);
        dossier.digest = Sha256.of(dossier.content);
        dossier.proposedAt = now;
        dossier.proposedBy = by.subject();
        dossier.proposedByName = by.name();
        dossier.proposedAs = by.signsAs();
        return dossier;
    }

    /** What the history says of it, so that no other can take its place. */
    Map<String, String> recorded() {
        return Map.of("digest", digest);
    }

    /** The frozen content; its JSON, byte for byte, is what the digest is over. */
    public record Content(
            long claim,
            String statement,
            String language,
            Wording wording,
            Claimant claimant,
            LocalDate claimedOn,
            List<String> topics,
            String reason,
            Quote quote,
            FrozenArticle article,
            Source source,
            List<FrozenEvidence> evidence,
            Judgement verdict,
            JsonNode claimReview) {

        static Content of(Claim claim, Judgement judgement, RatingScale scale, Newsroom newsroom) {
            var p = claim.particulars();
            var content = new Content(
                    claim.id() == null ? 0 : claim.id(),
                    p.statement(),
                    p.language(),
                    p.wording(),
                    p.claimant(),
                    p.claimedOn(),
                    p.topics(),
                    p.reason(),
                    Quote.of(claim),
                    FrozenArticle.of(claim.article()),
                    p.source(),
                    claim.evidence().stream().map(FrozenEvidence::of).toList(),
                    judgement,
                    null);
            return content.with(ClaimReview.of(content, scale, newsroom, newsroom.checkUrl(claim.slug())));
        }

        private Content with(JsonNode review) {
            return new Content(
                    claim, statement, language, wording, claimant, claimedOn, topics, reason, quote, article, source,
                    evidence, verdict, review);
        }

        public boolean isImplied() {
            return wording == Wording.IMPLIED;
        }

        /** The evidence of one stance: {@code supports}, {@code refutes} or {@code context}. */
        public List<FrozenEvidence> evidence(String stance) {
            return evidence.stream()
                    .filter(piece -> piece.content().stance().toString().equals(stance))
                    .toList();
        }
    }

    /** The quote, and where it stands in the snapshot. */
    public record Quote(
            String exact, String prefix, String suffix, int start, int end, List<Map<String, Object>> selectors) {
        static Quote of(Claim claim) {
            var q = claim.quote();
            return q == null ? null : new Quote(q.exact(), q.prefix(), q.suffix(), q.start(), q.end(), q.selectors());
        }
    }

    /** The article's particulars, and which snapshot the quote was read in. */
    public record FrozenArticle(Article.Particulars particulars, String sha256, Instant capturedAt) {
        static FrozenArticle of(Article article) {
            return article == null
                    ? null
                    : new FrozenArticle(
                            article.particulars(),
                            article.snapshot().sha256(),
                            article.snapshot().capturedAt());
        }
    }

    /** A piece of evidence with its expert's particulars as they were. */
    public record FrozenEvidence(
            int n, Evidence.Content content, String origin, Long expertId, Expert.Particulars expert) {
        static FrozenEvidence of(Evidence piece) {
            var expert = piece.expert();
            return new FrozenEvidence(
                    piece.n(),
                    piece.content(),
                    piece.origin(),
                    expert == null ? null : expert.id(),
                    expert == null ? null : expert.particulars());
        }
    }

    /** The verdict with its label spelled out. @param worst and best the range of the scale's numbers, if it has any */
    public record Judgement(
            int scale,
            Rating rating,
            Integer worst,
            Integer best,
            String summary,
            String rationale,
            String singleSourceReason) {

        /** From 0, plainly false, to 4, plainly true; -1 for a label without a number. */
        @JsonIgnore
        public int level() {
            return rating.level(worst, best);
        }

        static Judgement of(Verdict verdict, Rating rating, RatingScale scale) {
            return new Judgement(
                    scale.version(),
                    rating,
                    scale.worst().orElse(null),
                    scale.best().orElse(null),
                    verdict.summary(),
                    verdict.rationale(),
                    verdict.singleSourceReason());
        }
    }

    public Content content() {
        return Json.read(content, Content.class);
    }

    /** The bytes' text that the digest is over. */
    public String frozen() {
        return content;
    }

    /** The same for people to read. */
    public String laidOut() {
        return Json.pretty(Json.read(content, JsonNode.class));
    }

    public Long id() {
        return id;
    }

    public int n() {
        return n;
    }

    public String digest() {
        return digest;
    }

    public int scale() {
        return scale;
    }

    public Verdict verdict() {
        return verdict;
    }

    public Signature proposal() {
        return new Signature(proposedBy, proposedByName, proposedAs, proposedAt);
    }

    /** Null until somebody approved it. */
    public Signature approval() {
        return approval == null ? null : approval.signature();
    }

    void sign(Approval signed) {
        approval = signed;
    }
}
