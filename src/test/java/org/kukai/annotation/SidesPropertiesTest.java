package org.kukai.annotation;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.kukai.statistics.FleissKappa;
import org.kukai.statistics.Krippendorff;
import org.kukai.statistics.RawAgreement;
import org.kukai.statistics.RawAgreement.Tally;

import static org.assertj.core.api.Assertions.assertThat;

/** Votes are given by side and told of the poem, so no agreement knows on which side a poem stood. */
class SidesPropertiesTest {
    /** A vote as it was given: what was said, and where the first poem stood. */
    record Given(Choice choice, boolean firstOnLeft) {
        Given mirrored() {
            Choice mirrored = switch (choice) {
                case LEFT -> Choice.RIGHT;
                case RIGHT -> Choice.LEFT;
                case TIE, NEITHER, SKIP -> choice;
            };
            return new Given(mirrored, !firstOnLeft);
        }
    }

    @Provide
    Arbitrary<List<List<Given>>> pairs() {
        return Combinators.combine(
                        Arbitraries.of(Choice.LEFT, Choice.RIGHT, Choice.TIE, Choice.NEITHER),
                        Arbitraries.of(true, false))
                .as(Given::new)
                .list()
                .ofMaxSize(5)
                .list()
                .ofMaxSize(15);
    }

    @Property(tries = 300)
    void swappingTheSidesOfAnyPairsForAnyRatersChangesNoAgreement(
            @ForAll("pairs") List<List<Given>> pairs, @ForAll Random random) {
        List<Tally> before = tallies(pairs);
        List<Tally> after = tallies(pairs.stream()
                .map(pair -> pair.stream()
                        .map(vote -> random.nextBoolean() ? vote.mirrored() : vote)
                        .toList())
                .toList());
        assertThat(RawAgreement.of(after)).isEqualTo(RawAgreement.of(before));
        assertThat(Krippendorff.alpha(after)).isEqualTo(Krippendorff.alpha(before));
        assertThat(Krippendorff.interval(after, 50, 0.95, 1)).isEqualTo(Krippendorff.interval(before, 50, 0.95, 1));
        assertThat(FleissKappa.ofCommonest(after)).isEqualTo(FleissKappa.ofCommonest(before));
    }

    private static List<Tally> tallies(List<List<Given>> pairs) {
        return pairs.stream().map(SidesPropertiesTest::tally).toList();
    }

    private static Tally tally(List<Given> votes) {
        return new Tally(
                Stream.of(Preference.values())
                        .map(said -> votes.stream()
                                .filter(vote -> Preference.of(vote.choice(), vote.firstOnLeft()) == said)
                                .count())
                        .toList(),
                1);
    }
}
