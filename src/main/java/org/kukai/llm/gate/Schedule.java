package org.kukai.llm.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When the next calls may begin: evenly spaced, so that no minute, wherever it begins, holds more than the limit. A fiftieth is
 * kept back for calls that arrive late.
 *
 * @param nextRequest when the next call may begin for its number
 * @param nextToken when it may for its tokens
 */
record Schedule(Instant nextRequest, Instant nextToken) {
    private static final double MARGIN = 1.02;
    private static final double MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    /** Takes the tokens back that calls did not need, or takes those that they needed besides. */
    Schedule settled(long tokens, GateLimits limits) {
        return tokens == 0
                ? this
                : new Schedule(nextRequest, nextToken.plusNanos(nanosOf(tokens, limits.tokensPerMinute())));
    }

    /** Begin times of so many calls of so many tokens each, from now on; the last of {@code starts} is the schedule's end. */
    Reserved reserve(int calls, int tokensEach, GateLimits limits, Instant now) {
        long perCall = nanosOf(1, limits.requestsPerMinute());
        long forTokens = nanosOf(tokensEach, limits.tokensPerMinute());
        Instant request = later(nextRequest, now);
        Instant token = later(nextToken, now);
        List<Instant> starts = new ArrayList<>(calls);
        for (int i = 0; i < calls; i++) {
            Instant start = later(request, token);
            starts.add(start);
            request = later(request, start).plusNanos(perCall);
            token = later(token, start).plusNanos(forTokens);
        }
        return new Reserved(starts, new Schedule(request, token));
    }

    private static long nanosOf(long count, @org.jspecify.annotations.Nullable Integer perMinute) {
        return perMinute == null ? 0 : Math.round(count * MARGIN * MINUTE_NANOS / perMinute);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Begin times, and what is left. */
    record Reserved(List<Instant> starts, Schedule rest) {}
}
