package org.assay.readers;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts the kept pages that were sent, and which were late. A timer for each would cost more than it tells. */
final class SentPages {

    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LongAdder inTime = new LongAdder();
    private final LongAdder late = new LongAdder();

    void register(MeterRegistry meters) {
        register(meters, inTime, false);
        register(meters, late, true);
    }

    private static void register(MeterRegistry meters, LongAdder pages, boolean late) {
        FunctionCounter.builder("assay.pages.sent", pages, LongAdder::sum)
                .description("Kept pages that were sent; late after 100 ms")
                .tags("late", String.valueOf(late))
                .register(meters);
    }

    /** @param began by {@link System#nanoTime} */
    void since(long began) {
        (System.nanoTime() - began > LATE_NANOS ? late : inTime).increment();
    }
}
