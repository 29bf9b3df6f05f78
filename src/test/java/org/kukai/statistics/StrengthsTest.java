package org.kukai.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class StrengthsTest {
    private static final int ITEMS = 5;

    /**
     * The baseball teams of the American League's eastern division in 1987 (Agresti, Categorical Data Analysis, 1990, table
     * 10.10): who won how often against whom. Milwaukee, Detroit, Toronto, New York, Boston, Cleveland, Baltimore.
     */
    private static final int[][] BASEBALL = {
        {0, 7, 9, 7, 7, 9, 11},
        {6, 0, 7, 5, 11, 9, 9},
        {4, 6, 0, 7, 7, 8, 12},
        {6, 8, 6, 0, 6, 7, 10},
        {6, 2, 6, 7, 0, 7, 12},
        {4, 4, 5, 6, 6, 0, 6},
        {2, 4, 1, 3, 1, 7, 0}
    };

    /**
     * Six chocolate puddings (Davidson 1970, example 2): two brands, how often the first was preferred, the second, and
     * neither.
     */
    private static final int[][] PUDDINGS = {
        {1, 2, 19, 22, 16},
        {1, 3, 16, 19, 12},
        {2, 3, 19, 19, 10},
        {1, 4, 18, 23, 13},
        {2, 4, 23, 19, 9},
        {3, 4, 19, 20, 15},
        {1, 5, 13, 19, 18},
        {2, 5, 16, 20, 12},
        {3, 5, 16, 15, 17},
        {4, 5, 17, 14, 16},
        {1, 6, 18, 21, 12},
        {2, 6, 22, 20, 12},
        {3, 6, 13, 18, 10},
        {4, 6, 14, 19, 18},
        {5, 6, 11, 21, 12}
    };

    /** Agresti 1990, table 10.11: the estimates, with Baltimore at nought; and their standard errors there. */
    @Example
    void agreeWithAgrestiOnBaseball() {
        Strengths strengths = Strengths.of(BASEBALL.length, baseball(), Prior.NONE);
        double[] published = {1.581, 1.436, 1.294, 1.248, 1.108, 0.684, 0};
        double[] errors = {0.343, 0.340, 0.337, 0.336, 0.334, 0.332, 0};
        for (int team = 0; team < published.length; team++) {
            assertThat(strengths.of(team) - strengths.of(6)).isCloseTo(published[team], within(0.0006));
            assertThat(Math.sqrt(strengths.varianceOfDifference(team, 6))).isCloseTo(errors[team], within(0.0006));
        }
        assertThat(strengths.tie()).isZero();
    }

    /** Davidson 1970, example 2, as the R package PlackettLuce shows it in its introduction: worths of sum 1, and ties. */
    @Example
    void agreeWithDavidsonOnPuddings() {
        List<Bout> bouts = new ArrayList<>();
        for (int[] row : PUDDINGS) {
            bouts.add(new Bout(row[0] - 1, row[1] - 1, row[2], row[4], row[3]));
        }
        Strengths strengths = Strengths.of(6, bouts, Prior.NONE);
        double[] published = {0.139, 0.173, 0.162, 0.165, 0.159, 0.202};
        double sum = IntStream.range(0, 6)
                .mapToDouble(i -> Math.exp(strengths.of(i)))
                .sum();
        for (int brand = 0; brand < published.length; brand++) {
            assertThat(Math.exp(strengths.of(brand)) / sum).isCloseTo(published[brand], within(0.0006));
        }
        assertThat(strengths.tie()).isCloseTo(0.747, within(0.0006));
    }

    @Example
    void needAPriorWhenOneAlwaysWins() {
        List<Bout> bouts = List.of(new Bout(0, 1, 5, 0, 0), new Bout(0, 2, 3, 0, 0), new Bout(1, 2, 1, 0, 1));
        assertThat(new ComparisonGraph(3, bouts).isSeparated()).isTrue();
        assertThatThrownBy(() -> Strengths.of(3, bouts, Prior.NONE)).isInstanceOf(IllegalArgumentException.class);
        Strengths strengths = Strengths.of(3, bouts, Prior.USUAL);
        assertThat(strengths.of(0)).isBetween(1.0, 6.0);
        assertThat(strengths.interval(0, 0.95).width()).isBetween(1.0, 10.0);
    }

    @Example
    void sayWhichItemsNeverMet() {
        List<Bout> bouts = List.of(new Bout(0, 1, 2, 0, 1), new Bout(2, 3, 1, 1, 1), new Bout(3, 4, 0, 0, 0));
        ComparisonGraph graph = new ComparisonGraph(ITEMS, bouts);
        assertThat(graph.components()).isEqualTo(3);
        assertThat(graph.component(0)).isEqualTo(graph.component(1)).isNotEqualTo(graph.component(2));
        Strengths strengths = Strengths.of(ITEMS, bouts, Prior.USUAL);
        assertThat(strengths.of(0) + strengths.of(1)).isCloseTo(0, within(1e-9));
        assertThat(strengths.of(4)).isCloseTo(0, within(1e-9));
        assertThat(strengths.standardError(4)).isZero();
    }

    @Example
    void areEqualWithoutVotesAndWithTiesAlone() {
        assertThat(Strengths.of(2, List.of(), Prior.USUAL).of(0)).isZero();
        Strengths tied = Strengths.of(2, List.of(new Bout(0, 1, 0, 7, 0)), Prior.USUAL);
        assertThat(tied.of(0)).isCloseTo(0, within(1e-9));
        assertThat(tied.tie()).isGreaterThan(1).isFinite();
    }

    @Example
    void clustersOfOneVoteAreNearlyAsCertainAsIndependentVotesAndCopiesAreNot() {
        List<Bout> single = new ArrayList<>();
        for (Bout bout : baseball()) {
            for (int i = 0; i < bout.wins(); i++) {
                single.add(new Bout(bout.first(), bout.second(), 1, 0, 0));
            }
            for (int i = 0; i < bout.losses(); i++) {
                single.add(new Bout(bout.first(), bout.second(), 0, 0, 1));
            }
        }
        Strengths plain = Strengths.of(BASEBALL.length, single, Prior.NONE);
        Strengths alone = plain.clustered(single.stream().map(List::of).toList());
        assertThat(alone.standardError(0)).isCloseTo(plain.standardError(0), within(0.05));
        List<List<Bout>> copied =
                single.stream().map(bout -> List.of(bout, bout, bout, bout)).toList();
        List<Bout> all = copied.stream().flatMap(List::stream).toList();
        Strengths four = Strengths.of(BASEBALL.length, all, Prior.NONE);
        assertThat(four.standardError(0)).isCloseTo(plain.standardError(0) / 2, within(1e-9));
        assertThat(four.clustered(copied).standardError(0)).isCloseTo(alone.standardError(0), within(1e-6));
    }

    @Property(tries = 100)
    void areMirroredWhenEveryVoteIs(@ForAll("bouts") List<Bout> bouts) {
        List<Bout> opposite = bouts.stream()
                .map(b -> new Bout(b.first(), b.second(), /* wins= */ b.losses(), b.ties(), /* losses= */ b.wins()))
                .toList();
        Strengths one = Strengths.of(ITEMS, bouts, Prior.USUAL);
        Strengths other = Strengths.of(ITEMS, opposite, Prior.USUAL);
        for (int item = 0; item < ITEMS; item++) {
            assertThat(one.of(item)).isCloseTo(-other.of(item), within(1e-6));
            assertThat(one.standardError(item)).isCloseTo(other.standardError(item), within(1e-6));
        }
        assertThat(one.tie()).isCloseTo(other.tie(), within(1e-6));
    }

    @Property(tries = 100)
    void doNotDependOnWhichOfTwoIsNamedFirst(@ForAll("bouts") List<Bout> bouts) {
        Strengths one = Strengths.of(ITEMS, bouts, Prior.USUAL);
        Strengths other = Strengths.of(ITEMS, bouts.stream().map(Bout::mirrored).toList(), Prior.USUAL);
        for (int item = 0; item < ITEMS; item++) {
            assertThat(one.of(item)).isCloseTo(other.of(item), within(1e-6));
        }
    }

    @Property(tries = 100)
    void growWithAWin(@ForAll("bouts") List<Bout> bouts) {
        List<Bout> more = new ArrayList<>(bouts);
        more.add(new Bout(0, 1, 1, 0, 0));
        Prior prior = Prior.USUAL.withTie(0.5);
        Strengths before = Strengths.of(ITEMS, bouts, prior);
        Strengths after = Strengths.of(ITEMS, more, prior);
        assertThat(after.raw(0) - after.raw(1)).isGreaterThan(before.raw(0) - before.raw(1));
    }

    @Provide
    Arbitrary<List<Bout>> bouts() {
        Arbitrary<Integer> votes = Arbitraries.integers().between(0, 6);
        return Combinators.combine(
                        Arbitraries.integers().between(0, ITEMS - 1),
                        Arbitraries.integers().between(1, ITEMS - 1),
                        votes,
                        votes,
                        votes)
                .as((first, step, wins, ties, losses) -> new Bout(first, (first + step) % ITEMS, wins, ties, losses))
                .list()
                .ofMaxSize(12);
    }

    private static List<Bout> baseball() {
        List<Bout> bouts = new ArrayList<>();
        for (int one = 0; one < BASEBALL.length; one++) {
            for (int other = 0; other < one; other++) {
                bouts.add(new Bout(one, other, BASEBALL[one][other], 0, BASEBALL[other][one]));
            }
        }
        return bouts;
    }
}
