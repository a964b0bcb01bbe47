package org.assay.publication;

import io.quarkus.hibernate.orm.panache.Panache;
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

    /** From one subject to the next by the index of names: how many checks each of them is named by does not matter. */
    private static final String NAMESAKES = """
            with recursive other (id, n) as (
              select min(subject_id), 1 from listed_under where lower(name) = lower(:name)
              union all
              select (select min(subject_id) from listed_under where lower(name) = lower(:name) and subject_id > other.id),
                n + 1
              from other where other.id is not null and n < :looked_at)
            select latest.name, latest.position, s.address
            from other join subject s on s.id = other.id
            cross join lateral (select u.name, l.position from listed_under u join listing l on l.claim_id = u.claim_id
              where u.subject_id = s.id order by u.published_at desc, u.claim_id desc limit 1) latest
            where s.kind = 'CLAIMANT' and s.id <> :own
            order by s.address""";

    private static final int MOST_LOOKED_AT = 50;

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

    /** Other claimants who go by this name or did, each as the latest check describes them. */
    List<SubjectPage.Namesake> namesakes() {
        if (subject.kind() != Subject.Kind.CLAIMANT) {
            return List.of();
        }
        return Panache.getSession()
                .createNativeQuery(NAMESAKES, Object[].class)
                .setParameter("name", name)
                .setParameter("own", subject.id())
                .setParameter("looked_at", MOST_LOOKED_AT)
                .setMaxResults(MOST_NAMESAKES)
                .getResultList()
                .stream()
                .map(row -> new SubjectPage.Namesake((String) row[0], (String) row[1], (String) row[2]))
                .toList();
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
