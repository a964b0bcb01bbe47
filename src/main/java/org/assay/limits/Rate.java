package org.assay.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many a minute for each, all at once if they like; what was used comes back evenly over a minute (the generic cell rate
 * algorithm). Who has asked for nothing for a minute is forgotten, and so is who asks least among too many.
 */
final class Rate {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int MOST_KNOWN = 100_000;

    /** What is counted, and what is said to those who did too much of it. */
    enum Of {
        API_BY_ADDRESS("address", "Too many requests come from your address."),
        API_BY_TOKEN("token", "Too many requests are sent in your name."),
        SIGN_IN("sign-in", "Too many sign-ins come from your address."),
        REFUSED_TOKEN("refused-token", "Too many tokens that came from your address were not valid.");

        private final String tag;
        private final String sentence;

        Of(String tag, String sentence) {
            this.tag = tag;
            this.sentence = sentence;
        }

        String tag() {
            return tag;
        }

        String sentence() {
            return sentence;
        }
    }

    private final long interval;
    private final LongSupplier nanos;

    /** By whom: when all that they used has come back. */
    private final Cache<String, Long> whole = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    /** @param nanos a clock that only ever goes forward */
    Rate(int perMinute, LongSupplier nanos) {
        this.interval = MINUTE / perMinute;
        this.nanos = nanos;
    }

    /** @return 0 where it is one of those that they may, and is counted; else how many nanoseconds too early it is */
    long take(String who) {
        long now = nanos.getAsLong();
        long[] early = new long[1];
        whole.asMap().compute(who, (same, before) -> {
            long from = before == null || before - now < 0 ? now : before;
            early[0] = Math.max(0, from + interval - now - MINUTE);
            return early[0] > 0 ? before : Long.valueOf(from + interval);
        });
        return early[0];
    }
}
