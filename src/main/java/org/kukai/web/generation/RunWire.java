package org.kukai.web.generation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.generation.Progress;
import org.kukai.generation.PromptSelection;
import org.kukai.generation.Run;
import org.kukai.generation.RunModel;
import org.kukai.generation.RunOrder;
import org.kukai.generation.RunSettings;
import org.kukai.prompt.Split;

/** Runs as the API writes them. */
final class RunWire {
    /** What a script asks for, of {@code model} or of several {@code models}; what it leaves out is as in the form of the page. */
    record Wanted(
            @Nullable String model,
            @Nullable List<String> models,
            @Nullable Integer samplesPerPrompt,
            @Nullable Double temperature,
            @Nullable Integer maxTokens,
            @Nullable Long seed,
            @Nullable Integer maxInFlight,
            @Nullable Integer requestsPerMinute,
            @Nullable String systemTemplate,
            @Nullable String userTemplate,
            @Nullable Selection prompts) {}

    /** Which prompts: {@code split} is {@code train} or {@code held-out}; without it both. */
    record Selection(
            @Nullable String split,
            @Nullable String search,
            @Nullable Integer limit) {}

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

    private RunWire() {}

    static RunOrder order(@Nullable Wanted wanted) {
        if (wanted == null || (wanted.model == null) == (wanted.models == null)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "Say which model is to be asked: {\"model\":\"composer\"}, or {\"models\":[\"composer\",\"another\"]}.");
        }
        RunSettings usual = RunSettings.usual();
        RunSettings settings = new RunSettings(
                Objects.requireNonNullElse(wanted.samplesPerPrompt, usual.samplesPerPrompt()),
                Objects.requireNonNullElse(wanted.temperature, usual.temperature()),
                Objects.requireNonNullElse(wanted.maxTokens, usual.maxTokens()),
                wanted.seed,
                Objects.requireNonNullElse(wanted.maxInFlight, usual.maxInFlight()),
                wanted.requestsPerMinute,
                Objects.requireNonNullElse(wanted.systemTemplate, usual.systemTemplate()),
                Objects.requireNonNullElse(wanted.userTemplate, usual.userTemplate()));
        List<String> models = wanted.models == null ? List.of(String.valueOf(wanted.model)) : wanted.models;
        return new RunOrder(models, selection(wanted.prompts), settings);
    }

    private static PromptSelection selection(@Nullable Selection prompts) {
        return prompts == null
                ? new PromptSelection(null, null, null)
                : new PromptSelection(Split.spelled(prompts.split).orElse(null), prompts.search, prompts.limit);
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
