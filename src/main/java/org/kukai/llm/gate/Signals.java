package org.kukai.llm.gate;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a node has learnt of a server and all should know.
 *
 * @param rest how long the server wants to be left alone
 * @param tripped it failed again and again, and nothing was answered in between
 * @param healed it answered
 * @param probeFailed the call that was to try it failed
 * @param probeGivenUp that call ended without a word
 * @param wantsProbe somebody here waits to try it
 * @param why what the server said last, of the kind that slows down or stops
 */
record Signals(
        @Nullable Duration rest,
        boolean tripped,
        boolean healed,
        boolean probeFailed,
        boolean probeGivenUp,
        boolean wantsProbe,
        @Nullable String why) {
    static final Signals NONE = new Signals(null, false, false, false, false, false, null);

    Signals resting(Duration asked) {
        Duration longer = rest == null || rest.compareTo(asked) < 0 ? asked : rest;
        return new Signals(longer, tripped, healed, probeFailed, probeGivenUp, wantsProbe, why);
    }

    Signals tripping() {
        return new Signals(rest, true, false, probeFailed, probeGivenUp, wantsProbe, why);
    }

    Signals healing() {
        return new Signals(rest, false, true, false, false, wantsProbe, why);
    }

    Signals withProbe(boolean failed, boolean givenUp) {
        return new Signals(rest, tripped, healed, failed, givenUp, wantsProbe, why);
    }

    Signals wanting(boolean probe) {
        return new Signals(rest, tripped, healed, probeFailed, probeGivenUp, probe, why);
    }

    Signals with(String reason) {
        return new Signals(rest, tripped, healed, probeFailed, probeGivenUp, wantsProbe, reason);
    }

    /** Both, where the later goes before the earlier. */
    Signals then(Signals later) {
        Signals both = later.rest == null ? this : resting(later.rest);
        both = later.healed ? both.healing() : later.tripped ? both.tripping() : both;
        both = later.probeFailed || later.probeGivenUp ? both.withProbe(later.probeFailed, later.probeGivenUp) : both;
        return later.why == null ? both : both.with(later.why);
    }
}
