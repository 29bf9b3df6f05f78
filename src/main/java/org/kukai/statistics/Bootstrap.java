package org.kukai.statistics;

import java.util.Arrays;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Intervals from resamples: see {@link Krippendorff#interval}. */
final class Bootstrap {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Bootstrap() {}

    /**
     * The interval, from what was estimated and what the resamples gave.
     *
     * @param leftOut the estimate without one thing of each kind
     * @param times how many things there are of each kind, at least two in all
     */
    static Interval interval(double estimate, double[] drawn, double[] leftOut, long[] times, double level) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        double things = Arrays.stream(times).sum();
        double reach = Math.sqrt(things / (things - 1))
                * new TDistribution(things - 1).inverseCumulativeProbability((1 + level) / 2);
        double bias = bias(estimate, sorted);
        double acceleration = acceleration(leftOut, times);
        return new Interval(
                quantile(sorted, share(-reach, bias, acceleration)),
                quantile(sorted, share(reach, bias, acceleration)));
    }

    private static double share(double z, double bias, double acceleration) {
        double moved = bias + z;
        double scale = 1 - acceleration * moved;
        // Where the correction would turn the order around, nothing is left to cut off.
        return scale <= 0 ? (z > 0 ? 1 : 0) : NORMAL.cumulativeProbability(bias + moved / scale);
    }

    private static double bias(double estimate, double[] sorted) {
        double below = 0;
        for (double one : sorted) {
            below += one < estimate ? 1 : one == estimate ? 0.5 : 0;
        }
        double least = 0.5 / sorted.length;
        return NORMAL.inverseCumulativeProbability(Math.clamp(below / sorted.length, least, 1 - least));
    }

    private static double acceleration(double[] leftOut, long[] times) {
        double things = Arrays.stream(times).sum();
        double mean = 0;
        for (int kind = 0; kind < times.length; kind++) {
            mean += leftOut[kind] * times[kind] / things;
        }
        double squares = 0;
        double cubes = 0;
        for (int kind = 0; kind < times.length; kind++) {
            double off = mean - leftOut[kind];
            squares += times[kind] * off * off;
            cubes += times[kind] * off * off * off;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    /** By linear interpolation between order statistics. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
