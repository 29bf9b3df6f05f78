package org.kukai.generation;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** How many samples a lane claims at once: about as many as ended in the last second, so that little waits here that another node could do. */
final class Appetite {
    /** At most so many are claimed at once: what a fast model makes in about a tenth of a second. */
    private static final int MOST = 256;

    private static final int FIRST = 32;

    private final int atFirst;
    private final AtomicInteger ended = new AtomicInteger();
    private int endedBefore;
    private long lastClaim = System.nanoTime();

    /** @param inFlight how many calls may be open at the same time; null when that is found out */
    Appetite(@Nullable Integer inFlight) {
        this.atFirst = inFlight == null ? FIRST : Math.min(MOST, inFlight);
    }

    /** A sample has ended; told by any thread. */
    void ended() {
        ended.incrementAndGet();
    }

    /** For the next claim; asked by one thread. */
    int now() {
        long now = System.nanoTime();
        double seconds = Math.max(0.001, (now - lastClaim) / 1e9);
        int perSecond = (int) Math.min(MOST, (ended.get() - endedBefore) / seconds);
        lastClaim = now;
        endedBefore = ended.get();
        return Math.clamp(perSecond, atFirst, MOST);
    }
}
