package org.assay.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Counts whom there was no place for. */
@Singleton
public class Shed {

    private final Map<Side, Counter> counters = new EnumMap<>(Side.class);

    @Inject
    public Shed(MeterRegistry meters) {
        for (var side : Side.values()) {
            counters.put(
                    side,
                    Counter.builder("assay.shed")
                            .description("Requests that were answered with 503 because too many came at once")
                            .tag("side", side.toString())
                            .register(meters));
        }
    }

    public void count(Side side) {
        counters.get(side).increment();
    }
}
