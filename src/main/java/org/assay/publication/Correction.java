package org.assay.publication;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import org.assay.web.Page;

/**
 * What the newsroom told readers that it had got wrong: a correction of a check, or its withdrawal.
 *
 * @param version the corrected one; null for a withdrawal
 * @param note what changed, or why it was withdrawn; null where a correction went with a withdrawal after it
 * @param statement as it is live; null where nothing is
 * @param live the version that is live; null where none is
 */
public record Correction(
        Instant at,
        long claim,
        Integer version,
        String note,
        String slug,
        String statement,
        String language,
        Integer live,
        int goneUpTo) {

    /** Both parts are read from their own index, and no further than the page goes. */
    private static final String PAGE = """
            with told as (
              (select published_at as at, claim_id, n, note from published_version
                where change = 'CORRECTION' and (published_at, claim_id) < (:at, :claim)
                order by published_at desc, claim_id desc limit :most)
              union all
              (select at, claim_id, null, note from event
                where what = 'withdraw' and (at, claim_id) < (:at, :claim)
                order by at desc, claim_id desc limit :most)
              order by at desc, claim_id desc limit :most)
            select told.at, told.claim_id, told.n, case when told.n <= p.gone_up_to then null else told.note end,
              p.slug, l.statement, l.language, p.live_version, p.gone_up_to
            from told join publication p on p.claim_id = told.claim_id left join listing l on l.claim_id = told.claim_id
            order by told.at desc, told.claim_id desc""";

    /** The latest first. Two of one claim at the same instant cannot be: each move of a claim takes its own. */
    static Page<Correction> latest(String after, int limit) {
        var key = PublishedLists.Key.of(after);
        var found = Panache.getSession()
                .createNativeQuery(PAGE, Object[].class)
                .setParameter("at", key.at())
                .setParameter("claim", key.claim())
                .setParameter("most", limit + 1)
                .getResultList();
        return Page.of(
                found.stream().map(Correction::read).toList(),
                limit,
                correction -> new PublishedLists.Key(correction.at, correction.claim).token());
    }

    private static Correction read(Object[] row) {
        return new Correction(
                (Instant) row[0],
                (Long) row[1],
                (Integer) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (Integer) row[7],
                (Integer) row[8]);
    }

    public boolean isWithdrawal() {
        return version == null;
    }

    /** Whether what was told of can be read no more. */
    public boolean isGone() {
        return version == null || version <= goneUpTo;
    }

    /** Whether a version was published after the withdrawal of what is told of. */
    public boolean isBack() {
        return isGone() && live != null;
    }

    /** Where the check stands, or says why it does not. */
    public String address() {
        return "/checks/" + slug;
    }

    /** Where the corrected version stands. */
    public String after() {
        return version.equals(live) ? address() : address() + "/versions/" + version;
    }

    /** Where the version before it stands; null where that is gone. */
    public String before() {
        return version - 1 <= goneUpTo ? null : address() + "/versions/" + (version - 1);
    }
}
