package org.assay.web;

import java.util.concurrent.atomic.AtomicLong;

/** What all bodies of one kind take together. */
final class BodyMemory {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyMemory(long most) {
        this.most = most;
    }

    boolean take(int bytes) {
        boolean fits = taken.addAndGet(bytes) <= most;
        if (!fits) {
            free(bytes);
        }
        return fits;
    }

    void free(int bytes) {
        taken.addAndGet(-bytes);
    }
}
