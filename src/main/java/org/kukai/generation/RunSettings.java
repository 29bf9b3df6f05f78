package org.kukai.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.llm.Sampling;
import org.kukai.llm.gate.GateLimits;

/**
 * How a run asks; stored with it for ever. Limits hold for each of its models, over all nodes together; budgets for the run.
 *
 * @param samplesPerPrompt of each model, 1 to 1,000
 * @param temperature 0 to 2
 * @param maxTokens where an answer is cut, 1 to 100,000
 * @param seed makes draws repeatable where the server honours it; null leaves it to chance
 * @param stop texts that end an answer, at most 4
 * @param samplesPerCall how many samples one call asks for at most, 1 to 128, where the server gives several; null leaves it to Kukai
 * @param maxInFlight how many calls are open at the same time at most, 1 to 1,024; null adapts to the server
 * @param requestsPerMinute how many calls are begun in a minute at most; null for as many as the server takes
 * @param tokensPerMinute how many tokens these may take; null for as many as the server gives
 * @param tokenBudget when the run has taken so many, it is paused; null for no limit
 * @param moneyBudget when it has cost so much, at the prices of its models, it is paused; null for no limit
 * @param previewPrompts so many prompts are asked first, then the run waits for a go; null for no preview
 * @param systemTemplate the system message; when blank, none is sent
 * @param userTemplate the request, with {@value #PLACE} where the prompt goes
 */
@Embeddable
public record RunSettings(
        int samplesPerPrompt,
        double temperature,
        int maxTokens,
        @Nullable Long seed,
        @Nullable List<String> stop,
        @Nullable Integer samplesPerCall,
        @Nullable Integer maxInFlight,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer tokensPerMinute,
        @Nullable Long tokenBudget,
        @Nullable BigDecimal moneyBudget,
        @Nullable Integer previewPrompts,
        String systemTemplate,
        String userTemplate) {
    /** Where a template takes the prompt. */
    public static final String PLACE = "{prompt}";

    public static final String SYSTEM_TEMPLATE =
            "You are a poet. Answer with one haiku in English: three lines of 5, 7 and 5 syllables, and nothing else.";
    public static final String USER_TEMPLATE = PLACE;

    private static final int TEMPLATE_LIMIT = 10_000;

    public RunSettings {
        stop = stop == null ? List.of() : List.copyOf(stop);
    }

    /** One sample a call, no stop texts and no budget. */
    public RunSettings(
            int samplesPerPrompt,
            double temperature,
            int maxTokens,
            @Nullable Long seed,
            @Nullable Integer maxInFlight,
            @Nullable Integer requestsPerMinute,
            String systemTemplate,
            String userTemplate) {
        this(
                samplesPerPrompt,
                temperature,
                maxTokens,
                seed,
                List.of(),
                1,
                maxInFlight,
                requestsPerMinute,
                null,
                null,
                null,
                null,
                systemTemplate,
                userTemplate);
    }

    /** What a form starts with. */
    public static RunSettings usual() {
        return new RunSettings(
                4, 0.7, 128, null, List.of(), null, null, null, null, null, null, null, SYSTEM_TEMPLATE, USER_TEMPLATE);
    }

    /** Refuses with a {@link RefusedException} when a value is out of its range or a template cannot be used. */
    public void check() {
        between(1, samplesPerPrompt, 1000, "A run takes 1 to 1,000 samples per prompt, not %s.");
        sampling();
        between(
                1,
                samplesPerCall,
                128,
                "One call asks for 1 to 128 samples, not %s; leave it empty to let Kukai see what fits.");
        gateLimits();
        atLeast(tokenBudget, "A budget of tokens is 1 or more, not %s; leave it empty for no limit.");
        check(
                moneyBudget == null || isPlain(moneyBudget),
                "A budget of money is less than 10,000,000,000 and has at most 20 digits after the point.");
        atLeast(moneyBudget, "A budget of money is more than 0, not %s; leave it empty for no limit.");
        atLeast(previewPrompts, "A preview asks at least one prompt, not %s; leave it empty for no preview.");
        check(
                userTemplate.contains(PLACE),
                "The user template must say where the prompt goes: write " + PLACE + " in it.");
        check(
                userTemplate.length() <= TEMPLATE_LIMIT && systemTemplate.length() <= TEMPLATE_LIMIT,
                "A template has at most 10,000 characters.");
        check(
                userTemplate.indexOf('\0') < 0 && systemTemplate.indexOf('\0') < 0,
                "A template cannot hold the character NUL.");
        check(stop().stream().noneMatch(text -> text.indexOf('\0') >= 0), "A stop text cannot hold the character NUL.");
        check(
                Stream.concat(Stream.of(userTemplate, systemTemplate), stop().stream())
                        .flatMapToInt(String::codePoints)
                        .noneMatch(c -> Character.getType(c) == Character.SURROGATE),
                "A template or a stop text cannot hold half of a character (a surrogate alone).");
    }

    /** Texts that end an answer; empty when there are none. */
    @Override
    public List<String> stop() {
        return stop == null ? List.of() : stop;
    }

    Sampling sampling() {
        return new Sampling(temperature, maxTokens, 1, seed, stop());
    }

    GateLimits gateLimits() {
        return new GateLimits(maxInFlight, requestsPerMinute, tokensPerMinute);
    }

    boolean isBudgeted() {
        return tokenBudget != null || moneyBudget != null;
    }

    RunSettings withSamplesPerPrompt(int samples) {
        return new RunSettings(
                samples,
                temperature,
                maxTokens,
                seed,
                stop,
                samplesPerCall,
                maxInFlight,
                requestsPerMinute,
                tokensPerMinute,
                tokenBudget,
                moneyBudget,
                previewPrompts,
                systemTemplate,
                userTemplate);
    }

    RunSettings withBudgets(@Nullable Long tokens, @Nullable BigDecimal money) {
        return new RunSettings(
                samplesPerPrompt,
                temperature,
                maxTokens,
                seed,
                stop,
                samplesPerCall,
                maxInFlight,
                requestsPerMinute,
                tokensPerMinute,
                tokens,
                money,
                previewPrompts,
                systemTemplate,
                userTemplate);
    }

    /** The system message for a prompt. */
    public String system(String prompt) {
        return systemTemplate.replace(PLACE, prompt);
    }

    /** The request for a prompt. */
    public String user(String prompt) {
        return userTemplate.replace(PLACE, prompt);
    }

    private static void between(int least, @Nullable Integer value, int most, String otherwise) {
        check(value == null || (least <= value && value <= most), otherwise.formatted(value));
    }

    // A number with a huge exponent is small as it stands and huge when it is written out.
    private static boolean isPlain(BigDecimal amount) {
        return amount.scale() <= 20 && (long) amount.precision() - amount.scale() <= 10;
    }

    private static void atLeast(@Nullable Number value, String otherwise) {
        check(value == null || value.doubleValue() > 0, otherwise.formatted(value));
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new RefusedException(RefusedException.Kind.INVALID, otherwise);
        }
    }
}
