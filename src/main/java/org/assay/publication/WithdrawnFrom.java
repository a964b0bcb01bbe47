package org.assay.publication;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Which feeds had a check when it was withdrawn, so that each tells of its own latest, however many others there were. */
final class WithdrawnFrom {

    private WithdrawnFrom() {}

    /** The feed of a label, by its key. */
    static String rating(String key) {
        return "rating:" + key;
    }

    static String subject(Subject subject) {
        return "subject:" + subject.id();
    }

    static void note(long claim, Instant at, Stream<String> feeds) {
        feeds.distinct()
                .forEach(feed -> Panache.getEntityManager()
                        .createNativeQuery(
                                "insert into withdrawn_from (feed, withdrawn_at, claim_id) values (?1, ?2, ?3)")
                        .setParameter(1, feed)
                        .setParameter(2, at)
                        .setParameter(3, claim)
                        .executeUpdate());
    }

    /** Since it is live again. */
    static void forget(long claim) {
        Panache.getEntityManager()
                .createNativeQuery("delete from withdrawn_from where claim_id = ?1")
                .setParameter(1, claim)
                .executeUpdate();
    }

    /** The claims, the latest withdrawal first. */
    static List<Long> latest(String feed, int most) {
        return Panache.getSession()
                .createNativeQuery(
                        "select claim_id from withdrawn_from where feed = ?1 order by withdrawn_at desc, claim_id desc",
                        Long.class)
                .setParameter(1, feed)
                .setMaxResults(most)
                .getResultList();
    }
}
