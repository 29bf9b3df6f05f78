package org.kukai.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How far two orders are the same: 1 for the same, -1 for the opposite. Things are compared only within their stratum, such as
 * the poems of one prompt, and the strata are added up. Ties get the mean of their ranks.
 *
 * @param spearman Pearson's correlation of ranks, each told against the mean of its stratum (Spearman 1904)
 * @param kendall tau-b: pairs of one stratum that agree less pairs that do not, over the geometric mean of the pairs that
 *     are not tied in the one order and in the other (Kendall 1945, Biometrika 33, 239-251)
 * @param spearmanP how likely chance alone orders them as much alike or opposite: over all orders of a single stratum of up to
 *     nine things, else by the normal approximation of the permutation distribution
 * @param kendallP the same for tau: exact for a single stratum of up to 50 things without ties, else the normal approximation
 *     with Kendall's variance for ties
 * @param things how many were compared
 */
public record RankCorrelation(double spearman, double spearmanP, double kendall, double kendallP, long things) {
    /** Things of one stratum: two numbers of each. */
    public record Stratum(List<Double> one, List<Double> other) {
        public Stratum {
            one = List.copyOf(one);
            other = List.copyOf(other);
            if (one.size() != other.size()) {
                throw new IllegalArgumentException(one.size() + " numbers against " + other.size());
            }
        }
    }

    /**
     * Empty when there are no two things of one stratum that differ in either.
     *
     * <p>Cost: the square of the size of each stratum.
     */
    public static Optional<RankCorrelation> of(Collection<Stratum> strata) {
        List<RankedStratum> ranked = strata.stream().map(RankedStratum::of).toList();
        double products = sum(ranked, RankedStratum::products);
        double ones = sum(ranked, RankedStratum::squaresOfOne);
        double others = sum(ranked, RankedStratum::squaresOfOther);
        if (ones == 0 || others == 0) {
            return Optional.empty();
        }
        double agreeing = sum(ranked, RankedStratum::agreeing);
        double pairs = Math.sqrt(sum(ranked, RankedStratum::pairsOfOne) * sum(ranked, RankedStratum::pairsOfOther));
        boolean single = ranked.size() == 1;
        double spearmanP = single && ranked.getFirst().isTiny()
                ? ranked.getFirst().exactSpearman()
                : twoSided(products / Math.sqrt(sum(ranked, RankedStratum::varianceOfProducts)));
        double kendallP = single && ranked.getFirst().isSmallWithoutTies()
                ? ranked.getFirst().exactKendall()
                : twoSided(agreeing / Math.sqrt(sum(ranked, RankedStratum::varianceOfAgreeing)));
        return Optional.of(new RankCorrelation(
                products / Math.sqrt(ones * others),
                spearmanP,
                agreeing / pairs,
                kendallP,
                ranked.stream().mapToLong(RankedStratum::size).sum()));
    }

    private static double twoSided(double z) {
        return Double.isNaN(z) ? 1 : 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z));
    }

    private static double sum(List<RankedStratum> strata, ToDoubleFunction<RankedStratum> part) {
        return strata.stream().mapToDouble(part).sum();
    }
}
