package org.kukai.web.prompt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.prompt.FileFormat;
import org.kukai.prompt.FileTexts;
import org.kukai.prompt.writing.PromptRunOrder;
import org.kukai.prompt.writing.TopicChoice;
import org.kukai.prompt.writing.WritingSettings;
import org.kukai.web.Uploads;

/** The form for a new prompt run, field by field as it was written, so that it can be shown again with what was wrong. */
public final class PromptRunForm {
    @RestForm
    public @Nullable String model;

    /** Where the topics come from: {@code given}, {@code starter} or {@code proposed}. */
    @RestForm
    public @Nullable String about;

    @RestForm
    public @Nullable String topics;

    @RestForm
    public @Nullable FileUpload file;

    @RestForm
    public @Nullable String starterTopics;

    @RestForm
    public @Nullable String proposedTopics;

    @RestForm
    public @Nullable String theme;

    @RestForm
    public @Nullable String perTopic;

    @RestForm
    public @Nullable String answersPerTopic;

    @RestForm
    public @Nullable String temperature;

    @RestForm
    public @Nullable String maxTokens;

    @RestForm
    public @Nullable String maxInFlight;

    @RestForm
    public @Nullable String likeness;

    static PromptRunForm usual(@Nullable String model) {
        WritingSettings usual = WritingSettings.usual(null);
        PromptRunForm form = new PromptRunForm();
        form.model = model;
        form.about = "given";
        form.proposedTopics = "20";
        form.starterTopics = "50";
        form.perTopic = String.valueOf(usual.perTopic());
        form.answersPerTopic = String.valueOf(usual.answersPerTopic());
        form.temperature = String.valueOf(usual.temperature());
        form.maxInFlight = String.valueOf(usual.maxInFlight());
        form.likeness = String.valueOf(usual.likeness());
        return form;
    }

    /** Refuses with a {@link RefusedException} when a field cannot be read or is out of its range. */
    PromptRunOrder order(Uploads uploads) {
        WritingSettings usual = WritingSettings.usual(number("Requests per answer", perTopic, Integer::valueOf));
        WritingSettings settings = new WritingSettings(
                usual.perTopic(),
                given(number("Answers per topic", answersPerTopic, Integer::valueOf), usual.answersPerTopic()),
                given(number("The temperature", temperature, Double::valueOf), usual.temperature()),
                given(number("The limit of tokens", maxTokens, Integer::valueOf), usual.maxTokens()),
                given(number("Calls in flight", maxInFlight, Integer::valueOf), usual.maxInFlight()),
                given(number("The similarity", likeness, Double::valueOf), usual.likeness()));
        settings.check();
        return new PromptRunOrder(Objects.requireNonNullElse(model, ""), choice(uploads), settings);
    }

    private TopicChoice choice(Uploads uploads) {
        return switch (Objects.requireNonNullElse(about, "")) {
            case "given" -> new TopicChoice.Given(lines(uploads));
            case "starter" ->
                new TopicChoice.Starter(
                        number("The number of the starter set's topics", starterTopics, Integer::valueOf));
            case "proposed" -> {
                Integer count = number("The number of topics to propose", proposedTopics, Integer::valueOf);
                yield new TopicChoice.Proposed(count == null ? 0 : count, theme);
            }
            default -> throw refused("Choose where the topics come from.");
        };
    }

    private List<String> lines(Uploads uploads) {
        List<String> lines = new ArrayList<>((topics == null ? "" : topics)
                .lines()
                .filter(line -> !line.isBlank())
                .toList());
        if (file != null && !file.fileName().isBlank()) {
            Path content = uploads.chosen(file);
            lines.addAll(FileTexts.read(content, FileFormat.stated(null, file.fileName()), TopicChoice.MOST));
        }
        if (lines.isEmpty()) {
            throw refused("Name at least one topic, one a line, or choose a file with some.");
        }
        return lines;
    }

    private static <T> T given(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }

    private static <T> @Nullable T number(String name, @Nullable String given, Function<String, T> read) {
        String text = given == null ? "" : given.strip();
        try {
            return text.isEmpty() ? null : read.apply(text);
        } catch (NumberFormatException e) {
            throw refused(String.format(Locale.ROOT, "%s must be a number that fits, not “%.40s”.", name, text));
        }
    }

    private static RefusedException refused(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }
}
