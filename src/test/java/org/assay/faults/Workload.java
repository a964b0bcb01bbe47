package org.assay.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assay.support.Provider;
import org.assay.support.Replica;

/** A newsroom at work: as many pairs of people as there are, each pair bringing one claim after another to readers. */
public final class Workload implements AutoCloseable {

    private static final int PAIRS = 8;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Journal journal = new Journal();
    private final Semaphore done = new Semaphore(0);
    private final Provider provider;
    private final Supplier<List<Replica>> replicas;
    private final List<Thread> pairs;
    private volatile boolean stopped;

    private Workload(Provider provider, Supplier<List<Replica>> replicas) {
        this.provider = provider;
        this.replicas = replicas;
        this.pairs = IntStream.range(0, PAIRS)
                .mapToObj(pair -> Thread.ofPlatform().name("pair " + pair).unstarted(() -> work(pair)))
                .toList();
    }

    /** @param replicas those that there are, of which any may be asked at any time */
    public static Workload started(Provider provider, Supplier<List<Replica>> replicas) throws InterruptedException {
        var load = new Workload(provider, replicas);
        load.pairs.forEach(Thread::start);
        load.isSteady();
        return load;
    }

    private void work(int pair) {
        try (var reviewer = new Program(provider, "reviewer-" + pair, "reviewer");
                var editor = new Program(provider, "editor-" + pair, "editor")) {
            for (int n = 0; !stopped; n++) {
                if (new Work(reviewer, editor, this::any, journal, () -> !stopped).isDone(n % 3 == 0)) {
                    done.release();
                }
            }
        } catch (RuntimeException e) {
            journal.note(e);
        }
    }

    private Replica any() {
        var those = replicas.get();
        return those.get(ThreadLocalRandom.current().nextInt(those.size()));
    }

    /** Each pair has brought another claim to its end, or others have in its stead. */
    public void isSteady() throws InterruptedException {
        done.drainPermits();
        if (!done.tryAcquire(PAIRS, LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("%d of %d claims came to readers. %s"
                    .formatted(done.availablePermits(), PAIRS, journal.unexplained()));
        }
    }

    /** @return how long it takes until a whole way has been gone at this one replica alone */
    public Duration resumesAt(Replica replica) {
        long begin = System.nanoTime();
        try (var reviewer = new Program(provider, "first-reviewer", "reviewer");
                var editor = new Program(provider, "first-editor", "editor")) {
            boolean done = false;
            while (!done) {
                done = new Work(reviewer, editor, () -> replica, journal, () -> within(begin)).isDone(true);
                if (!done && !within(begin)) {
                    throw new AssertionError("No claim comes to readers any more.");
                }
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static boolean within(long begin) {
        return System.nanoTime() - begin < LONGEST.toNanos();
    }

    /** Ends the work. What was asked for last is answered first. */
    public Journal stopped() {
        close();
        return journal;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread pair : pairs) {
                pair.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
