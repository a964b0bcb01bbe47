package org.assay.faults;

import java.time.Duration;

/**
 * What a program asked for, and what became of it.
 *
 * @param mark what it alone wrote: an article's address, a claim's statement
 * @param claim 0 for an article, and for a claim that is yet to be logged
 * @param from the claim's version that it was made from: where it was done, its event has the number after that
 * @param status 0 where no answer came
 * @param took until the answer came, or was no longer waited for
 */
public record Write(
        String kind, String mark, long claim, int from, String subject, Outcome outcome, int status, Duration took) {

    public enum Outcome {
        ACKNOWLEDGED,
        /** With a reason why it was not done: it is nowhere. */
        REFUSED,
        /** No answer, or one that says no more than that the database gave none: it may have been done, once. */
        UNKNOWN
    }

    boolean is(Outcome wanted) {
        return outcome == wanted;
    }
}
