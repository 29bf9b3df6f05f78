package org.kukai.web.generation;

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
    @RestForm
    public @Nullable String model;

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
    public @Nullable String systemTemplate;

    @RestForm
    public @Nullable String userTemplate;

    static RunForm usual(@Nullable String model) {
        RunSettings usual = RunSettings.usual();
        RunForm form = new RunForm();
        form.model = model;
        form.split = Split.TRAIN.spelled();
        form.samples = String.valueOf(usual.samplesPerPrompt());
        form.temperature = String.valueOf(usual.temperature());
        form.maxTokens = String.valueOf(usual.maxTokens());
        form.maxInFlight = String.valueOf(usual.maxInFlight());
        form.systemTemplate = usual.systemTemplate();
        form.userTemplate = usual.userTemplate();
        return form;
    }

    /** Refuses with a {@link RefusedException} when a field cannot be read or is out of its range. */
    RunOrder order() {
        RunSettings settings = new RunSettings(
                required("Samples per prompt", samples, Integer::valueOf),
                required("The temperature", temperature, Double::valueOf),
                required("The limit of tokens", maxTokens, Integer::valueOf),
                optional("The seed", seed, Long::valueOf),
                required("Calls in flight", maxInFlight, Integer::valueOf),
                optional("Requests per minute", requestsPerMinute, Integer::valueOf),
                text(systemTemplate),
                text(userTemplate));
        settings.check();
        return new RunOrder(text(model), selection(), settings);
    }

    PromptSelection selection() {
        return new PromptSelection(
                Split.spelled(split).orElse(null), search, optional("The limit of prompts", limit, Integer::valueOf));
    }

    private static <T> T required(String name, @Nullable String given, Function<String, T> read) {
        T value = optional(name, given, read);
        if (value == null) {
            throw new RefusedException(RefusedException.Kind.INVALID, name + " is missing.");
        }
        return value;
    }

    private static <T> @Nullable T optional(String name, @Nullable String given, Function<String, T> read) {
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
