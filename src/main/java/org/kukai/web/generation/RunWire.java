package org.kukai.web.generation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.generation.Cost;
import org.kukai.generation.Estimate;
import org.kukai.generation.FailureGroup;
import org.kukai.generation.Progress;
import org.kukai.generation.Run;
import org.kukai.generation.RunModel;
import org.kukai.generation.RunSettings;
import org.kukai.generation.Spending;
import org.kukai.llm.gate.GateState;

/** Runs as the API writes them. */
final class RunWire {
    /**
     * A run and how far it is; planned, completed, failed, retrying and cancelled count samples.
     *
     * @param failures what went wrong, the commonest first; null in lists
     */
    record Shown(
            UUID id,
            String model,
            List<ModelShown> models,
            String status,
            @Nullable String statusReason,
            int planned,
            long completed,
            long failed,
            long retrying,
            long cancelled,
            long haiku,
            long correct575,
            long promptTokens,
            long completionTokens,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            double ratePerSecond,
            @Nullable Long secondsLeft,
            List<Cost.Amount> cost,
            long unpricedTokens,
            @Nullable String currency,
            @Nullable List<FailureGroup> failures,
            RunSettings settings) {}

    /** What is gathered about one run alone. */
    record Details(List<FailureGroup> failures, List<GateState> gates) {}

    /** Further samples of every prompt of a run, or of those alone that have fewer 5-7-5 haiku than so. */
    record Further(int samplesPerPrompt, @Nullable Integer fewerThan) {}

    /** What a run may spend; null for no limit. */
    record Budget(@Nullable Long tokenBudget, @Nullable BigDecimal moneyBudget) {}

    /** What an order would come to; cost (one amount for each currency) and seconds are null where they are not known. */
    record Estimated(
            long prompts,
            long samples,
            long calls,
            long tokens,
            @Nullable List<Cost.Amount> cost,
            @Nullable Long seconds,
            List<Estimate.OfModel> models) {
        static Estimated of(Estimate estimate) {
            return new Estimated(
                    estimate.prompts(),
                    estimate.samples(),
                    estimate.calls(),
                    estimate.tokens(),
                    estimate.cost().map(Cost::amounts).orElse(null),
                    estimate.seconds().isEmpty() ? null : estimate.seconds().getAsLong(),
                    estimate.models());
        }
    }

    private RunWire() {}

    static Shown shown(
            Run run, List<RunModel> models, Progress progress, Spending spending, @Nullable Details details) {
        Map<Integer, Cost> costs = spending.byModel(run.id, models);
        Cost whole = Cost.sum(costs.values());
        return new Shown(
                run.id,
                run.modelName,
                models.stream()
                        .map(model -> ModelShown.of(
                                model,
                                Objects.requireNonNull(costs.get(model.place())),
                                details == null
                                        ? null
                                        : ModelShown.Calling.of(run.settings, details.gates.get(model.place()))))
                        .toList(),
                run.status.spelled(),
                run.statusReason,
                run.planned,
                progress.completed(),
                progress.failed(),
                progress.retrying(),
                progress.cancelled(),
                progress.haiku(),
                progress.correct575(),
                progress.promptTokens(),
                progress.completionTokens(),
                run.createdAt,
                run.startedAt,
                run.finishedAt,
                progress.ratePerSecond(),
                progress.secondsLeft().isEmpty() ? null : progress.secondsLeft().getAsLong(),
                whole.amounts(),
                whole.unpricedTokens(),
                run.currency,
                details == null ? null : details.failures,
                run.settings);
    }
}
