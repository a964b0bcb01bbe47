package org.assay.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What all that had happened by an instant comes to. Kept where nobody who can write to the database can write, it shows
 * later whether any of it was rewritten.
 *
 * @param claims of which anything had happened
 * @param events that had happened to them
 * @param digest SHA-256, in hexadecimal, of a line for each claim by its number: the claim's number, that of the last event
 *     and its hash, with a space between them
 */
public record Head(Instant at, long claims, long events, String digest) {

    /** Adds up claim by claim. */
    static final class Tally {
        private final Instant at;
        private final MessageDigest lines;
        private long claims;
        private long events;
        private Recorded last;

        Tally(Instant at) {
            this.at = at;
            try {
                lines = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        void take(Recorded event) {
            if (!event.at().isAfter(at)) {
                events++;
                last = event;
            }
        }

        /** After a claim's last event. */
        void endClaim() {
            if (last != null) {
                claims++;
                lines.update(
                        (last.claim() + " " + last.n() + " " + last.hash() + "\n").getBytes(StandardCharsets.UTF_8));
                last = null;
            }
        }

        Head head() {
            return new Head(at, claims, events, HexFormat.of().formatHex(lines.digest()));
        }
    }
}
