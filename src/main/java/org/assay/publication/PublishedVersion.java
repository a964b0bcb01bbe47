package org.assay.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import org.assay.claim.Dossier;
import org.assay.people.Person;
import org.assay.web.Characters;
import org.assay.web.Invalid;
import org.assay.web.Text;
import org.assay.web.Violation;

/** One version that readers got: a dossier, and what changed since the one before. Written once. */
@Entity
@Table(name = "published_version")
@IdClass(PublishedVersion.Key.class)
public class PublishedVersion {

    record Key(Long publication, int n) {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "claim_id")
    private Publication publication;

    @Id
    private int n;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Dossier dossier;

    private Instant publishedAt;
    private String publishedBy;
    private String publishedByName;

    @Enumerated(EnumType.STRING)
    @Column(name = "change")
    private Change change;

    private String note;

    protected PublishedVersion() {}

    /** What a new version is to readers of the one before. */
    public enum Change {
        CORRECTION,
        UPDATE;

        /** As a page shows it. */
        public String label() {
            return this == CORRECTION ? "Correction" : "Update";
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param note to readers: what changed since the version before */
    public record Draft(Change change, @Text(max = 2000) String note) {

        /** @throws Invalid where a first version says what changed, or a later one does not */
        void requireFor(int version) {
            var violations = new ArrayList<Violation>();
            if (version == 1) {
                if (change != null) {
                    violations.add(new Violation("change", "A first version changes nothing: leave this out."));
                }
                if (note != null) {
                    violations.add(new Violation("note", "A first version changes nothing: leave this out."));
                }
            } else {
                if (change == null) {
                    violations.add(new Violation("change", "Please say whether this is a correction or an update."));
                }
                if (Characters.isBlank(note)) {
                    violations.add(new Violation("note", "Please tell readers what changed."));
                }
            }
            if (!violations.isEmpty()) {
                throw new Invalid(violations);
            }
        }
    }

    PublishedVersion(Publication publication, int n, Dossier dossier, Draft draft, Person by, Instant now) {
        this.publication = publication;
        this.n = n;
        this.dossier = dossier;
        this.change = draft.change();
        this.note = draft.note();
        this.publishedAt = now;
        this.publishedBy = by.subject();
        this.publishedByName = by.name();
    }

    public Publication publication() {
        return publication;
    }

    long claimId() {
        return publication.claimId();
    }

    public int n() {
        return n;
    }

    public Dossier dossier() {
        return dossier;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    /** Null for the first version. */
    public Change change() {
        return change;
    }

    /** Null for the first version. */
    public String note() {
        return note;
    }
}
