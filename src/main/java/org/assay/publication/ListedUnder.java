package org.assay.publication;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** That a live check names a subject, and in which words. */
@Entity
@Table(name = "listed_under")
@IdClass(ListedUnder.Key.class)
public class ListedUnder extends PanacheEntityBase {

    private static final int MOST_NAMESAKES = 10;

    record Key(Long listing, Long subject) {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "claim_id")
    private Listing listing;

    @Id
    @ManyToOne(optional = false)
    private Subject subject;

    private int place;
    private String name;
    private Instant publishedAt;
    private String rating;
    private String ratingName;
    private int level;

    protected ListedUnder() {}

    ListedUnder(Listing listing, Subject subject) {
        this.listing = listing;
        this.subject = subject;
    }

    /** Along with what the listing says now. */
    void copy(int place, String name) {
        this.place = place;
        this.name = name;
        publishedAt = listing.publishedAt();
        rating = listing.rating();
        ratingName = listing.ratingName();
        level = listing.level();
    }

    /** The check that was published last of those that name the subject. */
    static Optional<ListedUnder> latest(Subject subject) {
        return find(
                        "select u from ListedUnder u join fetch u.listing l where u.subject.id = ?1"
                                + " order by u.publishedAt desc, u.listing.claimId desc",
                        subject.id())
                .page(0, 1)
                .firstResultOptional();
    }

    /** Other claimants of this name, each once for every position that they are known by. */
    List<SubjectPage.Namesake> namesakes() {
        if (subject.kind() != Subject.Kind.CLAIMANT) {
            return List.of();
        }
        return getEntityManager()
                .createQuery("""
                        select distinct u.name, l.position, s.address
                        from ListedUnder u join u.listing l join u.subject s
                        where lower(u.name) = lower(?1) and s.kind = CLAIMANT and s.id <> ?2
                        order by s.address, l.position""", SubjectPage.Namesake.class)
                .setParameter(1, name)
                .setParameter(2, subject.id())
                .setMaxResults(MOST_NAMESAKES)
                .getResultList();
    }

    public Listing listing() {
        return listing;
    }

    Subject subject() {
        return subject;
    }

    /** As the check's dossier names it. */
    public String name() {
        return name;
    }

    public String address() {
        return subject.address();
    }
}
