package org.kukai.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

import org.kukai.statistics.RankCorrelation.Stratum;

/** The ranks of one stratum, each less the mean rank, and what sums over them tell. */
final class RankedStratum {
    private static final int TINY = 9;
    private static final int SMALL = 50;
    private static final double CLOSE = 1e-9;

    private final double[] one;
    private final double[] other;
    private final double agreeing;

    private RankedStratum(double[] one, double[] other) {
        this.one = one;
        this.other = other;
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.signum(one[i] - one[j]) * Math.signum(other[i] - other[j]);
            }
        }
        this.agreeing = sum;
    }

    static RankedStratum of(Stratum stratum) {
        return new RankedStratum(ranks(stratum.one()), ranks(stratum.other()));
    }

    private static double[] ranks(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] ranks = new double[sorted.length];
        for (int i = 0; i < ranks.length; i++) {
            double value = values.get(i);
            int below = first(sorted, value, false);
            int upTo = first(sorted, value, true);
            ranks[i] = (below + upTo - 1) / 2.0 - (ranks.length - 1) / 2.0;
        }
        return ranks;
    }

    /** How many are less than the value, or at most it. */
    private static int first(double[] sorted, double value, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (above && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int size() {
        return one.length;
    }

    double products() {
        return products(one, other);
    }

    private static double products(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    double squaresOfOne() {
        return products(one, one);
    }

    double squaresOfOther() {
        return products(other, other);
    }

    double varianceOfProducts() {
        return one.length < 2 ? 0 : squaresOfOne() * squaresOfOther() / (one.length - 1);
    }

    double agreeing() {
        return agreeing;
    }

    double pairsOfOne() {
        return untied(one);
    }

    double pairsOfOther() {
        return untied(other);
    }

    private static double untied(double[] ranks) {
        return choose(ranks.length)
                - Arrays.stream(ties(ranks)).map(RankedStratum::choose).sum();
    }

    private static double choose(double things) {
        return things * (things - 1) / 2;
    }

    /** The sizes of groups of equal ranks. */
    private static double[] ties(double[] ranks) {
        return Arrays.stream(ranks)
                .boxed()
                .collect(Collectors.groupingBy(rank -> rank, Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(Long::doubleValue)
                .toArray();
    }

    /** Kendall 1970, Rank Correlation Methods, 4th ed., section 4.3. */
    double varianceOfAgreeing() {
        double n = one.length;
        if (n < 2) {
            return 0;
        }
        double[] a = ties(one);
        double[] b = ties(other);
        double plain = n * (n - 1) * (2 * n + 5)
                - sum(a, t -> t * (t - 1) * (2 * t + 5))
                - sum(b, t -> t * (t - 1) * (2 * t + 5));
        double both = sum(a, t -> t * (t - 1)) * sum(b, t -> t * (t - 1)) / (2 * n * (n - 1));
        double three = n < 3
                ? 0
                : sum(a, t -> t * (t - 1) * (t - 2)) * sum(b, t -> t * (t - 1) * (t - 2)) / (9 * n * (n - 1) * (n - 2));
        return plain / 18 + both + three;
    }

    private static double sum(double[] sizes, DoubleUnaryOperator term) {
        return Arrays.stream(sizes).map(term).sum();
    }

    boolean isTiny() {
        return one.length <= TINY;
    }

    boolean isSmallWithoutTies() {
        return one.length <= SMALL && ties(one).length == one.length && ties(other).length == other.length;
    }

    /** The share of all orders that give as large a sum of products, in size. */
    double exactSpearman() {
        long[] counts = new long[2];
        permute(other.clone(), 0, Math.abs(products()) - CLOSE, counts);
        return (double) counts[1] / counts[0];
    }

    private void permute(double[] order, int from, double least, long[] counts) {
        if (from == order.length) {
            counts[0]++;
            counts[1] += Math.abs(products(one, order)) >= least ? 1 : 0;
            return;
        }
        for (int i = from; i < order.length; i++) {
            swap(order, from, i);
            permute(order, from + 1, least, counts);
            swap(order, from, i);
        }
    }

    private static void swap(double[] order, int i, int j) {
        double kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    /** By the number of inversions of a random order, whose distribution is built up thing by thing. */
    double exactKendall() {
        double[] chances = {1};
        for (int size = 2; size <= one.length; size++) {
            double[] next = new double[chances.length + size - 1];
            for (int inversions = 0; inversions < chances.length; inversions++) {
                for (int more = 0; more < size; more++) {
                    next[inversions + more] += chances[inversions] / size;
                }
            }
            chances = next;
        }
        double all = choose(one.length);
        double sum = 0;
        for (int inversions = 0; inversions < chances.length; inversions++) {
            sum += Math.abs(all - 2.0 * inversions) >= Math.abs(agreeing) - CLOSE ? chances[inversions] : 0;
        }
        return Math.min(1, sum);
    }
}
