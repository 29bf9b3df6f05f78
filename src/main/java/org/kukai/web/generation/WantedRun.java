package org.kukai.web.generation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.generation.PromptSelection;
import org.kukai.generation.Run;
import org.kukai.generation.RunOrder;
import org.kukai.generation.RunSettings;
import org.kukai.llm.Model;
import org.kukai.prompt.Split;

/**
 * The order of a run as a script writes it. What it leaves out is as in the run that it is {@code like}, else as in the form of the page; what it
 * sets to null is cleared.
 *
 * @param cleared the names of the fields that are there, and null
 */
@JsonDeserialize(using = WantedRunReader.class)
record WantedRun(Fields fields, Set<String> cleared) {
    /** What a script asks for, of {@code model} or of several {@code models}. */
    record Fields(
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

    /** Refuses with a {@link RefusedException} what cannot be ordered. */
    static RunOrder order(@Nullable WantedRun wanted) {
        if (wanted == null) {
            throw refuse("Say which model is to be asked: {\"model\":\"composer\"}.");
        }
        return wanted.order();
    }

    private RunOrder order() {
        RunOrder like = fields.like == null ? null : Run.byId(fields.like).order();
        RunSettings usual = like == null ? RunSettings.usual() : like.settings();
        RunSettings settings = new RunSettings(
                or(fields.samplesPerPrompt, usual.samplesPerPrompt()),
                or(fields.temperature, usual.temperature()),
                or(fields.maxTokens, usual.maxTokens()),
                given("seed", fields.seed, usual.seed()),
                cleared.contains("stop") ? List.of() : or(fields.stop, usual.stop()),
                given("samplesPerCall", fields.samplesPerCall, usual.samplesPerCall()),
                given("maxInFlight", fields.maxInFlight, usual.maxInFlight()),
                given("requestsPerMinute", fields.requestsPerMinute, usual.requestsPerMinute()),
                given("tokensPerMinute", fields.tokensPerMinute, usual.tokensPerMinute()),
                given("tokenBudget", fields.tokenBudget, usual.tokenBudget()),
                given("moneyBudget", fields.moneyBudget, usual.moneyBudget()),
                given("previewPrompts", fields.previewPrompts, usual.previewPrompts()),
                or(fields.systemTemplate, usual.systemTemplate()),
                or(fields.userTemplate, usual.userTemplate()));
        PromptSelection prompts = like != null && fields.prompts == null && !cleared.contains("prompts")
                ? like.prompts()
                : selection(fields.prompts);
        return new RunOrder(models(like), prompts, settings);
    }

    private List<String> models(@Nullable RunOrder like) {
        if (fields.model != null && fields.models != null) {
            throw refuse("Give either “model” or “models”, not both.");
        }
        if (fields.model != null) {
            return List.of(fields.model);
        }
        if (fields.models != null) {
            return fields.models;
        }
        if (like == null) {
            throw refuse(
                    "Say which model is to be asked: {\"model\":\"composer\"}, or {\"models\":[\"composer\",\"another\"]}.");
        }
        List<String> gone = removed(like.models());
        if (!gone.isEmpty()) {
            throw refuse(
                    goneInWords(gone) + " Bring them back, or say which models are to be asked instead with “models”.");
        }
        return like.models();
    }

    /** Those of these models that nobody can ask any more. */
    static List<String> removed(List<String> models) {
        List<String> gone = new ArrayList<>(models);
        gone.removeIf(name -> Model.findByName(name).isPresent());
        return gone;
    }

    /** That these models, which a run asked, were removed. */
    static String goneInWords(List<String> models) {
        return "The run that this one is to be like asked " + String.join(" and ", models)
                + (models.size() == 1 ? ", which was removed." : ", which were removed.");
    }

    private <T> @Nullable T given(String field, @Nullable T wanted, @Nullable T usual) {
        return wanted == null && !cleared.contains(field) ? usual : wanted;
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

    private static RefusedException refuse(String why) {
        return new RefusedException(RefusedException.Kind.INVALID, why);
    }
}
