package org.kukai.statistics;

import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.distribution.discrete.BinomialDistribution;

import org.kukai.statistics.Conformity.Seen;
import org.kukai.statistics.RankCorrelation.Stratum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What must hold of tests of chance and of rank correlations, whatever the votes. */
class ChancePropertiesTest {
    @Property(tries = 300)
    void theBinomialTestAddsUpWhatIsNoLikelier(@ForAll("trials") int trials, @ForAll("chances") double chance) {
        BinomialDistribution distribution = new BinomialDistribution(trials, chance);
        for (int successes = 0; successes <= trials; successes++) {
            double seen = distribution.probability(successes);
            double sum = IntStream.rangeClosed(0, trials)
                    .mapToDouble(distribution::probability)
                    .filter(p -> p <= seen * (1 + 1e-7))
                    .sum();
            assertThat(BinomialTest.twoSided(successes, trials, chance)).isCloseTo(Math.min(1, sum), within(1e-9));
        }
    }

    @Provide
    Arbitrary<Integer> trials() {
        return Arbitraries.integers().between(0, 40);
    }

    @Provide
    Arbitrary<Double> chances() {
        return Arbitraries.doubles().between(0.02, 0.98);
    }

    @Example
    void theOddOneOutIsAThirdOfThreeByChance() {
        // Of three votes two agree; to be the third ten times of ten has a chance of one in 3^10.
        assertThat(Conformity.p(List.of(new Seen(List.of(2L, 1L), 1, 10)))).isCloseTo(Math.pow(3, -10), within(1e-12));
        assertThat(Conformity.p(List.of(new Seen(List.of(2L, 1L), 0, 10)))).isCloseTo(1, within(1e-12));
        assertThat(Conformity.p(List.of(new Seen(List.of(3L, 0L), 0, 10)))).isEqualTo(1);
        assertThat(Conformity.p(List.of())).isEqualTo(1);
        assertThat(Conformity.p(List.of(new Seen(List.of(2L, 1L), 1, 700), new Seen(List.of(2L, 1L), 0, 1400))))
                .isBetween(0.49, 0.55);
    }

    @Property(tries = 200)
    void anOrderAgreesWithItselfAndDisagreesWithItsReverse(@ForAll("orders") List<Double> order) {
        List<Double> reverse = order.stream().map(value -> -value).toList();
        RankCorrelation.of(List.of(new Stratum(order, order))).ifPresent(same -> {
            assertThat(same.spearman()).isCloseTo(1, within(1e-9));
            assertThat(same.kendall()).isCloseTo(1, within(1e-9));
        });
        RankCorrelation.of(List.of(new Stratum(order, reverse), new Stratum(order, reverse)))
                .ifPresent(opposite -> {
                    assertThat(opposite.spearman()).isCloseTo(-1, within(1e-9));
                    assertThat(opposite.kendall()).isCloseTo(-1, within(1e-9));
                    assertThat(opposite.kendallP()).isBetween(0.0, 1.0);
                });
    }

    @Provide
    Arbitrary<List<Double>> orders() {
        return Arbitraries.integers().between(0, 5).map(i -> (double) i).list().ofMaxSize(9);
    }
}
