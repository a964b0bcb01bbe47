package org.assay.publication;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.assay.claim.Dossier;
import org.assay.claim.Wording;

/** A live check as lists show it: copied from its dossier when that is published, removed when it is withdrawn. */
@Entity
public class Listing extends PanacheEntityBase {

    @Id
    private Long claimId;

    private int n;
    private Instant publishedAt;
    private String slug;
    private String statement;
    private String language;

    @Enumerated(EnumType.STRING)
    private Wording wording;

    private String claimant;
    private String position;
    private String rating;
    private String ratingName;
    private int level;
    private String summary;

    @Enumerated(EnumType.STRING)
    private PublishedVersion.Change change;

    @OneToMany(mappedBy = "listing", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("place")
    private List<ListedUnder> subjects = new ArrayList<>();

    protected Listing() {}

    /** Lists the version in the place of the one before it. The lock on what changes for readers must be held. */
    static void list(long claim, PublishedVersion version) {
        var listing = Listing.<Listing>findByIdOptional(claim).orElseGet(Listing::new);
        listing.claimId = claim;
        listing.copy(version, version.dossier().content());
        listing.persistAndFlush();
        WithdrawnFrom.forget(claim);
    }

    private void copy(PublishedVersion version, Dossier.Content dossier) {
        n = version.n();
        publishedAt = version.publishedAt();
        slug = version.publication().slug();
        statement = dossier.statement();
        language = dossier.language();
        wording = dossier.wording();
        claimant = dossier.claimant() == null ? null : dossier.claimant().name();
        position = dossier.claimant() == null ? null : dossier.claimant().position();
        rating = dossier.verdict().rating().key();
        ratingName = dossier.verdict().rating().name();
        level = dossier.verdict().level();
        summary = dossier.verdict().summary();
        change = version.change();
        listUnder(Named.in(dossier));
    }

    private void listUnder(Collection<Named> named) {
        var wanted = Subject.of(named, claimId);
        var kept = new HashMap<Subject, ListedUnder>();
        subjects.removeIf(listed -> !wanted.containsValue(listed.subject()));
        subjects.forEach(listed -> kept.put(listed.subject(), listed));
        int place = 0;
        for (Named one : named) {
            var subject = wanted.get(one.identity());
            var listed = kept.computeIfAbsent(subject, fresh -> {
                var added = new ListedUnder(this, fresh);
                subjects.add(added);
                return added;
            });
            listed.copy(place++, one.name());
        }
    }

    /** The feeds that it was in tell of its withdrawal from now on. */
    static void remove(long claim, Instant at) {
        Listing.<Listing>findByIdOptional(claim).ifPresent(listing -> {
            var subjects = listing.subjects.stream().map(ListedUnder::subject).map(WithdrawnFrom::subject);
            WithdrawnFrom.note(claim, at, Stream.concat(Stream.of(WithdrawnFrom.rating(listing.rating)), subjects));
            listing.delete();
            getEntityManager().flush();
        });
    }

    /** Those of a kind, in the dossier's order. */
    private List<ListedUnder> under(Subject.Kind kind) {
        return subjects.stream()
                .filter(listed -> listed.subject().kind() == kind)
                .toList();
    }

    /** Subjects of one kind. */
    public record Group(Subject.Kind kind, List<ListedUnder> members) {}

    /** What it is listed under, by kind; kinds without any are left out. */
    public List<Group> groups() {
        return Stream.of(Subject.Kind.values())
                .map(kind -> new Group(kind, under(kind)))
                .filter(group -> !group.members().isEmpty())
                .toList();
    }

    public List<ListedUnder> topics() {
        return under(Subject.Kind.TOPIC);
    }

    /** Where the claimant's page stands; null where nobody is named. */
    public String claimantAddress() {
        return under(Subject.Kind.CLAIMANT).stream()
                .map(ListedUnder::address)
                .findFirst()
                .orElse(null);
    }

    public Long claimId() {
        return claimId;
    }

    /** The version that is live. */
    public int n() {
        return n;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public String slug() {
        return slug;
    }

    public String statement() {
        return statement;
    }

    public String language() {
        return language;
    }

    public Wording wording() {
        return wording;
    }

    /** Null where nobody is named. */
    public String claimant() {
        return claimant;
    }

    public String position() {
        return position;
    }

    /** The label's key. */
    public String rating() {
        return rating;
    }

    public String ratingName() {
        return ratingName;
    }

    /** From 0, plainly false, to 4, plainly true; -1 for a label without a number. */
    public int level() {
        return level;
    }

    public String summary() {
        return summary;
    }

    /** Null for the first version. */
    public PublishedVersion.Change change() {
        return change;
    }
}
