package org.assay.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether all history is as it was written.
 *
 * @param head to be kept elsewhere, for a later verification
 * @param broken the first link that does not hold, by the claims' numbers; null where all hold
 */
public record Verification(boolean intact, long claims, long events, Head head, Break broken) {

    /** @param claim null, as {@code event} is, where it is not to be told which: the whole is another than it was */
    public record Break(Long claim, Integer event, String reason) {}

    /** Whoever wrote an event had begun its transaction, and told the time, no longer ago than this. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private static final int AT_ONCE = 1_000;

    private static final String HISTORY = """
            select coalesce(c.id, e.claim_id) as claim, c.version, c.head, c.stage, c.live, c.published_versions, p.live_version,
              p.gone_up_to, p.withdrawn_reason,
              e.n, e.at, e.by_subject, e.by_name, e.what, e.note, e.changes, e.previous, e.hash
            from claim c full join event e on e.claim_id = c.id left join publication p on p.claim_id = c.id
            order by 1, e.n""";

    private static final String DOSSIERS = """
            select d.claim_id, d.n, d.digest, encode(sha256(convert_to(d.content, 'UTF8')), 'hex') as content, d.proposed_by,
              a.digest as approved_digest, a.approved_by, v.n as version, v.published_by, v.note
            from dossier d left join approval a on a.dossier_id = d.id left join published_version v on v.dossier_id = d.id
            order by d.claim_id, d.n""";

    /**
     * Reads everything once, in constant memory.
     *
     * @param database in a transaction that sees one state of it all
     * @param older head that was kept; null for none
     */
    static Verification of(Connection database, Instant now, Head older) throws SQLException {
        try (var histories = database.prepareStatement(HISTORY);
                var dossiers = database.prepareStatement(DOSSIERS)) {
            histories.setFetchSize(AT_ONCE);
            dossiers.setFetchSize(AT_ONCE);
            try (var rows = histories.executeQuery();
                    var signed = dossiers.executeQuery()) {
                return new Reading(rows, signed, now, older).all();
            }
        }
    }

    private static final class Reading {
        private final ResultSet rows;
        private final ResultSet dossiers;
        private final Head older;
        private final Head.Tally head;
        private final Head.Tally then;
        private Signed nextDossier;
        private long claims;
        private long events;
        private Break broken;

        Reading(ResultSet rows, ResultSet dossiers, Instant now, Head older) throws SQLException {
            this.rows = rows;
            this.dossiers = dossiers;
            this.older = older;
            this.head = new Head.Tally(now.minus(SETTLED).truncatedTo(ChronoUnit.SECONDS));
            this.then = new Head.Tally(older == null ? now : older.at());
            this.nextDossier = dossiers.next() ? Signed.read(dossiers) : null;
        }

        Verification all() throws SQLException {
            boolean more = rows.next();
            while (more) {
                more = claim(rows.getLong("claim"));
            }
            if (broken == null && nextDossier != null) {
                broken = new Break(nextDossier.claim(), null, "There is a dossier of a claim that is missing.");
            }
            if (broken == null && older != null && !then.head().equals(older)) {
                broken = new Break(
                        null, null, "What had happened by %s is not what the older head says.".formatted(older.at()));
            }
            return new Verification(broken == null, claims, events, head.head(), broken);
        }

        /** @return whether another claim follows */
        private boolean claim(long claim) throws SQLException {
            var history = new ClaimHistory(claim, dossiersOf(claim));
            var standing = Standing.read(rows);
            claims++;
            boolean more;
            do {
                if (rows.getString("hash") != null) {
                    var event = Recorded.read(rows);
                    events++;
                    head.take(event);
                    then.take(event);
                    history.take(event);
                }
                more = rows.next();
            } while (more && rows.getLong("claim") == claim);
            head.endClaim();
            then.endClaim();
            var found = history.end(standing);
            broken = broken == null ? found : broken;
            return more;
        }

        private List<Signed> dossiersOf(long claim) throws SQLException {
            var those = new ArrayList<Signed>();
            while (nextDossier != null && nextDossier.claim() <= claim) {
                those.add(nextDossier);
                nextDossier = dossiers.next() ? Signed.read(dossiers) : null;
            }
            return those;
        }
    }
}
