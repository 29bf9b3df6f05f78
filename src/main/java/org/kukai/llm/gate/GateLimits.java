package org.kukai.llm.gate;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * How much may be asked of one model, by the whole cluster.
 *
 * @param maxInFlight how many calls are open at the same time at most, 1 to 1,024; null lets it adapt to the server
 * @param requestsPerMinute how many calls begin in any minute at most, 1 to 1,000,000; null for as many as come
 * @param tokensPerMinute how many tokens the calls that begin in a minute take at most, estimated beforehand and settled
 *     afterwards, 1 to 1,000,000,000; null for as many as come
 */
public record GateLimits(
        @Nullable Integer maxInFlight,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer tokensPerMinute) {
    /** Nothing is given. */
    public static final GateLimits NONE = new GateLimits(null, null, null);

    private static final int MOST_IN_FLIGHT = 1024;
    private static final int MOST_REQUESTS = 1_000_000;
    private static final int MOST_TOKENS = 1_000_000_000;

    /** Refuses with a {@link RefusedException} when a limit is out of its range. */
    public GateLimits {
        check(
                maxInFlight,
                MOST_IN_FLIGHT,
                "There are 1 to 1,024 calls in flight at most, not %d; leave it empty to let"
                        + " Kukai find out what the server takes.");
        check(
                requestsPerMinute,
                MOST_REQUESTS,
                "A limit of requests is 1 to 1,000,000 a minute, not %d; leave it empty" + " for no limit.");
        check(
                tokensPerMinute,
                MOST_TOKENS,
                "A limit of tokens is 1 to 1,000,000,000 a minute, not %d; leave it empty" + " for no limit.");
    }

    boolean isPaced() {
        return requestsPerMinute != null || tokensPerMinute != null;
    }

    private static void check(@Nullable Integer value, int most, String otherwise) {
        if (value != null && (value < 1 || value > most)) {
            throw new RefusedException(RefusedException.Kind.INVALID, otherwise.formatted(value));
        }
    }
}
