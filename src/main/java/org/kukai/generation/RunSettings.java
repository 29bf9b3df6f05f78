package org.kukai.generation;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.llm.Sampling;

/**
 * How a run asks; stored with it for ever.
 *
 * @param samplesPerPrompt 1 to 1,000
 * @param temperature 0 to 2
 * @param maxTokens where an answer is cut, 1 to 100,000
 * @param seed makes draws repeatable where the server honours it; null leaves it to chance
 * @param maxInFlight how many calls are open at the same time at most, 1 to 1,024
 * @param requestsPerMinute how many calls are begun in a minute at most; null for as many as the server takes
 * @param systemTemplate the system message; when blank, none is sent
 * @param userTemplate the request, with {@value #PLACE} where the prompt goes
 */
@Embeddable
public record RunSettings(
        int samplesPerPrompt,
        double temperature,
        int maxTokens,
        @Nullable Long seed,
        int maxInFlight,
        @Nullable Integer requestsPerMinute,
        String systemTemplate,
        String userTemplate) {
    /** Where a template takes the prompt. */
    public static final String PLACE = "{prompt}";

    public static final String SYSTEM_TEMPLATE =
            "You are a poet. Answer with one haiku in English: three lines of 5, 7 and 5 syllables, and nothing else.";
    public static final String USER_TEMPLATE = PLACE;

    private static final int TEMPLATE_LIMIT = 10_000;

    /** What a form starts with. */
    public static RunSettings usual() {
        return new RunSettings(4, 0.7, 128, null, 16, null, SYSTEM_TEMPLATE, USER_TEMPLATE);
    }

    /** Refuses with a {@link RefusedException} when a value is out of its range or a template cannot be used. */
    public void check() {
        check(
                between(1, samplesPerPrompt, 1000),
                "A run takes 1 to 1,000 samples per prompt, not " + samplesPerPrompt + ".");
        sampling();
        check(between(1, maxInFlight, 1024), "There are 1 to 1,024 calls in flight at most, not " + maxInFlight + ".");
        check(
                requestsPerMinute == null || between(1, requestsPerMinute, 1_000_000),
                "A limit of requests is 1 to 1,000,000 a minute, not " + requestsPerMinute
                        + "; leave it empty for no limit.");
        check(
                userTemplate.contains(PLACE),
                "The user template must say where the prompt goes: write " + PLACE + " in it.");
        check(
                userTemplate.length() <= TEMPLATE_LIMIT && systemTemplate.length() <= TEMPLATE_LIMIT,
                "A template has at most 10,000 characters.");
        check(
                userTemplate.indexOf('\0') < 0 && systemTemplate.indexOf('\0') < 0,
                "A template cannot hold the character NUL.");
    }

    Sampling sampling() {
        return new Sampling(temperature, maxTokens, 1, seed, java.util.List.of());
    }

    /** The system message for a prompt. */
    public String system(String prompt) {
        return systemTemplate.replace(PLACE, prompt);
    }

    /** The request for a prompt. */
    public String user(String prompt) {
        return userTemplate.replace(PLACE, prompt);
    }

    private static boolean between(int least, int value, int most) {
        return least <= value && value <= most;
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new RefusedException(RefusedException.Kind.INVALID, otherwise);
        }
    }
}
