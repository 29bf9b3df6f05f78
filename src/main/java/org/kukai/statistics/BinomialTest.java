package org.kukai.statistics;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/** The exact binomial test: how likely chance alone gives a number of successes that is at least as unlikely as the one seen. */
public final class BinomialTest {
    /** Two outcomes are equally likely up to this, so that rounding does not part them. */
    private static final double SLACK = 1 + 1e-7;

    private BinomialTest() {}

    /**
     * The two-sided p-value, by the outcomes that are no likelier than the one seen (Conover 1999, Practical Nonparametric
     * Statistics, 3rd ed., section 3.1); 1 when there are no trials.
     *
     * @param chance of a success, between 0 and 1, both left out
     */
    public static double twoSided(int successes, int trials, double chance) {
        BinomialDistribution distribution = new BinomialDistribution(trials, chance);
        double seen = distribution.probability(successes) * SLACK;
        double middle = trials * chance;
        if (successes == middle || trials == 0) {
            return 1;
        }
        if (successes < middle) {
            int low = (int) Math.ceil(middle);
            int high = trials + 1;
            while (low < high) {
                int between = (low + high) >>> 1;
                if (distribution.probability(between) <= seen) {
                    high = between;
                } else {
                    low = between + 1;
                }
            }
            return Math.min(1, distribution.cumulativeProbability(successes) + upper(distribution, low));
        }
        int low = -1;
        int high = (int) Math.floor(middle);
        while (low < high) {
            int between = Math.floorDiv(low + high + 1, 2);
            if (distribution.probability(between) <= seen) {
                low = between;
            } else {
                high = between - 1;
            }
        }
        return Math.min(1, distribution.cumulativeProbability(low) + upper(distribution, successes));
    }

    private static double upper(BinomialDistribution distribution, int from) {
        return from > distribution.getNumberOfTrials()
                ? 0
                : new BinomialDistribution(distribution.getNumberOfTrials(), 1 - distribution.getProbabilityOfSuccess())
                        .cumulativeProbability(distribution.getNumberOfTrials() - from);
    }
}
