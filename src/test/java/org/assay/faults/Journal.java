package org.assay.faults;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** All that was asked for while something happened, by many at once. */
public final class Journal {

    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> waits = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexplained = new ConcurrentLinkedQueue<>();

    void note(Write write, Program.Answer answer) {
        writes.add(write);
        note(answer);
    }

    void note(Program.Answer answer) {
        waits.add(answer.took());
        if (!answer.isExplained()) {
            unexplained.add(answer.status() + " " + answer.body());
        }
    }

    void note(RuntimeException e) {
        unexplained.add(e.toString());
    }

    Stream<Write> writes() {
        return writes.stream();
    }

    public long count(Write.Outcome outcome) {
        return writes().filter(write -> write.is(outcome)).count();
    }

    public Duration longestWait() {
        return waits.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Answers that no fault excuses. */
    public List<String> unexplained() {
        return List.copyOf(unexplained);
    }
}
