package org.kukai.generation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/** When the next call of a run may begin: evenly spaced below its limit per minute, and not before the server wants to hear from us. */
final class Pace {
    private static final long LONGEST_WAIT = Duration.ofSeconds(1).toNanos();

    private final long spacing;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Pace(@Nullable Integer perMinute) {
        // A call more would fit a minute exactly at its edges; a hundredth keeps below the limit.
        this.spacing = perMinute == null ? 0 : Duration.ofMinutes(1).toNanos() / perMinute * 101 / 100;
    }

    /** Waits for at most a second, or until there is news; tells whether a call may begin now. */
    boolean isOpen(Semaphore news) throws InterruptedException {
        long wait = next.get() - System.nanoTime();
        if (wait <= 0) {
            return true;
        }
        if (news.tryAcquire(Math.min(wait, LONGEST_WAIT), TimeUnit.NANOSECONDS)) {
            return false;
        }
        return wait <= LONGEST_WAIT;
    }

    void begun() {
        if (spacing > 0) {
            next.accumulateAndGet(System.nanoTime(), (planned, now) -> Math.max(planned, now) + spacing);
        }
    }

    /** The server asks to be left alone for so long: no call of the run begins meanwhile. */
    void rest(Duration pause) {
        next.accumulateAndGet(System.nanoTime() + pause.toNanos(), Math::max);
    }
}
