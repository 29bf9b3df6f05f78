package org.kukai.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The score interval of a share (Wilson 1927, Journal of the American Statistical Association 22, 209-212), without
 * continuity correction: the third method of Newcombe 1998, Statistics in Medicine 17, 857-872.
 */
public final class Wilson {
    private Wilson() {}

    /** Between 0 and 1; everything when there are no trials. Both may be sums of weights. */
    public static Interval interval(double successes, double trials, double level) {
        if (!(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException("no share: " + successes + " of " + trials);
        }
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
        double failures = trials - successes;
        double middle = (successes + z * z / 2) / (trials + z * z);
        double reach = z / (trials + z * z) * Math.sqrt(successes * failures / trials + z * z / 4);
        return new Interval(
                successes == 0 ? 0 : Math.max(0, middle - reach), failures == 0 ? 1 : Math.min(1, middle + reach));
    }
}
