package org.assay.watch;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hibernate.SessionEventListener;

/** How long PostgreSQL takes for each statement. Hibernate makes one for each of its sessions. */
public final class Statements implements SessionEventListener {

    private static final Timer TIMER = Timer.builder("assay.database.statements")
            .description("From a statement's leaving to its answer")
            .serviceLevelObjectives(
                    Duration.ofMillis(1),
                    Duration.ofMillis(5),
                    Duration.ofMillis(25),
                    Duration.ofMillis(100),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(2))
            .register(Metrics.globalRegistry);

    private long began;

    @Override
    public void jdbcExecuteStatementStart() {
        began = System.nanoTime();
    }

    @Override
    public void jdbcExecuteStatementEnd() {
        TIMER.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }
}
