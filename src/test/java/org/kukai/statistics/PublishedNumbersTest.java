package org.kukai.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.kukai.statistics.RankCorrelation.Stratum;
import org.kukai.statistics.RawAgreement.Tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What others have computed and printed, to all the digits that they print. */
class PublishedNumbersTest {
    /** Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, part C: four observers, twelve units, 0 where none. */
    private static final int[][] OBSERVERS = {
        {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
        {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
    };

    /** Fleiss 1971, table 1: thirty patients, six psychiatrists each; depression, personality disorder, schizophrenia, neurosis, other. */
    private static final long[][] DIAGNOSES = {
        {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0}, {2, 0, 4, 0, 0},
        {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6}, {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0},
        {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}, {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0},
        {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3}, {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0},
        {1, 0, 0, 4, 1}, {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}
    };

    @Test
    void krippendorffFindsAlphaOfPointSevenFourThree() {
        assertThat(Krippendorff.alpha(units())).hasValueCloseTo(0.743, within(0.0005));
    }

    /** The same paper, part A: two observers, ten units, two values. */
    @Test
    void krippendorffFindsAlphaOfPointNoughtNineFive() {
        int[] one = {0, 1, 0, 0, 0, 0, 0, 0, 1, 0};
        int[] other = {1, 1, 1, 0, 0, 1, 0, 0, 0, 0};
        List<Tally> tallies = IntStream.range(0, one.length)
                .mapToObj(i -> new Tally(List.of(2L - one[i] - other[i], (long) one[i] + other[i]), 1))
                .toList();
        assertThat(Krippendorff.alpha(tallies)).hasValueCloseTo(0.095, within(0.0005));
    }

    /** Fleiss 1971: the observed agreement is .556, the one by chance .220, and kappa .430. */
    @Test
    void fleissFindsKappaOfPointFourThreeNought() {
        List<Tally> tallies = Arrays.stream(DIAGNOSES)
                .map(row -> new Tally(Arrays.stream(row).boxed().toList(), 1))
                .toList();
        assertThat(RawAgreement.of(tallies)).hasValueCloseTo(0.556, within(0.0005));
        assertThat(FleissKappa.ofCommonest(tallies)).hasValueSatisfying(kappa -> {
            assertThat(kappa.kappa()).isCloseTo(0.430, within(0.0005));
            assertThat(kappa.votes()).isEqualTo(6);
            assertThat(kappa.items()).isEqualTo(30);
        });
    }

    /** Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3. */
    @Test
    void newcombeFindsTheseWilsonIntervals() {
        assertInterval(Wilson.interval(81, 263, 0.95), 0.2553, 0.3662);
        assertInterval(Wilson.interval(15, 148, 0.95), 0.0624, 0.1605);
        assertInterval(Wilson.interval(0, 20, 0.95), 0.0000, 0.1611);
        assertInterval(Wilson.interval(1, 29, 0.95), 0.0061, 0.1718);
    }

    /** Mendel's peas, 682 of 925 against three in four: Conover 1971, p. 97, and the manual of R's binom.test. */
    @Test
    void conoverFindsMendelsPeasAsExpected() {
        assertThat(BinomialTest.twoSided(682, 925, 0.75)).isCloseTo(0.3825, within(0.00005));
    }

    /**
     * Lightness and panel scores of canned tuna: Hollander and Wolfe 1973, p. 185, and the manual of R's cor.test, which gives
     * these exact p-values.
     */
    @Test
    void hollanderAndWolfeFindTheseRankCorrelations() {
        Stratum tuna = new Stratum(
                List.of(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1),
                List.of(2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8));
        Optional<RankCorrelation> found = RankCorrelation.of(List.of(tuna));
        assertThat(found).hasValueSatisfying(correlation -> {
            assertThat(correlation.kendall()).isCloseTo(0.4444, within(0.00005));
            assertThat(correlation.kendallP()).isCloseTo(0.1194, within(0.00005));
            assertThat(correlation.spearman()).isCloseTo(0.6, within(1e-12));
            assertThat(correlation.spearmanP()).isCloseTo(0.0968, within(0.00005));
        });
    }

    /** The worked example of Holm's procedure: four tests. */
    @Test
    void holmMultipliesTheSmallestMost() {
        assertThat(Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005)))
                .satisfiesExactly(
                        p -> assertThat(p).isCloseTo(0.03, within(1e-12)),
                        p -> assertThat(p).isCloseTo(0.06, within(1e-12)),
                        p -> assertThat(p).isCloseTo(0.06, within(1e-12)),
                        p -> assertThat(p).isCloseTo(0.02, within(1e-12)));
    }

    static List<Tally> units() {
        return IntStream.range(0, OBSERVERS[0].length)
                .mapToObj(unit -> {
                    Long[] votes = {0L, 0L, 0L, 0L, 0L};
                    for (int[] observer : OBSERVERS) {
                        if (observer[unit] > 0) {
                            votes[observer[unit] - 1]++;
                        }
                    }
                    return new Tally(List.of(votes), 1);
                })
                .toList();
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }
}
