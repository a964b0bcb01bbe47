package org.assay.publication;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.assay.newsroom.NamedLock;
import org.jboss.logging.Logger;

/** Lists at start what is live and not listed: what was published before there were lists, or by other means. */
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
        var missing = QuarkusTransaction.requiringNew().call(Relisting::missing);
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            var some = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
            QuarkusTransaction.requiringNew().run(() -> list(some));
            LOG.infof("%d of %d published checks are listed anew", from + some.size(), missing.size());
        }
    }

    private static List<Long> missing() {
        return Panache.getEntityManager().createQuery("""
                        select p.claimId from Publication p where p.liveVersion is not null and not exists
                        (select 1 from Listing l where l.claimId = p.claimId and l.n = p.liveVersion)
                        order by p.publishedAt, p.claimId""", Long.class).getResultList();
    }

    private void list(List<Long> claims) {
        lock.hold(Publication.LOCK);
        PublishedVersion.live(claims)
                .forEach(version -> Listing.list(version.publication().claimId(), version));
    }
}
