package org.assay.support;

import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/** What comes true within a bounded time, asked again and again. */
public final class Soon {

    private Soon() {}

    public static void within(Duration bound, Executable holds) throws Throwable {
        long end = System.nanoTime() + bound.toNanos();
        while (true) {
            try {
                holds.execute();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
            }
        }
    }

    /** Where it does not matter how soon. */
    public static void soon(Executable holds) throws Throwable {
        within(Duration.ofSeconds(20), holds);
    }

    /** As long as a publication may take to reach all of a replica. */
    public static void withinASecond(Executable holds) throws Throwable {
        within(Duration.ofSeconds(1), holds);
    }
}
