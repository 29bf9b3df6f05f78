package org.kukai.llm.gate;

import java.time.Duration;
import java.util.Optional;

/** Where the calls of one run and model wait until they may be made. Used by many threads at once. */
public final class Gate implements AutoCloseable {
    private final Slots slots;

    Gate(Slots slots) {
        this.slots = slots;
    }

    /**
     * Waits until a call may be made.
     *
     * @param expectedTokens what the call will take, question and answers together; counts only where tokens are limited
     * @return empty when the gate was shut
     */
    public Optional<Pass> enter(int expectedTokens) throws InterruptedException {
        return enter(expectedTokens, Duration.ofNanos(Long.MAX_VALUE));
    }

    /**
     * The same, but waits no longer than so.
     *
     * @return empty also when the time is over
     */
    public Optional<Pass> enter(int expectedTokens, Duration atMost) throws InterruptedException {
        return slots.take(Slots.nanos(atMost)) ? Optional.of(new Pass(slots)) : Optional.empty();
    }

    /** Sends everybody away who waits, and whoever comes; calls that are open are let finish. */
    public void shut() {
        slots.shut();
    }

    /** Shuts the gate, and gives its share back when the last open call has ended. */
    @Override
    public void close() {
        shut();
    }

    /** A call is made that had been made before; for the figures. */
    public void retried() {}
}
