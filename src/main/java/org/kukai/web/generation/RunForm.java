package org.kukai.web.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.generation.PromptSelection;
import org.kukai.generation.RunOrder;
import org.kukai.generation.RunSettings;
import org.kukai.prompt.Split;

/** The form for a new run, field by field as it was written, so that it can be shown again with what was wrong. */
public final class RunForm {
    /** One or more models. */
    @RestForm("model")
    public @Nullable List<String> models;

    @RestForm
    public @Nullable String split;

    @RestForm
    public @Nullable String search;

    @RestForm
    public @Nullable String limit;

    @RestForm
    public @Nullable String samples;

    @RestForm
    public @Nullable String temperature;

    @RestForm
    public @Nullable String maxTokens;

    @RestForm
    public @Nullable String seed;

    @RestForm
    public @Nullable String maxInFlight;

    @RestForm
    public @Nullable String requestsPerMinute;

    @RestForm
    public @Nullable String tokensPerMinute;

    @RestForm
    public @Nullable String samplesPerCall;

    @RestForm
    public @Nullable String tokenBudget;

    @RestForm
    public @Nullable String moneyBudget;

    @RestForm
    public @Nullable String previewPrompts;

    @RestForm
    public @Nullable String fewerThan;

    /** One text a line. */
    @RestForm
    public @Nullable String stop;

    @RestForm
    public @Nullable String systemTemplate;

    @RestForm
    public @Nullable String userTemplate;

    static RunForm usual(@Nullable String model) {
        return of(new RunOrder(
                model == null ? List.of() : List.of(model),
                new PromptSelection(Split.TRAIN, null, null),
                RunSettings.usual()));
    }

    /** The form as it must have been for this order. */
    static RunForm of(RunOrder order) {
        RunSettings settings = order.settings();
        RunForm form = new RunForm();
        form.models = order.models();
        form.split =
                order.prompts().split() == null ? "" : order.prompts().split().spelled();
        form.search = order.prompts().search();
        form.limit = shown(order.prompts().limit());
        form.fewerThan = shown(order.prompts().fewerThan());
        form.samples = shown(settings.samplesPerPrompt());
        form.temperature = shown(settings.temperature());
        form.maxTokens = shown(settings.maxTokens());
        form.seed = shown(settings.seed());
        form.stop = String.join("\n", settings.stop());
        form.samplesPerCall = shown(settings.samplesPerCall());
        form.maxInFlight = shown(settings.maxInFlight());
        form.requestsPerMinute = shown(settings.requestsPerMinute());
        form.tokensPerMinute = shown(settings.tokensPerMinute());
        form.tokenBudget = shown(settings.tokenBudget());
        form.moneyBudget =
                settings.moneyBudget() == null ? "" : settings.moneyBudget().toPlainString();
        form.previewPrompts = shown(settings.previewPrompts());
        form.systemTemplate = settings.systemTemplate();
        form.userTemplate = settings.userTemplate();
        return form;
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Whether a model of this name is chosen. */
    public boolean asks(String model) {
        return models != null && models.contains(model);
    }

    /** Refuses with a {@link RefusedException} when a field cannot be read or is out of its range. */
    RunOrder order() {
        RunSettings settings = new RunSettings(
                required("Samples per prompt", samples, Integer::valueOf),
                required("The temperature", temperature, Double::valueOf),
                required("The limit of tokens", maxTokens, Integer::valueOf),
                optional("The seed", seed, Long::valueOf),
                text(stop).lines().filter(line -> !line.isBlank()).toList(),
                optional("Samples per call", samplesPerCall, Integer::valueOf),
                optional("Calls in flight", maxInFlight, Integer::valueOf),
                optional("Requests per minute", requestsPerMinute, Integer::valueOf),
                optional("Tokens per minute", tokensPerMinute, Integer::valueOf),
                optional("The budget of tokens", tokenBudget, Long::valueOf),
                optional("The budget of money", moneyBudget, BigDecimal::new),
                optional("Prompts of the preview", previewPrompts, Integer::valueOf),
                text(systemTemplate),
                text(userTemplate));
        settings.check();
        return new RunOrder(models == null ? List.of() : models, selection(), settings);
    }

    PromptSelection selection() {
        return new PromptSelection(
                Split.spelled(split).orElse(null),
                search,
                optional("The limit of prompts", limit, Integer::valueOf),
                optional("“Fewer than”", fewerThan, Integer::valueOf));
    }

    static <T> T required(String name, @Nullable String given, Function<String, T> read) {
        T value = optional(name, given, read);
        if (value == null) {
            throw new RefusedException(RefusedException.Kind.INVALID, name + " is missing.");
        }
        return value;
    }

    /** Null when nothing is written there. */
    static <T> @Nullable T optional(String name, @Nullable String given, Function<String, T> read) {
        String text = text(given).strip();
        try {
            return text.isEmpty() ? null : read.apply(text);
        } catch (NumberFormatException e) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    String.format(Locale.ROOT, "%s must be a number that fits, not “%.40s”.", name, text));
        }
    }

    // Browsers send line ends as CR LF.
    private static String text(@Nullable String given) {
        return given == null ? "" : given.replace("\r\n", "\n");
    }
}
