package org.assay.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.assay.expert.Expert;
import org.assay.expert.ExpertStatements;
import org.assay.newsroom.NotAfterToday;
import org.assay.people.Person;
import org.assay.web.Characters;
import org.assay.web.Invalid;
import org.assay.web.Text;
import org.assay.web.WebAddress;
import org.assay.web.WebUrl;

/** One thing that bears on a claim. It is attached and removed, never changed. */
@Entity
@IdClass(Evidence.Key.class)
public class Evidence {

    record Key(Long claim, int n) {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Claim claim;

    @Id
    private int n;

    @Embedded
    private Content content;

    /** Read along with the evidence: a page that shows a claim with 500 experts asks once. */
    @ManyToOne
    private Expert expert;

    private Instant attachedAt;
    private String attachedBy;
    private boolean removed;

    protected Evidence() {}

    Evidence(Claim claim, int n, Content content, Expert expert, Person by, Instant now) {
        this.claim = claim;
        this.n = n;
        this.content = content;
        this.expert = expert;
        this.attachedBy = by.name();
        this.attachedAt = now;
    }

    /** @param note why it matters */
    @Embeddable
    public record Content(
            @Enumerated(EnumType.STRING) @NotNull(message = "Please say what the evidence does to the claim.")
            Stance stance,

            @Enumerated(EnumType.STRING) @NotNull(message = "Please say what kind of evidence it is.")
            EvidenceKind kind,

            @Text(max = 2000, required = true) String note,
            @Text(max = 2000) String quote,
            @Text(max = 200) String origin,

            @Embedded @Valid @NotNull(message = "Please name the source.")
            Cited source) {

        /** @throws Invalid where an expert's statement is nobody's */
        void requireExpert(Expert expert) {
            if (kind == EvidenceKind.EXPERT_STATEMENT && expert == null) {
                throw new Invalid("expert", "Please name the expert: an expert statement is somebody's.");
            }
        }
    }

    /** The work that is cited. */
    @Embeddable
    public record Cited(
            @Text(max = 300, required = true) @Column(name = "source_title")
            String title,

            @Text(max = 200) @Column(name = "source_publisher")
            String publisher,

            @WebUrl @Column(name = "source_url") String url,

            @NotAfterToday @Column(name = "source_published_on")
            LocalDate publishedOn,

            @WebUrl @Column(name = "source_archived_url") String archivedUrl) {}

    void remove() {
        removed = true;
    }

    /**
     * What this evidence stems from: what it says, else the source's host, else its publisher, else its title. Case and
     * white space make no other origin.
     */
    public String origin() {
        var source = content.source();
        String host = source.url() == null ? null : WebAddress.host(source.url());
        return Stream.of(content.origin(), host, source.publisher(), source.title())
                .filter(Objects::nonNull)
                .map(origin -> origin.replaceAll("(?U)\\s+", " ").strip().toLowerCase(Locale.ROOT))
                .filter(origin -> !Characters.isBlank(origin))
                .findFirst()
                .orElse("");
    }

    /** How many independent origins these have. */
    static long origins(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::origin).distinct().count();
    }

    ExpertStatements.Statement statement() {
        return new ExpertStatements.Statement(
                claim.id(),
                claim.particulars().statement(),
                claim.particulars().language(),
                claim.stage().toString(),
                content.stance().toString(),
                content.quote(),
                content.note());
    }

    public int n() {
        return n;
    }

    public Content content() {
        return content;
    }

    /** Null where no expert is cited. */
    public Expert expert() {
        return expert;
    }

    public Instant attachedAt() {
        return attachedAt;
    }

    public String attachedBy() {
        return attachedBy;
    }

    public boolean isRemoved() {
        return removed;
    }
}
