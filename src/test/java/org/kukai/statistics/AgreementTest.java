package org.kukai.statistics;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.kukai.statistics.RawAgreement.Tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AgreementTest {
    @Test
    void isTheShareOfAgreeingPairsOfVotes() {
        assertThat(RawAgreement.of(List.of(tally(3, 0, 0), tally(2, 1, 0)))).hasValueCloseTo(4.0 / 6, within(1e-12));
        assertThat(RawAgreement.of(List.of(tally(1, 1, 0)))).hasValue(0);
        assertThat(RawAgreement.of(List.of(new Tally(List.of(2L), 7)))).hasValue(1);
    }

    @Test
    void saysNothingWithoutTwoVotesOnAnything() {
        assertThat(RawAgreement.of(List.of())).isEmpty();
        assertThat(RawAgreement.of(List.of(tally(1, 0), tally(0, 1)))).isEmpty();
    }

    @Test
    void doesNotDependOnTheOrderOfCategories() {
        List<Tally> table = List.of(tally(3, 1, 0, 2), tally(0, 5, 1, 0), new Tally(List.of(1L, 1L, 1L, 0L), 4));
        List<Tally> reversed = table.stream()
                .map(t -> new Tally(t.votes().reversed(), t.items()))
                .toList();
        assertThat(RawAgreement.of(table)).isEqualTo(RawAgreement.of(reversed));
    }

    @Test
    void knowsHowLikelyASplitIsByChance() {
        assertThat(SignTest.p(0, 0)).isEqualTo(1);
        assertThat(SignTest.p(5, 5)).isEqualTo(1);
        assertThat(SignTest.p(10, 0)).isCloseTo(2.0 / 1024, within(1e-12));
        assertThat(SignTest.p(8, 2)).isCloseTo(2 * 56.0 / 1024, within(1e-12));
        assertThat(SignTest.p(2, 8)).isEqualTo(SignTest.p(8, 2));
        assertThat(SignTest.p(5_000, 5_300)).isBetween(0.0029, 0.0033);
    }

    private static Tally tally(long... votes) {
        return new Tally(java.util.Arrays.stream(votes).boxed().toList(), 1);
    }
}
