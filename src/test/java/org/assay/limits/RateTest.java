package org.assay.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);
    private final Rate rate = new Rate(60, now::get);

    private int taken(String who) {
        int taken = 0;
        while (rate.take(who) == 0) {
            taken++;
        }
        return taken;
    }

    @Test
    void so_many_a_minute_may_come_at_once_and_each_has_their_own() {
        assertEquals(60, taken("rosa"));
        assertEquals(60, taken("ravi"));
        assertEquals(0, taken("rosa"));
    }

    @Test
    void what_was_used_comes_back_evenly_and_never_more_than_a_minutes_worth() {
        taken("rosa");
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertEquals(10, taken("rosa"));
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertEquals(60, taken("rosa"));
    }

    @Test
    void it_says_how_much_too_early_it_is_and_then_is_not() {
        taken("rosa");
        now.addAndGet(Duration.ofMillis(400).toNanos());
        long early = rate.take("rosa");
        assertEquals(Duration.ofMillis(600).toNanos(), early);
        now.addAndGet(early - 1);
        assertTrue(rate.take("rosa") > 0);
        now.addAndGet(1);
        assertEquals(0, rate.take("rosa"));
    }

    @Test
    void whoever_keeps_asking_too_early_waits_no_longer_for_that() {
        taken("rosa");
        for (int i = 0; i < 1_000; i++) {
            rate.take("rosa");
        }
        assertEquals(Duration.ofSeconds(1).toNanos(), rate.take("rosa"));
    }
}
