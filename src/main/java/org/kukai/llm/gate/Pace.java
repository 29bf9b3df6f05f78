package org.kukai.llm.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The begin times that this node has reserved and not used. Guarded by its {@link Turnstile}. Few are reserved ahead, so that a
 * node that dies wastes little.
 */
final class Pace {
    /** Calls that begin much later than their time would come too close to the next. */
    private static final long FRESH = Duration.ofMillis(400).toNanos();

    private static final long A_SECOND = Duration.ofSeconds(1).toNanos();
    private static final double SECONDS = 60;

    /** @param tokens what the call was expected to take */
    record Start(long nanos, int tokens) {}

    private final GateLimits limits;
    private final Deque<Start> reserved = new ArrayDeque<>();
    private long unsettled;
    private int tokensEach;
    private int begun;
    private long countedFrom;
    private int aQuarter;

    Pace(GateLimits limits) {
        this.limits = limits;
    }

    boolean isLimited() {
        return limits.isPaced();
    }

    void reserved(List<Instant> starts, int tokens, Instant now, long nanos) {
        for (Instant start : starts) {
            reserved.add(new Start(nanos + Duration.between(now, start).toNanos(), tokens));
        }
    }

    /** When the next call may begin, at this moment or later; null when none is reserved. */
    @Nullable
    Start next(int tokens, long now) {
        if (!isLimited()) {
            return new Start(now, tokens);
        }
        tokensEach = tokens;
        while (true) {
            Start first = reserved.peek();
            if (first == null || now - first.nanos() <= FRESH) {
                return first;
            }
            reserved.remove();
            settle(-first.tokens());
        }
    }

    /** The call begins; tokens that it takes beyond those that were reserved are reckoned up. */
    void begin(Start start, int tokens, long now) {
        reserved.remove(start);
        begun++;
        if (now - countedFrom > A_SECOND) {
            aQuarter = (int) (begun * A_SECOND / (now - countedFrom) / 4);
            begun = 0;
            countedFrom = now;
        }
        settle((long) tokens - start.tokens());
    }

    /**
     * How many begin times should be reserved: for those who wait, and about as many as were used in a quarter of a second of late,
     * at most what a second holds.
     */
    int missing(int waiting) {
        if (!isLimited() || waiting == 0) {
            return 0;
        }
        // Again when half of them are used up.
        int wanted = Math.min(Math.max(waiting, aQuarter), aSecond()) - reserved.size();
        boolean soon = reserved.isEmpty() || wanted >= reserved.size();
        return soon ? Math.max(0, wanted) : 0;
    }

    private int aSecond() {
        double calls = limits.requestsPerMinute() == null ? 1000 : limits.requestsPerMinute() / SECONDS;
        double byTokens =
                limits.tokensPerMinute() == null ? 1000 : limits.tokensPerMinute() / SECONDS / Math.max(1, tokensEach);
        return (int) Math.clamp(Math.min(calls, byTokens), 1, 1000);
    }

    int tokensEach() {
        return tokensEach;
    }

    void settle(long tokens) {
        unsettled += limits.tokensPerMinute() == null ? 0 : tokens;
    }

    long takeUnsettled() {
        long taken = unsettled;
        unsettled = 0;
        return taken;
    }
}
