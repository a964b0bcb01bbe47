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
import java.util.List;
import java.util.Optional;
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
    private int scale;
    private String rating;
    private String ratingName;
    private int level;
    private String summary;

    @Enumerated(EnumType.STRING)
    private PublishedVersion.Change change;

    @OneToMany(mappedBy = "listing", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<ListedUnder> subjects = new ArrayList<>();

    protected Listing() {}

    /** Lists the version in the place of the one before it. The lock on what changes for readers must be held. */
    static void list(long claim, PublishedVersion version) {
        remove(claim);
        var dossier = version.dossier().content();
        var listing = new Listing();
        listing.claimId = claim;
        listing.n = version.n();
        listing.publishedAt = version.publishedAt();
        listing.slug = version.publication().slug();
        listing.statement = dossier.statement();
        listing.language = dossier.language();
        listing.wording = dossier.wording();
        if (dossier.claimant() != null) {
            listing.claimant = dossier.claimant().name();
            listing.position = dossier.claimant().position();
        }
        listing.scale = dossier.verdict().scale();
        listing.rating = dossier.verdict().rating().key();
        listing.ratingName = dossier.verdict().rating().name();
        listing.level = dossier.verdict().level();
        listing.summary = dossier.verdict().summary();
        listing.change = version.change();
        var named = Named.in(dossier);
        var subjects = Subject.of(named);
        named.forEach(one -> listing.subjects.add(
                new ListedUnder(listing, subjects.get(one.identity()), listing.subjects.size(), one.name())));
        listing.persist();
    }

    /** The database removes what it is listed under along with it. */
    static void remove(long claim) {
        delete("claimId", claim);
    }

    /** Those of a kind, in the dossier's order. */
    private List<ListedUnder> under(Subject.Kind kind) {
        return subjects.stream()
                .filter(listed -> listed.subject().kind() == kind)
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

    /** Where somebody or something that the dossier names has a page. */
    Optional<String> address(String identity) {
        return subjects.stream()
                .filter(listed -> listed.subject().identity().equals(identity))
                .map(ListedUnder::address)
                .findFirst();
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

    int scale() {
        return scale;
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
