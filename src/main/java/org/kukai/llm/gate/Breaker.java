package org.kukai.llm.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Keeps calls from a dead server. While it is open, one call at a time in the whole cluster tries the server, after pauses that
 * double up to a minute.
 *
 * @param probeAt when the next try is due; null while it is closed
 * @param pause how long the last pause was
 * @param prober who tries at this moment
 */
record Breaker(
        Circuit circuit,
        @Nullable Instant probeAt,
        Duration pause,
        @Nullable UUID prober) {
    static final Breaker CLOSED = new Breaker(Circuit.CLOSED, null, Duration.ZERO, null);
    static final Duration LONGEST = Duration.ofMinutes(1);

    Breaker tripped(Instant now, Duration first) {
        return circuit == Circuit.CLOSED ? open(now, first) : this;
    }

    /** Whoever may try the server now, if the one who asks is it, else what was. */
    Breaker probedBy(UUID holder, Instant now) {
        boolean due = probeAt != null && !now.isBefore(probeAt);
        return circuit == Circuit.OPEN && due ? new Breaker(Circuit.PROBING, probeAt, pause, holder) : this;
    }

    /** Whoever was trying it is no more: another may. */
    Breaker withoutProber(Instant now) {
        return circuit == Circuit.PROBING ? new Breaker(Circuit.OPEN, now, pause, null) : this;
    }

    boolean isProbedBy(UUID holder) {
        return circuit == Circuit.PROBING && holder.equals(prober);
    }

    Breaker probeFailed(UUID holder, Instant now) {
        Duration doubled = pause.multipliedBy(2);
        return isProbedBy(holder) ? open(now, doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled) : this;
    }

    /** The probe came to nothing that says anything: another may be made at once. */
    Breaker probeGivenUp(UUID holder, Instant now) {
        return isProbedBy(holder) ? withoutProber(now) : this;
    }

    private static Breaker open(Instant now, Duration pause) {
        return new Breaker(Circuit.OPEN, now.plus(pause), pause, null);
    }
}
