package org.kukai.prompt.writing;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.llm.Sampling;
import org.kukai.llm.gate.GateLimits;

/**
 * How a prompt run asks; stored with it.
 *
 * @param perTopic how many requests one answer is to list, 1 to 50
 * @param answersPerTopic how many answers are asked for each topic, 1 to 20; all of them are used
 * @param temperature 0 to 2
 * @param maxTokens where an answer is cut, 1 to 100,000
 * @param maxInFlight how many calls are open at the same time at most, 1 to 64
 * @param likeness from which trigram similarity on two requests are too much alike, 0.3 to 1
 */
@Embeddable
public record WritingSettings(
        int perTopic, int answersPerTopic, double temperature, int maxTokens, int maxInFlight, double likeness) {
    private static final int TOKENS_PER_REQUEST = 60;
    private static final int TOKENS_AROUND = 200;

    /** What a form starts with: room for every request that is asked for. */
    public static WritingSettings usual(@Nullable Integer perTopic) {
        int wanted = perTopic == null ? 10 : perTopic;
        int tokens = TOKENS_AROUND + TOKENS_PER_REQUEST * Math.clamp(wanted, 1, 50);
        return new WritingSettings(wanted, 1, 1.0, tokens, 4, 0.75);
    }

    /** Refuses with a {@link RefusedException} when a value is out of its range. */
    public void check() {
        check(
                perTopic >= 1 && perTopic <= 50,
                "One answer lists 1 to 50 requests, not " + perTopic + "; ask for more answers of each topic instead.");
        check(
                answersPerTopic >= 1 && answersPerTopic <= 20,
                "Each topic gets 1 to 20 answers, not " + answersPerTopic + ".");
        sampling();
        check(
                maxInFlight >= 1 && maxInFlight <= 64,
                "There are 1 to 64 calls in flight at most, not " + maxInFlight + ".");
        check(
                likeness >= 0.3 && likeness <= 1,
                "Two requests are too much alike from a similarity of 0.3 to 1 on, not " + likeness + ".");
    }

    /** Left to chance, so that every answer about a topic is another. */
    Sampling sampling() {
        return Sampling.of(temperature, maxTokens);
    }

    GateLimits limits() {
        return new GateLimits(maxInFlight, null, null);
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new RefusedException(RefusedException.Kind.INVALID, otherwise);
        }
    }
}
