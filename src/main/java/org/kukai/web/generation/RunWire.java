package org.kukai.web.generation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.generation.Estimate;
import org.kukai.generation.Progress;
import org.kukai.generation.PromptSelection;
import org.kukai.generation.Run;
import org.kukai.generation.RunModel;
import org.kukai.generation.RunOrder;
import org.kukai.generation.RunSettings;
import org.kukai.prompt.Split;

/** Runs as the API writes them. */
final class RunWire {
    /** What a script asks for, of {@code model} or of several {@code models}; what it leaves out is as in the run that it is {@code like}, else as in the form of the page. */
    record Wanted(
            @Nullable String model,
            @Nullable List<String> models,
            @Nullable Integer samplesPerPrompt,
            @Nullable Double temperature,
            @Nullable Integer maxTokens,
            @Nullable Long seed,
            @Nullable List<String> stop,
            @Nullable Integer samplesPerCall,
            @Nullable Integer maxInFlight,
            @Nullable Integer requestsPerMinute,
            @Nullable Integer tokensPerMinute,
            @Nullable Long tokenBudget,
            @Nullable BigDecimal moneyBudget,
            @Nullable Integer previewPrompts,
            @Nullable String systemTemplate,
            @Nullable String userTemplate,
            @Nullable Selection prompts,
            @Nullable UUID like) {}

    /** Which prompts: {@code split} is {@code train} or {@code held-out}; without it both. */
    record Selection(
            @Nullable String split,
            @Nullable String search,
            @Nullable Integer limit,
            @Nullable Integer fewerThan) {}

    /** A run and how far it is; planned, completed, failed and cancelled count samples. */
    record Shown(
            UUID id,
            String model,
            List<ModelShown> models,
            String status,
            @Nullable String statusReason,
            int planned,
            long completed,
            long failed,
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
            RunSettings settings) {}

    /** One of a run's models, and what it has made. */
    record ModelShown(
            String model,
            long calls,
            long completed,
            long failed,
            long correct575,
            double meanScore,
            long promptTokens,
            long completionTokens) {
        static ModelShown of(RunModel model) {
            return new ModelShown(
                    model.name(),
                    model.calls(),
                    model.completed(),
                    model.failed(),
                    model.correct575(),
                    model.meanScore(),
                    model.promptTokens(),
                    model.completionTokens());
        }
    }

    /** Further samples of every prompt of a run, or of those alone that have fewer 5-7-5 haiku than so. */
    record Further(int samplesPerPrompt, @Nullable Integer fewerThan) {}

    /** What a run may spend; null for no limit. */
    record Budget(@Nullable Long tokenBudget, @Nullable BigDecimal moneyBudget) {}

    /** What an order would come to; cost and seconds are null where they are not known. */
    record Estimated(
            long prompts,
            long samples,
            long calls,
            long tokens,
            @Nullable BigDecimal cost,
            @Nullable Long seconds,
            List<Estimate.OfModel> models) {
        static Estimated of(Estimate estimate) {
            return new Estimated(
                    estimate.prompts(),
                    estimate.samples(),
                    estimate.calls(),
                    estimate.tokens(),
                    estimate.cost().orElse(null),
                    estimate.seconds().isEmpty() ? null : estimate.seconds().getAsLong(),
                    estimate.models());
        }
    }

    private RunWire() {}

    static RunOrder order(@Nullable Wanted wanted) {
        if (wanted == null) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "Say which model is to be asked: {\"model\":\"composer\"}.");
        }
        RunOrder like = wanted.like == null ? null : Run.byId(wanted.like).order();
        RunSettings usual = like == null ? RunSettings.usual() : like.settings();
        RunSettings settings = new RunSettings(
                or(wanted.samplesPerPrompt, usual.samplesPerPrompt()),
                or(wanted.temperature, usual.temperature()),
                or(wanted.maxTokens, usual.maxTokens()),
                given(wanted.seed, usual.seed()),
                or(wanted.stop, usual.stop()),
                given(wanted.samplesPerCall, usual.samplesPerCall()),
                given(wanted.maxInFlight, usual.maxInFlight()),
                given(wanted.requestsPerMinute, usual.requestsPerMinute()),
                given(wanted.tokensPerMinute, usual.tokensPerMinute()),
                given(wanted.tokenBudget, usual.tokenBudget()),
                given(wanted.moneyBudget, usual.moneyBudget()),
                given(wanted.previewPrompts, usual.previewPrompts()),
                or(wanted.systemTemplate, usual.systemTemplate()),
                or(wanted.userTemplate, usual.userTemplate()));
        PromptSelection prompts = like != null && wanted.prompts == null ? like.prompts() : selection(wanted.prompts);
        return new RunOrder(models(wanted, like), prompts, settings);
    }

    private static List<String> models(Wanted wanted, @Nullable RunOrder like) {
        if (wanted.model != null && wanted.models != null) {
            throw new RefusedException(RefusedException.Kind.INVALID, "Give either “model” or “models”, not both.");
        }
        if (wanted.model != null) {
            return List.of(wanted.model);
        }
        if (wanted.models == null && like == null) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "Say which model is to be asked: {\"model\":\"composer\"}, or {\"models\":[\"composer\",\"another\"]}.");
        }
        return wanted.models != null || like == null ? or(wanted.models, List.of()) : like.models();
    }

    private static <T> @Nullable T given(@Nullable T wanted, @Nullable T usual) {
        return wanted == null ? usual : wanted;
    }

    private static <T> T or(@Nullable T wanted, T usual) {
        return wanted == null ? usual : wanted;
    }

    private static PromptSelection selection(@Nullable Selection prompts) {
        return prompts == null
                ? new PromptSelection(null, null, null)
                : new PromptSelection(
                        Split.spelled(prompts.split).orElse(null), prompts.search, prompts.limit, prompts.fewerThan);
    }

    static Shown shown(Run run, List<RunModel> models, Progress progress) {
        return new Shown(
                run.id,
                run.modelName,
                models.stream().map(ModelShown::of).toList(),
                run.status.spelled(),
                run.statusReason,
                run.planned,
                progress.completed(),
                progress.failed(),
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
                run.settings);
    }
}
