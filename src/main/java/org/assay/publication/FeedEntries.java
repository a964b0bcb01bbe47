package org.assay.publication;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.newsroom.Newsroom;

/** What feeds tell: checks that are live, corrections of them, and that one was withdrawn. */
@Singleton
class FeedEntries {

    @Inject
    Newsroom newsroom;

    Stream<Feed.Entry> checks(List<Listing> listings) {
        var claims = listings.stream().map(Listing::claimId).toList();
        Map<Long, PublishedVersion> live = versions("p.claimId in ?1 and v.n = p.liveVersion", claims).stream()
                .collect(Collectors.toMap(PublishedVersion::claimId, Function.identity()));
        return listings.stream().map(listing -> live.get(listing.claimId())).map(this::check);
    }

    private Feed.Entry check(PublishedVersion version) {
        var dossier = version.dossier().content();
        String summary = dossier.verdict().summary();
        return entry(
                version,
                Feed.id(newsroom, version.publication()),
                dossier.verdict().rating().name() + ": " + dossier.statement(),
                version.change() == null
                        ? summary
                        : summary + "\n\n" + version.change().label() + ": " + version.note());
    }

    /** Of those that are live. */
    Stream<Feed.Entry> corrections() {
        return versions("v.change = CORRECTION and v.n > p.goneUpTo order by v.publishedAt desc, p.claimId desc")
                .stream()
                .map(version -> entry(
                        version,
                        Feed.id(newsroom, version.publication()) + "/versions/" + version.n(),
                        "Correction: " + version.dossier().content().statement(),
                        version.note()));
    }

    private Feed.Entry entry(PublishedVersion version, String id, String title, String text) {
        var dossier = version.dossier().content();
        return new Feed.Entry(
                id,
                newsroom.checkUrl(version.publication().slug()),
                title,
                text,
                dossier.language(),
                dossier.topics(),
                version.publication().firstPublishedAt(),
                version.publishedAt());
    }

    /** The latest; nothing is said of what they claimed. */
    Stream<Feed.Entry> withdrawals() {
        return versions("p.withdrawnAt is not null and v.n = p.goneUpTo order by p.withdrawnAt desc, p.claimId desc")
                .stream()
                .map(this::withdrawal);
    }

    /** The latest that were in a feed of {@link WithdrawnFrom}. */
    Stream<Feed.Entry> withdrawals(String feed) {
        var claims = WithdrawnFrom.latest(feed, Feed.MOST);
        return versions("p.claimId in ?1 and p.withdrawnAt is not null and v.n = p.goneUpTo", claims).stream()
                .map(this::withdrawal);
    }

    private Feed.Entry withdrawal(PublishedVersion version) {
        var publication = version.publication();
        return new Feed.Entry(
                Feed.id(newsroom, publication),
                newsroom.checkUrl(publication.slug()),
                "Withdrawn: this check does not stand any more",
                publication.withdrawnReason(),
                null,
                List.of(),
                publication.firstPublishedAt(),
                publication.withdrawnAt());
    }

    private static List<PublishedVersion> versions(String which, Object... parameters) {
        var query = Panache.getEntityManager()
                .createQuery(
                        "select v from PublishedVersion v join fetch v.publication p join fetch v.dossier where "
                                + which,
                        PublishedVersion.class)
                .setMaxResults(Feed.MOST);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getResultList();
    }
}
