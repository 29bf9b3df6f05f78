package org.kukai.llm;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * How a model draws its answers.
 *
 * @param temperature 0 (always the likeliest) to 2
 * @param maxTokens where an answer is cut, 1 to 100,000 tokens
 * @param n how many answers one call asks for, 1 to 128
 * @param seed makes draws repeatable where the server honours it; null leaves it to chance
 * @param stop texts that end an answer, at most 4
 */
public record Sampling(
        double temperature, int maxTokens, int n, @Nullable Long seed, List<String> stop) {
    private static final double HOTTEST = 2;
    private static final int MOST_TOKENS = 100_000;
    private static final int MOST_CHOICES = 128;
    private static final int MOST_STOPS = 4;

    /** @throws RefusedException when a value is out of its range */
    public Sampling {
        stop = List.copyOf(stop);
        check(
                temperature >= 0 && temperature <= HOTTEST,
                "The temperature lies between 0 and 2, not at " + temperature);
        check(maxTokens >= 1 && maxTokens <= MOST_TOKENS, "An answer has 1 to 100,000 tokens, not " + maxTokens);
        check(n >= 1 && n <= MOST_CHOICES, "One call asks for 1 to 128 answers, not " + n);
        check(
                stop.size() <= MOST_STOPS && stop.stream().noneMatch(String::isEmpty),
                "There are at most 4 stop texts, none of them empty; here are " + stop.size());
    }

    /** One answer, left to chance, with no stop text. */
    public static Sampling of(double temperature, int maxTokens) {
        return new Sampling(temperature, maxTokens, 1, null, List.of());
    }

    public Sampling withN(int answers) {
        return new Sampling(temperature, maxTokens, answers, seed, stop);
    }

    public Sampling withSeed(@Nullable Long fresh) {
        return new Sampling(temperature, maxTokens, n, fresh, stop);
    }

    /**
     * One answer, the one that has the place {@code index} among those that this seed gives: without it, calls for single
     * answers under one seed would all give the same text.
     */
    public Sampling forSample(int index) {
        return withN(1).withSeed(seedOf(index));
    }

    /** The seed of the answer at a place; the first keeps the seed itself, further ones lie between 0 and 2^31 - 1. */
    @Nullable
    Long seedOf(int index) {
        if (seed == null || index == 0) {
            return seed;
        }
        return Seeds.mix(seed, index) >>> 33;
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new RefusedException(RefusedException.Kind.INVALID, otherwise + ".");
        }
    }
}
