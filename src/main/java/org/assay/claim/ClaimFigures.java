package org.assay.claim;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * What the newsroom has before it, for whoever watches. It is counted when somebody looks, at most every fifteen seconds; while
 * the database does not answer, the last count stands for two minutes, and then there is none.
 */
@ApplicationScoped
class ClaimFigures {

    private static final Logger LOG = Logger.getLogger(ClaimFigures.class);

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration USABLE = Duration.ofMinutes(2);

    /** A look at the metrics, at all of these together, is never held up for longer. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Each stage from its own part of an index; grouped, all claims would be read. */
    private static final String COUNT =
            "select s.stage, (select count(*) from claim c where c.stage = s.stage)" + " from unnest(?) as s (stage)";

    /** What is proposed changes only by a move, so that it changed when it was proposed. */
    private static final String OLDEST = "select min(changed_at) from claim where stage = 'PROPOSED'";

    /** @param oldestProposal null where none waits */
    private record Figures(Instant at, Map<Stage, Long> claims, Instant oldestProposal) {}

    private record Counting(CompletableFuture<Void> done, long beganNanos) {

        /** Until nobody waits for it any more. */
        long leftNanos() {
            return beganNanos + LONGEST.toNanos() - System.nanoTime();
        }
    }

    private final DataSource database;
    private final Clock clock;
    private final AtomicReference<Counting> counting = new AtomicReference<>(
            new Counting(CompletableFuture.completedFuture(null), System.nanoTime() - LONGEST.toNanos()));
    private volatile Figures last = new Figures(Instant.MIN, Map.of(), null);

    @Inject
    ClaimFigures(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, MeterRegistry meters) {
        for (Stage stage : Stage.values()) {
            Gauge.builder("assay.claims", () -> claims(stage))
                    .description("Claims at a stage; all replicas tell the same")
                    .tags("stage", stage.toString())
                    .register(meters);
        }
        Gauge.builder("assay.oldest.proposal.age", this::oldestProposalAge)
                .description("How long the oldest proposal has waited for an editor; 0 where none waits")
                .baseUnit("seconds")
                .register(meters);
    }

    private double claims(Stage stage) {
        var figures = usable();
        return figures == null ? Double.NaN : figures.claims().getOrDefault(stage, 0L);
    }

    private double oldestProposalAge() {
        var figures = usable();
        if (figures == null) {
            return Double.NaN;
        }
        return figures.oldestProposal() == null
                ? 0
                : Duration.between(figures.oldestProposal(), clock.instant()).toMillis() / 1000.0;
    }

    /** Null where there is none. */
    private Figures usable() {
        if (isOlderThan(FRESH)) {
            countAnew();
        }
        return isOlderThan(USABLE) ? null : last;
    }

    private boolean isOlderThan(Duration age) {
        return last.at().isBefore(clock.instant().minus(age));
    }

    /** On a thread of its own, which may hang as long as the database does. */
    private void countAnew() {
        var before = counting.get();
        if (before.done.isDone() && before.leftNanos() <= 0) {
            var mine = new Counting(new CompletableFuture<>(), System.nanoTime());
            if (counting.compareAndSet(before, mine)) {
                Thread.ofVirtual().name("claim figures").start(() -> countFor(mine));
            }
        }
        var underWay = counting.get();
        try {
            underWay.done.get(underWay.leftNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debugf("Claims are still being counted");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void countFor(Counting mine) {
        try {
            last = count();
        } catch (SQLException e) {
            LOG.debugf("Claims were not counted: %s", e.getSQLState());
        } finally {
            mine.done.complete(null);
        }
    }

    private Figures count() throws SQLException {
        Instant now = clock.instant();
        try (var connection = database.getConnection();
                var count = connection.prepareStatement(COUNT);
                var oldest = connection.prepareStatement(OLDEST)) {
            var claims = new EnumMap<Stage, Long>(Stage.class);
            String[] stages = Arrays.stream(Stage.values()).map(Stage::name).toArray(String[]::new);
            count.setArray(1, connection.createArrayOf("text", stages));
            count.setQueryTimeout(5);
            try (var rows = count.executeQuery()) {
                while (rows.next()) {
                    claims.put(Stage.valueOf(rows.getString(1)), rows.getLong(2));
                }
            }
            try (var rows = oldest.executeQuery()) {
                rows.next();
                Timestamp since = rows.getTimestamp(1);
                return new Figures(now, claims, since == null ? null : since.toInstant());
            }
        }
    }
}
