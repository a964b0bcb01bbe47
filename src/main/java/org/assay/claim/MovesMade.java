package org.assay.claim;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.PostPersist;
import java.util.EnumMap;
import java.util.Map;

/** Counts the moves that this replica made, once they are committed. */
@ApplicationScoped
class MovesMade {

    /** A move that counts if its transaction does. */
    record Made(Move move) {}

    /** Told of every event that is written. */
    static class Recorded {

        @Inject
        Event<Made> made;

        @PostPersist
        void recorded(org.assay.claim.Event event) {
            event.move().ifPresent(move -> made.fire(new Made(move)));
        }
    }

    private final Map<Move, Counter> counters = new EnumMap<>(Move.class);

    @Inject
    MovesMade(MeterRegistry meters) {
        for (Move move : Move.values()) {
            counters.put(
                    move,
                    Counter.builder("assay.moves")
                            .description("Moves of claims that were made here")
                            .tags("move", move.toString())
                            .register(meters));
        }
    }

    /** All are there from the start, so that the first of a kind is seen as one more. */
    void start(@Observes StartupEvent started) {}

    void made(@Observes(during = TransactionPhase.AFTER_SUCCESS) Made made) {
        counters.get(made.move()).increment();
    }
}
