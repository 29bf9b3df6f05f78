package org.kukai.statistics;

import java.util.Collection;
import java.util.List;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether a rater agrees less with the others than they do among each other. If nobody were different, the votes on an item
 * could be exchanged among those who gave them, so each of them is equally likely to be the rater's: a permutation test
 * within items (Good 2005, Permutation, Parametric and Bootstrap Tests of Hypotheses, chapter 3), whose statistic is the number
 * of others' votes that say the same as the rater's.
 */
public final class Conformity {
    /** Up to so many items the distribution is computed exactly, beyond by its normal approximation. */
    private static final long FEW = 2000;

    private Conformity() {}

    /**
     * Items that the rater voted on and that look the same.
     *
     * @param votes how many votes each category got, the rater's among them
     * @param own the rater's category
     * @param items how many there are
     */
    public record Seen(List<Long> votes, int own, long items) {
        public Seen {
            votes = List.copyOf(votes);
            if (votes.get(own) < 1) {
                throw new IllegalArgumentException("the rater's own vote is not among " + votes);
            }
        }

        private long all() {
            return votes.stream().mapToLong(Long::longValue).sum();
        }

        /** Whether it makes a difference which of the votes is the rater's. */
        private boolean tells() {
            return votes.stream().filter(count -> count > 0).distinct().count() > 1;
        }

        private double mean() {
            return votes.stream().mapToDouble(count -> count * (count - 1.0)).sum() / all();
        }

        private double variance() {
            double mean = mean();
            return votes.stream()
                            .mapToDouble(count -> count * Math.pow(count - 1.0 - mean, 2))
                            .sum()
                    / all();
        }
    }

    /** How likely the rater would agree with others as little as they do, or less; 1 when nothing can be told. */
    public static double p(Collection<Seen> seen) {
        List<Seen> telling =
                seen.stream().filter(s -> s.items() > 0 && s.tells()).toList();
        long agreed = telling.stream()
                .mapToLong(s -> s.items() * (s.votes().get(s.own()) - 1))
                .sum();
        long items = telling.stream().mapToLong(Seen::items).sum();
        return items <= FEW ? exact(telling, agreed) : normal(telling, agreed);
    }

    private static double normal(List<Seen> telling, long agreed) {
        double mean = telling.stream().mapToDouble(s -> s.items() * s.mean()).sum();
        double variance =
                telling.stream().mapToDouble(s -> s.items() * s.variance()).sum();
        return new NormalDistribution().cumulativeProbability((agreed + 0.5 - mean) / Math.sqrt(variance));
    }

    private static double exact(List<Seen> telling, long agreed) {
        double[] chances = {1};
        for (Seen one : telling) {
            for (long i = 0; i < one.items(); i++) {
                chances = with(chances, one);
            }
        }
        double sum = 0;
        for (int total = 0; total <= agreed && total < chances.length; total++) {
            sum += chances[total];
        }
        return Math.min(1, sum);
    }

    private static double[] with(double[] chances, Seen one) {
        int most = one.votes().stream().mapToInt(Long::intValue).max().orElse(1) - 1;
        double[] next = new double[chances.length + most];
        double all = one.all();
        for (long count : one.votes()) {
            for (int total = 0; count > 0 && total < chances.length; total++) {
                next[total + (int) count - 1] += chances[total] * count / all;
            }
        }
        return next;
    }
}
