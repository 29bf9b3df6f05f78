package org.kukai.statistics;

/** The exact sign test: how likely chance alone splits so many equally likely outcomes at least as unevenly. */
public final class SignTest {
    private SignTest() {}

    /** The two-sided p-value of {@code one} against {@code other}, from 0 to 1; 1 when there are none. */
    public static double p(long one, long other) {
        long trials = one + other;
        long extreme = Math.max(one, other);
        double logOfOne = Math.log(0.5) * trials;
        double logChoose = 0;
        double tail = 0;
        // From all on one side down to the split that was seen: C(n, k) by its logarithm, so that large n do not
        // overflow.
        for (long k = trials; k >= extreme; k--) {
            tail += Math.exp(logChoose + logOfOne);
            logChoose += Math.log((double) k) - Math.log(trials - k + 1.0);
        }
        return Math.min(1, 2 * tail);
    }
}
