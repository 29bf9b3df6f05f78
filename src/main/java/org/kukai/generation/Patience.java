package org.kukai.generation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.kukai.llm.Failure;

/**
 * How often, and after how long, a call is made again. Pauses double from the first to a minute, and a random part of up to
 * half keeps calls that failed together from coming back together; a server that says when to come back is obeyed.
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
    private static final Duration LONGEST_OBEYED = Duration.ofHours(1);

    private final Duration first;

    Patience(@ConfigProperty(name = "kukai.generation.first-pause") Duration first) {
        this.first = first;
    }

    /**
     * The pause before the call is made again; empty when it is not.
     *
     * @param made how many calls of the attempt went wrong, this one included: those that were told to slow down after such a
     *     failure, all others after any other
     */
    Optional<Duration> after(Failure failure, int made) {
        int limit = failure instanceof Failure.RateLimited ? SLOWDOWNS : CALLS;
        if (failure.permanent() || made >= limit) {
            return Optional.empty();
        }
        Duration backoff = backoff(made);
        Duration obeyed = obeyed(failure.retryAfter().orElse(Duration.ZERO));
        return Optional.of(backoff.compareTo(obeyed) > 0 ? backoff : obeyed.plus(backoff.dividedBy(4)));
    }

    /** What a server asks for, within reason. */
    static Duration obeyed(Duration asked) {
        return asked.compareTo(LONGEST_OBEYED) > 0 ? LONGEST_OBEYED : asked;
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
