package org.kukai.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

import org.kukai.statistics.RawAgreement.Tally;

/**
 * Krippendorff's alpha for nominal categories, any number of raters, and missing votes: 1 less the observed disagreement over
 * the one expected by chance (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania,
 * part C; the same as Content Analysis, chapter 12). Items with fewer than two votes say nothing. 1 is perfect, 0 is what
 * chance gives, less than 0 is worse than chance.
 */
public final class Krippendorff {
    private Krippendorff() {}

    /** From -1 to 1; empty when no item has two votes, or when all votes that can be compared are the same. */
    public static OptionalDouble alpha(Collection<Tally> tallies) {
        List<Unit> units = units(tallies);
        return alpha(units, units.stream().mapToLong(Unit::items).toArray());
    }

    /**
     * The interval that holds alpha with the probability, by resampling items with their votes, so it speaks of more items
     * and the same raters: the plain percentile bootstrap (Efron and Tibshirani 1993, chapter 13; for alpha: Zapf and others
     * 2016, BMC Medical Research Methodology 16:93). Not the procedure of Hayes and Krippendorff 2007, which resamples single
     * pairs of votes as if they were independent. The same seed gives the same interval.
     *
     * <p>Cost: replications times the number of different tallies; the number of items does not matter.
     */
    public static Optional<Interval> interval(Collection<Tally> tallies, int replications, double level, long seed) {
        List<Unit> units = units(tallies);
        Multinomial multinomial =
                new Multinomial(units.stream().mapToLong(Unit::items).toArray());
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[replications];
        int known = 0;
        for (int i = 0; i < replications && units.size() > 0; i++) {
            OptionalDouble alpha = alpha(units, multinomial.draw(random));
            if (alpha.isPresent()) {
                drawn[known++] = alpha.getAsDouble();
            }
        }
        if (known == 0) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(drawn, known);
        Arrays.sort(sorted);
        double tail = (1 - level) / 2;
        return Optional.of(new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail)));
    }

    /** By linear interpolation between order statistics. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static List<Unit> units(Collection<Tally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.items() > 0 && tally.total() > 1)
                .map(Unit::of)
                .toList();
    }

    private static OptionalDouble alpha(List<Unit> units, long[] times) {
        double[] votes = new double
                [units.stream().mapToInt(unit -> unit.votes.size()).max().orElse(0)];
        double disagreeing = 0;
        double all = 0;
        for (int i = 0; i < times.length; i++) {
            Unit unit = units.get(i);
            disagreeing += times[i] * unit.disagreeing;
            for (int category = 0; category < unit.votes.size(); category++) {
                votes[category] += (double) times[i] * unit.votes.get(category);
                all += (double) times[i] * unit.votes.get(category);
            }
        }
        double same = 0;
        for (double count : votes) {
            same += count * count;
        }
        double expected = all * all - same;
        return expected <= 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (all - 1) * disagreeing / expected);
    }

    /** Items of the same votes; {@code disagreeing} counts each of them once, in ordered pairs over votes less one. */
    private record Unit(List<Long> votes, long items, double disagreeing) {
        static Unit of(Tally tally) {
            long total = tally.total();
            double same =
                    tally.votes().stream().mapToDouble(n -> (double) n * n).sum();
            return new Unit(tally.votes(), tally.items(), ((double) total * total - same) / (total - 1));
        }
    }
}
