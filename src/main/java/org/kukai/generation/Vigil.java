package org.kukai.generation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.kukai.llm.gate.Circuit;
import org.kukai.llm.gate.GateState;

/** Watches whether a model that is asked is heard of at all. A server that is away for a while only delays; one that stays away is reported. */
final class Vigil {
    private final Duration longest;
    private final Supplier<GateState> gate;
    private volatile long heard = System.nanoTime();

    /** @param longest how long a server may be dead before a person has to look */
    Vigil(Duration longest, Supplier<GateState> gate) {
        this.longest = longest;
        this.gate = gate;
    }

    /** An answer came, or the watch begins anew. */
    void heard() {
        heard = System.nanoTime();
    }

    /** Why the model should not be asked any longer, in sentences; empty when it may. */
    Optional<String> verdict() {
        if (System.nanoTime() - heard < longest.toNanos()) {
            return Optional.empty();
        }
        GateState state = gate.get();
        if (state.circuit() == Circuit.CLOSED) {
            return Optional.empty();
        }
        long minutes = longest.toMinutes();
        String time = minutes > 0 ? minutes + " minutes" : longest.toSeconds() + " seconds";
        return Optional.of(
                "Its server has answered nothing for " + time + "." + (state.why() == null ? "" : " " + state.why()));
    }
}
