package org.assay.web;

import java.util.Map;

/** A body that was not read to be used, and why. */
final class Unread extends Refused {

    /** Why what was sent was not read. */
    enum Fault {
        TOO_LARGE(413, Errors.sentence(413)),
        MORE_THAN_A_TOKEN(413, "This is more than 16 KB. Please send the token alone."),
        TOO_SLOW(408, "What was sent took too long to come. Please try again."),
        TOO_MANY(503, Crowded.SENTENCE),
        BROKEN(400, Errors.sentence(400));

        private final int status;
        private final String sentence;

        Fault(int status, String sentence) {
            this.status = status;
            this.sentence = sentence;
        }
    }

    private final Fault fault;

    Unread(Fault fault) {
        super(fault.status, fault.sentence, Map.of());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
