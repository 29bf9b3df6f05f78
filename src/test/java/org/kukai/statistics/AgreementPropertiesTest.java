package org.kukai.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.kukai.statistics.RawAgreement.Tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What must hold of agreement, whatever the votes. */
class AgreementPropertiesTest {
    private static final int RATERS = 4;
    private static final int CATEGORIES = 4;
    /** A rater's vote that is missing. */
    private static final int NONE = CATEGORIES;

    @Provide
    Arbitrary<List<List<Integer>>> votes() {
        return Arbitraries.integers()
                .between(0, NONE)
                .list()
                .ofSize(RATERS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    @Property(tries = 300)
    void itDoesNotMatterWhichRaterIsWhich(@ForAll("votes") List<List<Integer>> votes, @ForAll Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, RATERS).boxed().toList());
        Collections.shuffle(order, random);
        List<List<Integer>> permuted =
                votes.stream().map(row -> order.stream().map(row::get).toList()).toList();
        assertThat(Krippendorff.alpha(tallies(permuted))).isEqualTo(Krippendorff.alpha(tallies(votes)));
        assertThat(RawAgreement.of(tallies(permuted))).isEqualTo(RawAgreement.of(tallies(votes)));
        assertThat(FleissKappa.ofCommonest(tallies(permuted))).isEqualTo(FleissKappa.ofCommonest(tallies(votes)));
        assertThat(Krippendorff.interval(tallies(permuted), 50, 0.95, 1))
                .isEqualTo(Krippendorff.interval(tallies(votes), 50, 0.95, 1));
    }

    @Property(tries = 300)
    void whichPoemOfAllPairsIsCalledTheFirstChangesNothing(@ForAll("votes") List<List<Integer>> votes) {
        List<Tally> before = tallies(votes);
        List<Tally> after =
                before.stream().map(AgreementPropertiesTest::renamed).toList();
        assertThat(RawAgreement.of(after)).isEqualTo(RawAgreement.of(before));
        assertThat(Krippendorff.alpha(after).orElse(9))
                .isCloseTo(Krippendorff.alpha(before).orElse(9), within(1e-12));
        assertThat(kappa(after)).isCloseTo(kappa(before), within(1e-12));
    }

    /**
     * Called the other way round in some pairs only, first and second are as often said as before or not; agreement by chance goes by
     * that. So which is the first is drawn, and what raters agree on anyway does not depend on it.
     */
    @Property(tries = 300)
    void whichPoemOfSomePairsIsCalledTheFirstChangesNoRawAgreementAndTheMoreEvenlyTheHigherAlphaAndKappa(
            @ForAll("votes") List<List<Integer>> votes, @ForAll Random random) {
        List<Tally> before =
                tallies(votes).stream().filter(tally -> tally.total() == RATERS).toList();
        List<Tally> after = before.stream()
                .map(tally -> random.nextBoolean() ? renamed(tally) : tally)
                .toList();
        assertThat(RawAgreement.of(after)).isEqualTo(RawAgreement.of(before));
        boolean evener = uneven(after) <= uneven(before);
        List<Tally> even = evener ? after : before;
        List<Tally> other = evener ? before : after;
        Krippendorff.alpha(other)
                .ifPresent(alpha ->
                        assertThat(Krippendorff.alpha(even).orElseThrow()).isGreaterThanOrEqualTo(alpha - 1e-12));
        FleissKappa.ofCommonest(other)
                .ifPresent(known -> assertThat(kappa(even)).isGreaterThanOrEqualTo(known.kappa() - 1e-12));
    }

    @Property(tries = 300)
    void oneMoreRaterWhoSaysWhatMostSayLowersNoRawAgreement(@ForAll("votes") List<List<Integer>> votes) {
        List<Tally> before =
                tallies(votes).stream().filter(tally -> tally.total() == RATERS).toList();
        List<Tally> after = before.stream()
                .map(AgreementPropertiesTest::withOneMoreForTheMost)
                .toList();
        assertThat(RawAgreement.of(after).orElse(1))
                .isGreaterThanOrEqualTo(RawAgreement.of(before).orElse(0) - 1e-12);
    }

    /**
     * A vote for k more, on an item where all say k, leaves the disagreement; and n / (e + 2(n - k)) is no more than (n - 1) / e, where n
     * votes in all, k of them for k, are expected to disagree in e ordered pairs, as e is at most (n - k)(n + k - 1).
     */
    @Property(tries = 300)
    void oneMoreRaterWhoSaysWhatAllSayWhereAllSayTheSameLowersNoAlpha(
            @ForAll("votes") List<List<Integer>> votes, @ForAll Random random) {
        List<Tally> before = tallies(votes);
        List<Tally> after = before.stream()
                .map(tally -> isUnanimous(tally) && random.nextBoolean() ? withOneMoreForTheMost(tally) : tally)
                .toList();
        Krippendorff.alpha(before)
                .ifPresent(alpha ->
                        assertThat(Krippendorff.alpha(after).orElseThrow()).isGreaterThanOrEqualTo(alpha - 1e-12));
    }

