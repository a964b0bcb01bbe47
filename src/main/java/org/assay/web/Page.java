package org.assay.web;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the token with which the list goes on; null at its end
 */
public record Page<T>(List<T> items, String next) {

    public static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    /** @param found one more than {@code limit} where the list goes on */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> token) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), token.apply(found.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /** @throws Invalid where the text is no whole number from 1 to 200; null gives 50 */
    public static int limit(String sent) {
        if (sent == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(sent);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what to send
        }
        throw new Invalid("limit", "Please give a whole number from 1 to %d.".formatted(MOST));
    }

    /** @throws Invalid where the token is none that a list gave; null starts at the list's beginning */
    public static long after(String token, long beginning) {
        if (token == null || token.isEmpty()) {
            return beginning;
        }
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw new Invalid("after", "Please send the token that the list gave as next.");
        }
    }

    /** @throws Invalid where a filter holds what no text may hold */
    public static String filter(String name, String sent) {
        if (Characters.isBlank(sent)) {
            return null;
        }
        String fault = Characters.fault(sent);
        if (fault != null || sent.length() > 2000) {
            throw new Invalid(name, fault == null ? "Please look for something shorter." : fault);
        }
        return sent;
    }
}
