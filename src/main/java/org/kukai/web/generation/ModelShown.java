package org.kukai.web.generation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.kukai.generation.Cost;
import org.kukai.generation.RunModel;
import org.kukai.generation.RunSettings;
import org.kukai.llm.gate.GateState;

/**
 * One of a run's models, and what it has made.
 *
 * @param state {@code open}, {@code done}, {@code parked} (until a person sets it in motion again) or {@code dropped}
 * @param reason why it is parked
 * @param meanLatencyMillis of its calls; null before the first
 * @param calling how its calls stand; null in lists
 */
record ModelShown(
        String model,
        String state,
        @Nullable String reason,
        int planned,
        long calls,
        long completed,
        long failed,
        long correct575,
        double meanScore,
        long promptTokens,
        long completionTokens,
        List<Cost.Amount> cost,
        long unpricedTokens,
        @Nullable Long meanLatencyMillis,
        @Nullable Calling calling) {
    static ModelShown of(RunModel model, Cost cost, @Nullable Calling calling) {
        return new ModelShown(
                model.name(),
                model.state(),
                model.isParked() ? model.parked() : null,
                model.planned(),
                model.calls(),
                model.completed(),
                model.failed(),
                model.correct575(),
                model.meanScore(),
                model.promptTokens(),
                model.completionTokens(),
                cost.amounts(),
                cost.unpricedTokens(),
                model.calls() == 0 ? null : model.latencyMillis() / model.calls(),
                calling);
    }

    /**
     * How the calls of a model stand in the whole cluster, a second ago or less.
     *
     * @param limit how many may be in flight now; null when nothing limits them
     * @param adapts whether that was found out, rather than given
     * @param circuit {@code closed}, or {@code open} or {@code probing} while the server seems to be dead
     */
    record Calling(
            int inFlight,
            @Nullable Integer limit,
            boolean adapts,
            int waiting,
            @Nullable Integer requestsPerMinute,
            @Nullable Integer tokensPerMinute,
            @Nullable Instant pausedUntil,
            String circuit,
            @Nullable Instant nextProbe,
            @Nullable String why) {
        static Calling of(RunSettings settings, GateState gate) {
            return new Calling(
                    gate.inFlight(),
                    gate.limit(),
                    gate.adapts(),
                    gate.waiting(),
                    settings.requestsPerMinute(),
                    settings.tokensPerMinute(),
                    gate.pausedUntil(),
                    gate.circuit().name().toLowerCase(Locale.ROOT),
                    gate.nextProbe(),
                    gate.why());
        }
    }
}
