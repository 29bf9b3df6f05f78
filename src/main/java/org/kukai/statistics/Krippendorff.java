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
     * and the same raters: the bootstrap with correction of bias and acceleration (Efron 1987, Journal of the American
     * Statistical Association 82, 171-185), its tails widened for few items by Student's t (Hesterberg 2015, The American
     * Statistician 69, 371-386). Not the procedure of Hayes and Krippendorff 2007, which resamples single pairs of votes as if
     * they were independent. The same seed gives the same interval.
     *
     * <p>Cost: replications times the number of different tallies; the number of items does not matter.
     *
     * @return empty when there is no alpha, or fewer than two items
     */
    public static Optional<Interval> interval(Collection<Tally> tallies, int replications, double level, long seed) {
        List<Unit> units = units(tallies);
        long[] times = units.stream().mapToLong(Unit::items).toArray();
        OptionalDouble alpha = alpha(units, times);
        if (alpha.isEmpty() || Arrays.stream(times).sum() < 2) {
            return Optional.empty();
        }
        Multinomial multinomial = new Multinomial(times);
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[replications];
        int known = 0;
        for (int i = 0; i < replications; i++) {
            OptionalDouble one = alpha(units, multinomial.draw(random));
            if (one.isPresent()) {
                drawn[known++] = one.getAsDouble();
            }
        }
        return known == 0
                ? Optional.empty()
                : Optional.of(Bootstrap.interval(
                        alpha.getAsDouble(), Arrays.copyOf(drawn, known), leftOut(units, times), times, level));
    }

    /** Alpha without one item of each kind; what it is with all where there is none without. */
    private static double[] leftOut(List<Unit> units, long[] times) {
        double all = alpha(units, times).orElseThrow();
        double[] without = new double[times.length];
        for (int kind = 0; kind < times.length; kind++) {
            times[kind]--;
            without[kind] = alpha(units, times).orElse(all);
            times[kind]++;
        }
        return without;
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
