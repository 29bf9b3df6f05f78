package org.kukai.statistics;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PriorsTest {
    private static final int POEMS = 10;

    @ParameterizedTest
    @CsvSource({"0.7, 0.2", "1, 0.5", "2, 0.5", "2, 1.5", "4, 0.5"})
    void learnHowFarItemsDifferAndHowReadilyNobodySeesADifference(double spread, double tie) {
        Priors priors = Priors.learned(groups(40, spread, tie));
        assertThat(priors.spread()).isCloseTo(spread, within(0.2 * spread));
        assertThat(priors.weighed())
                .allSatisfy(one -> assertThat(one.prior().tie()).isCloseTo(tie, within(0.25 * tie)));
        assertThat(priors.weighed().stream().mapToDouble(Priors.Weighed::weight).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void areWhatIsBelievedBeforehandWithoutVotesAndTheMoreCertainTheMoreVotes() {
        Priors none = Priors.learned(List.of());
        assertThat(none.spread()).isCloseTo(2, within(0.1));
        assertThat(width(none)).isGreaterThan(5);
        assertThat(width(Priors.learned(groups(2, 2, 0.5)))).isBetween(1.5, 4.0);
        assertThat(Priors.learned(groups(60, 2, 0.5)).weighed()).hasSize(1);
    }

    @Test
    void keepTheOddsOfATieFiniteWhetherAllVotesAreTiesOrNoneIs() {
        Priors level = Priors.learned(List.of(new Priors.Group(2, List.of(new Bout(0, 1, 0, 9, 0)))));
        assertThat(level.spread()).isBetween(0.5, 2.5);
        assertThat(level.weighed())
                .allSatisfy(one -> assertThat(one.prior().tie()).isBetween(5.0, 500.0));
        Priors decided = Priors.learned(groups(40, 2, 0));
        assertThat(decided.weighed())
                .allSatisfy(one -> assertThat(one.prior().tie()).isBetween(1e-5, 0.01));
        Strengths tied = Strengths.believed(new Priors.Group(2, List.of(new Bout(0, 1, 1, 1, 0))), decided);
        assertThat(tied.of(0)).isPositive();
        assertThat(tied.interval(0, 0.95).width()).isFinite().isPositive();
    }

    @Test
    void learnFromVotesThatContradictEachOther() {
        List<Bout> chain = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            chain.add(new Bout(i, i + 1, 30, 0, 0));
        }
        chain.add(new Bout(9, 0, 3000, 0, 0));
        Priors.Group group = new Priors.Group(POEMS, chain);
        Priors priors = Priors.learned(List.of(group));
        assertThat(priors.spread()).isBetween(0.5, 16.0);
        assertThat(Strengths.believed(group, priors).of(9))
                .isGreaterThan(Strengths.believed(group, priors).of(0));
    }

    /** Each pair is chosen by the votes before it, of many poems: none may be left out. */
    @Test
    void learnFromPairsThatWereChosenByEarlierVotes() {
        SimulatedVotes votes = new SimulatedVotes(3, 0.5);
        double[] qualities = votes.qualities(120, 4);
        List<ActivePairing.Asked> asked = new ArrayList<>();
        while (asked.size() < 4 * qualities.length) {
            new ActivePairing(new Prior(2, 0.5), 1, 9)
                    .next(new int[qualities.length], asked, 6).stream()
                            .map(pair -> votes.bout(
                                    pair.first(), pair.second(), qualities[pair.first()] - qualities[pair.second()], 1))
                            .forEach(bout -> asked.add(new ActivePairing.Asked(bout, 0)));
        }
        List<Bout> bouts = asked.stream().map(ActivePairing.Asked::bout).toList();
        assertThat(Priors.learned(List.of(new Priors.Group(qualities.length, bouts)))
                        .spread())
                .isBetween(3.0, 5.5);
    }

    private static double width(Priors priors) {
        return priors.weighed().getLast().prior().spread()
                / priors.weighed().getFirst().prior().spread();
    }

    private static List<Priors.Group> groups(int many, double spread, double tie) {
        SimulatedVotes votes = new SimulatedVotes(5, tie);
        List<Priors.Group> groups = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            groups.add(group(votes, POEMS, spread));
        }
        return groups;
    }

    /** Ten votes for each item. */
    private static Priors.Group group(SimulatedVotes votes, int items, double spread) {
        double[] qualities = votes.qualities(items, spread);
        List<Bout> bouts = new ArrayList<>();
        for (int vote = 0; vote < 5 * items; vote++) {
            int one = vote % items;
            int other = (one + 1 + votes.below(items - 1)) % items;
            bouts.add(votes.bout(one, other, qualities[one] - qualities[other], 1));
        }
        return new Priors.Group(items, bouts);
    }
}
