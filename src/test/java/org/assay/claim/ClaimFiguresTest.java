package org.assay.claim;

import static org.assay.support.Soon.soon;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import javax.sql.DataSource;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Lock;
import org.junit.jupiter.api.Test;

/** Whoever watches is told that claims cannot be counted, and does not wait for each figure by itself. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ClaimFiguresTest {

    @Inject
    DataSource database;

    private Collection<Gauge> gauges() {
        var meters = new SimpleMeterRegistry();
        new ClaimFigures(database, Clock.systemUTC()).start(new StartupEvent(), meters);
        var figures = meters.find("assay.claims").gauges();
        figures.add(meters.get("assay.oldest.proposal.age").gauge());
        return figures;
    }

    @Test
    void a_look_at_all_figures_waits_as_long_as_at_one() throws Throwable {
        Given.aLoggedClaim();
        var figures = gauges();
        assertEquals(Stage.values().length + 1, figures.size());
        try (var lock = Lock.onTable("claim", database.getConnection())) {
            assertTimeout(
                    Duration.ofSeconds(3),
                    () -> figures.forEach(figure -> assertTrue(Double.isNaN(figure.value()), figure.getId()::getName)));
            soon(() -> assertEquals(1, lock.waiting(), "counted once for all"));
        }
        soon(() -> assertTrue(figures.stream().mapToDouble(Gauge::value).sum() >= 1));
    }
}
