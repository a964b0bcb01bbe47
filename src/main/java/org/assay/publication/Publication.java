package org.assay.publication;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.assay.claim.Claim;
import org.assay.people.Person;

/** A claim's public life: its address, its versions, and whether readers can see it. */
@Entity
@EntityListeners(ReadersAreTold.class)
public class Publication extends PanacheEntityBase {

    /** The database holds the lock of this name from when a publication changes for readers to the transaction's end. */
    static final String LOCK = "publication_change";

    private static final String LIVE =
            "select v from PublishedVersion v join fetch v.publication p join fetch v.dossier"
                    + " where p.liveVersion = v.n";

    @Id
    private Long claimId;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    private Claim claim;

    private String slug;
    private Integer liveVersion;
    private Instant publishedAt;
    private Instant withdrawnAt;
    private String withdrawnReason;
    private int goneUpTo;

    @OneToMany(mappedBy = "publication", cascade = CascadeType.PERSIST)
    @OrderBy("n")
    private List<PublishedVersion> versions = new ArrayList<>();

    protected Publication() {}

    /** Publishes the claim's approved dossier as its next version. */
    public static Publication publish(Claim claim, PublishedVersion.Draft draft, Person by, Instant now) {
        draft.requireFor(claim.publishedVersions() + 1);
        claim.publish(draft.note(), by, now);
        var publication = Optional.<Publication>ofNullable(findById(claim.id())).orElseGet(() -> first(claim));
        var version = new PublishedVersion(publication, claim.publishedVersions(), claim.dossier(), draft, by, now);
        publication.add(version);
        publication.persistAndFlush();
        Listing.list(claim.id(), version);
        return publication;
    }

    private static Publication first(Claim claim) {
        var publication = new Publication();
        publication.claim = claim;
        publication.slug = claim.slug();
        return publication;
    }

    private void add(PublishedVersion version) {
        versions.add(version);
        liveVersion = version.n();
        publishedAt = version.publishedAt();
        withdrawnAt = null;
        withdrawnReason = null;
    }

    /** The page and all versions so far are gone for good; a later version does not bring them back. */
    static void withdraw(Claim claim, String reason, Person by, Instant now) {
        claim.withdraw(reason, by, now);
        Publication publication = findById(claim.id());
        publication.goneUpTo = publication.liveVersion;
        publication.liveVersion = null;
        publication.withdrawnAt = now;
        publication.withdrawnReason = reason;
        Listing.remove(claim.id(), now);
    }

    public long claimId() {
        return claimId;
    }

    static Optional<Publication> at(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** Of those that ever were published, what readers see now or saw last; by claim, after the given one. */
    static List<PublishedVersion> everPublished(long afterClaim, int most) {
        return getEntityManager()
                .createQuery("""
                        select v from PublishedVersion v join fetch v.publication p join fetch v.dossier
                        where p.claimId > ?1 and v.n = coalesce(p.liveVersion, p.goneUpTo) order by p.claimId""", PublishedVersion.class)
                .setParameter(1, afterClaim)
                .setMaxResults(most)
                .getResultList();
    }

    /** What readers see of these claims. */
    public static List<PublishedVersion> liveOf(Collection<Long> claims) {
        return getEntityManager()
                .createQuery(LIVE + " and p.claimId in :claims", PublishedVersion.class)
                .setParameter("claims", claims)
                .getResultList();
    }

    /** What readers see, in the order of the claims, those with a greater number than this one. */
    public static List<PublishedVersion> liveAfter(long claim, int most) {
        return getEntityManager()
                .createQuery(LIVE + " and p.claimId > :claim order by p.claimId", PublishedVersion.class)
                .setParameter("claim", claim)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those that readers see, by claim, after the one and before the other. */
    static List<Publication> live(long afterClaim, long beforeClaim, int most) {
        return find(
                        "claimId > ?1 and claimId < ?2 and liveVersion is not null order by claimId",
                        afterClaim,
                        beforeClaim)
                .page(0, most)
                .list();
    }

    /** @param n claims with numbers from {@code n * size} on */
    record Bucket(long n, Instant modifiedAt) {}

    /** Where there is anything that readers see. */
    static List<Bucket> buckets(int size) {
        return getEntityManager()
                .createQuery("""
                        select p.claimId / ?1, max(p.publishedAt) from Publication p
                        where p.liveVersion is not null group by 1 order by 1""", Bucket.class)
                .setParameter(1, (long) size)
                .getResultList();
    }

    /** Empty where there is no such version, or it was withdrawn. */
    Optional<PublishedVersion> version(int n) {
        return versions.stream()
                .filter(version -> version.n() == n && !isGone(n))
                .findFirst();
    }

    /** Empty while withdrawn. */
    Optional<PublishedVersion> live() {
        return liveVersion == null ? Optional.empty() : version(liveVersion);
    }

    /** The one that was withdrawn last. */
    PublishedVersion lastGone() {
        return versions.get(goneUpTo - 1);
    }

    boolean isGone(int n) {
        return n >= 1 && n <= goneUpTo;
    }

    /** Those that readers can see, the latest first. */
    public List<PublishedVersion> visible() {
        return versions.stream()
                .filter(version -> !isGone(version.n()))
                .toList()
                .reversed();
    }

    /** When a version was last published or all were withdrawn. */
    Instant changedAt() {
        return withdrawnAt == null ? publishedAt : withdrawnAt;
    }

    /** When the live version was. */
    Instant publishedAt() {
        return publishedAt;
    }

    Instant firstPublishedAt() {
        return versions.getFirst().publishedAt();
    }

    public String slug() {
        return slug;
    }

    /** Null while withdrawn. */
    public Integer liveVersion() {
        return liveVersion;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    /** Null unless withdrawn. */
    public String withdrawnReason() {
        return withdrawnReason;
    }
}
