package org.assay.limits;

import java.util.LinkedHashSet;
import java.util.concurrent.CompletableFuture;

/** So many are in at once, some more wait in the order in which they came, and nobody else. */
final class Room {

    private final int places;
    private final int benches;
    private final LinkedHashSet<Visit> waiting = new LinkedHashSet<>();
    private int taken;

    /** Of one request. */
    final class Visit {

        private final CompletableFuture<Boolean> admitted = new CompletableFuture<>();
        private boolean inside;

        private Visit() {}

        /** Whether it got a place, as soon as that is known. */
        CompletableFuture<Boolean> admitted() {
            return admitted;
        }

        /** Waits no longer; does nothing where it is in. */
        void giveUp() {
            boolean waited;
            synchronized (Room.this) {
                waited = waiting.remove(this);
            }
            if (waited) {
                admitted.complete(false);
            }
        }

        /** Its place goes to who has waited longest. Once is enough. */
        void end() {
            Visit next = null;
            synchronized (Room.this) {
                if (inside) {
                    inside = false;
                    next = waiting.isEmpty() ? null : waiting.removeFirst();
                    if (next == null) {
                        taken--;
                    } else {
                        next.inside = true;
                    }
                }
            }
            if (next != null) {
                next.admitted.complete(true);
            }
        }
    }

    Room(int places, int benches) {
        this.places = places;
        this.benches = benches;
    }

    Visit enter() {
        var visit = new Visit();
        boolean waits;
        synchronized (this) {
            visit.inside = taken < places;
            waits = !visit.inside && waiting.size() < benches;
            if (visit.inside) {
                taken++;
            } else if (waits) {
                waiting.add(visit);
            }
        }
        if (!waits) {
            visit.admitted.complete(visit.inside);
        }
        return visit;
    }
}
