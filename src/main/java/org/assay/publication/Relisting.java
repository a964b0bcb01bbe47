package org.assay.publication;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assay.newsroom.NamedLock;
import org.jboss.logging.Logger;

/** Lists at start what is live and not listed, or withdrawn and told of in no feed: what was done before there were lists. */
@ApplicationScoped
class Relisting {

    private static final Logger LOG = Logger.getLogger(Relisting.class);

    private static final int AT_ONCE = 200;

    @Inject
    NamedLock lock;

    void atStart(@Observes StartupEvent start) {
        relist();
    }

    /** In the order in which they were published, so that a subject ends with its latest name's address. */
    void relist() {
        relistLive();
        QuarkusTransaction.requiringNew().run(() -> {
            lock.hold(Publication.LOCK);
            noteWithdrawn();
        });
    }

    private void relistLive() {
        var missing = QuarkusTransaction.requiringNew().call(Relisting::missing);
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            var some = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
            QuarkusTransaction.requiringNew().run(() -> list(some));
            LOG.infof("%d of %d published checks are listed anew", from + some.size(), missing.size());
        }
    }

    private static void noteWithdrawn() {
        for (long claim : withdrawnFromNowhere()) {
            var publication = Publication.<Publication>findById(claim);
            var dossier = publication.lastGone().dossier().content();
            var subjects = Subject.known(Named.in(dossier)).stream().map(WithdrawnFrom::subject);
            String rating = WithdrawnFrom.rating(dossier.verdict().rating().key());
            WithdrawnFrom.note(claim, publication.withdrawnAt(), Stream.concat(Stream.of(rating), subjects));
        }
    }

    private static List<Long> withdrawnFromNowhere() {
        return Panache.getSession().createNativeQuery("""
                        select claim_id from publication p where withdrawn_at is not null
                        and not exists (select 1 from withdrawn_from w where w.claim_id = p.claim_id)""", Long.class).getResultList();
    }

    private static List<Long> missing() {
        return Panache.getEntityManager().createQuery("""
                        select p.claimId from Publication p where p.liveVersion is not null and not exists
                        (select 1 from Listing l where l.claimId = p.claimId and l.n = p.liveVersion)
                        order by p.publishedAt, p.claimId""", Long.class).getResultList();
    }

    private void list(List<Long> claims) {
        lock.hold(Publication.LOCK);
        Publication.liveOf(claims).stream()
                .sorted(Comparator.comparing(PublishedVersion::publishedAt))
                .forEach(version -> Listing.list(version.publication().claimId(), version));
    }
}
