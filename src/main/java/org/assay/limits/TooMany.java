package org.assay.limits;

/** The same asked more often than is fair to the others. */
public final class TooMany extends RuntimeException {

    private final long seconds;

    TooMany(Rate.Of what, long seconds) {
        super("%s Please try again in %d s.".formatted(what.sentence(), seconds), null, false, false);
        this.seconds = seconds;
    }

    /** After how many the next is answered; at least one. */
    public long seconds() {
        return seconds;
    }
}
