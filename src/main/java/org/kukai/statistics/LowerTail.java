package org.kukai.statistics;

/** The lower tail of the binomial distribution: how likely chance alone gives so few successes. */
public final class LowerTail {
    private LowerTail() {}

    /**
     * The probability of so many successes or fewer, from 0 to 1; 1 without trials.
     *
     * @param chance of one success, above 0 and below 1
     */
    public static double of(long successes, long trials, double chance) {
        double logHit = Math.log(chance);
        double logMiss = Math.log1p(-chance);
        double logChoose = 0;
        double sum = 0;
        // C(n, k) by its logarithm, so that large n do not overflow.
        for (long k = 0; k <= successes; k++) {
            sum += Math.exp(logChoose + k * logHit + (trials - k) * logMiss);
            logChoose += Math.log((double) trials - k) - Math.log(k + 1.0);
        }
        return Math.min(1, sum);
    }
}
