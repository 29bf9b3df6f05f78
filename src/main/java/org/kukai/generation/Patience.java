package org.kukai.generation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.kukai.llm.Failure;

/**
 * How often, and after how long, a call is made again. Pauses double from the first to a minute, and a random part of up to
 * half keeps calls that failed together from coming back together. What a server asks of the whole model is the gate's to obey.
 */
@ApplicationScoped
class Patience {
    /** Calls for one attempt when calls fail; slowdowns are not among them. */
    static final int CALLS = 6;
    /** Calls for one attempt when answers come that can be no candidate; slowdowns are not among them. */
    static final int ANSWERS = 3;
    /** Calls for one attempt when the server asks to slow down, which is no fault of the attempt. */
    static final int SLOWDOWNS = 40;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration first;

    Patience(@ConfigProperty(name = "kukai.generation.first-pause") Duration first) {
        this.first = first;
    }

    /**
     * The pause before the call is made again; empty when it is not.
     *
     * @param busy whether the failure is that of a server that is busy or dead, and no fault of the attempt
     * @param made how many calls of the attempt went wrong, this one included: those of a busy server after such a failure, all
     *     others after any other
     */
    Optional<Duration> after(Failure failure, boolean busy, int made) {
        int limit = busy ? SLOWDOWNS : CALLS;
        if (failure.permanent() || made >= limit) {
            return Optional.empty();
        }
        return Optional.of(backoff(made));
    }

    /** The same for an answer that can be no candidate. */
    Optional<Duration> afterUnusableAnswer(int made) {
        return made >= ANSWERS ? Optional.empty() : Optional.of(Duration.ZERO);
    }

    private Duration backoff(int made) {
        Duration whole = first.multipliedBy(1L << Math.min(made - 1, 20));
        Duration bounded = whole.compareTo(LONGEST) > 0 ? LONGEST : whole;
        return Duration.ofNanos(
                (long) (bounded.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }
}