    /** For then nearly all votes are for one answer, and to agree on that is what chance gives. */
    @Example
    void oneMoreRaterWhoSaysWhatMostSayCanLowerAlpha() {
        List<Tally> before = List.of(new Tally(List.of(4L, 0L), 7), new Tally(List.of(2L, 2L), 1));
        List<Tally> after = before.stream()
                .map(AgreementPropertiesTest::withOneMoreForTheMost)
                .toList();
        assertThat(Krippendorff.alpha(before).orElseThrow()).isCloseTo(0.311, within(0.001));
        assertThat(Krippendorff.alpha(after).orElseThrow()).isCloseTo(0.230, within(0.001));
    }

    @Property(tries = 300)
    void anItemOnWhichAllAgreeLowersNoRawAgreement(@ForAll("votes") List<List<Integer>> votes) {
        List<Tally> more = new ArrayList<>(tallies(votes));
        more.add(new Tally(List.of((long) RATERS, 0L, 0L, 0L), 1));
        assertThat(RawAgreement.of(more).orElseThrow())
                .isGreaterThanOrEqualTo(RawAgreement.of(tallies(votes)).orElse(0) - 1e-12);
    }

    @Property(tries = 300)
    void alphaIsAtMostOneAndItsIntervalHoldsWhatWasDrawn(@ForAll("votes") List<List<Integer>> votes) {
        Krippendorff.alpha(tallies(votes)).ifPresent(alpha -> assertThat(alpha).isBetween(-1.0, 1.0));
        Krippendorff.interval(tallies(votes), 50, 0.95, 1)
                .ifPresent(interval -> assertThat(interval.low()).isLessThanOrEqualTo(interval.high()));
    }

    @Property(tries = 300)
    void copiesOfItemsChangeOnlyTheCorrectionForTheirNumber(@ForAll("votes") List<List<Integer>> votes) {
        List<List<Integer>> thousandfold =
                Collections.nCopies(1000, votes).stream().flatMap(List::stream).toList();
        List<Tally> counted =
                tallies(votes).stream().map(t -> new Tally(t.votes(), 1000)).toList();
        assertThat(Krippendorff.alpha(counted).orElse(9))
                .isCloseTo(Krippendorff.alpha(tallies(thousandfold)).orElse(9), within(1e-9));
    }

    @Example
    void nothingIsSaidWithoutVotesAndWithOneRaterAndOfASingleCategory() {
        for (List<Tally> silent : List.of(
                List.<Tally>of(),
                List.of(new Tally(List.of(1L, 0L), 5), new Tally(List.of(0L, 1L), 5)),
                List.of(new Tally(List.of(3L, 0L), 5)))) {
            assertThat(Krippendorff.alpha(silent)).isEmpty();
            assertThat(Krippendorff.interval(silent, 50, 0.95, 1)).isEmpty();
            assertThat(FleissKappa.ofCommonest(silent)).isEmpty();
        }
    }

    private static Tally withOneMoreForTheMost(Tally tally) {
        List<Long> more = new ArrayList<>(tally.votes());
        int most = more.indexOf(Collections.max(more));
        more.set(most, more.get(most) + 1);
        return new Tally(more, tally.items());
    }

    private static boolean isUnanimous(Tally tally) {
        return tally.total() > 1 && tally.votes().contains(tally.total());
    }

    /** The same item with its second poem called the first. */
    private static Tally renamed(Tally tally) {
        List<Long> votes = tally.votes();
        return new Tally(List.of(votes.get(1), votes.get(0), votes.get(2), votes.get(3)), tally.items());
    }

    private static long uneven(List<Tally> tallies) {
        return Math.abs(tallies.stream()
                .mapToLong(tally -> tally.votes().get(0) - tally.votes().get(1))
                .sum());
    }

    private static double kappa(List<Tally> tallies) {
        return FleissKappa.ofCommonest(tallies).map(FleissKappa::kappa).orElse(9.0);
    }

    private static List<Tally> tallies(List<List<Integer>> votes) {
        return votes.stream()
                .map(row -> new Tally(
                        LongStream.range(0, CATEGORIES)
                                .map(c -> row.stream().filter(vote -> vote == c).count())
                                .boxed()
                                .toList(),
                        1))
                .toList();
    }
}
