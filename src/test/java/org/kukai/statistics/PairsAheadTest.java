package org.kukai.statistics;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.kukai.statistics.ActivePairing.Asked;

import static org.assertj.core.api.Assertions.assertThat;

class PairsAheadTest {
    private static final long SEED = 7;

    @Test
    void growsWithRatersAndTheirPaceButForAFewWithTheRound() {
        assertThat(new PairsAhead(0, 0, 12).ready()).isEqualTo(2);
        assertThat(new PairsAhead(1, 1, 12).ready()).isEqualTo(3);
        assertThat(new PairsAhead(40, 40, 400).ready()).isEqualTo(42);
        assertThat(new PairsAhead(1, 500, 60))
                .as("a script in a small round")
                .extracting(PairsAhead::ready)
                .isEqualTo(5);
        assertThat(new PairsAhead(200, 1000, 2000).ready())
                .as("a vote a second each")
                .isEqualTo(1002);
        assertThat(new PairsAhead(32, 20_000, 15_000).ready())
                .as("4,000 votes a second")
                .isEqualTo(20_002);
    }

    @Test
    void countsGroupsThatHaveNothingOpenAndSomethingLeft() {
        int[] groups = {0, 0, 0, 1, 1, 2, 2, 2, 3};
        List<Asked> asked = List.of(
                new Asked(new Bout(0, 1, 1, 0, 0), 0),
                new Asked(new Bout(3, 4, 1, 0, 0), 0),
                new Asked(new Bout(5, 6, 0, 0, 0), 1));
        assertThat(PairsAhead.idle(groups, asked))
                .as("the first; the second has no more, the third has one open, the last none at all")
                .isOne();
        assertThat(PairsAhead.idle(groups, List.of())).isEqualTo(3);
        assertThat(PairsAhead.idle(new int[0], List.of())).isZero();
    }

    @Test
    void fortyRatersDoNotRunDryAndOneRaterHasFewPairsChosenAhead() {
        RatersAtWork many = round(40, 10, 40);
        assertThat(votes(many, 800, 2 * 40 + 60)).isEqualTo(800);
        assertThat(many.waits()).isZero();
        RatersAtWork one = round(1, 1, 24);
        assertThat(votes(one, 200, 5)).isEqualTo(200);
        assertThat(one.waits()).isZero();
    }

    /** Goes on until there are so many votes; at most so many pairs are open, once every poem was compared. */
    private static int votes(RatersAtWork round, int wanted, int open) {
        int first = round.asked().size();
        int votes = 0;
        while (votes < wanted && !round.isOver()) {
            votes += Math.min(wanted - votes, round.goOn().size());
            assertThat(round.asked().size()).isLessThanOrEqualTo(Math.max(first, votes + open));
        }
        return votes;
    }

    private static RatersAtWork round(int raters, int prompts, int poems) {
        SimulatedVotes votes = new SimulatedVotes(SEED, 0.2);
        int[] groups = IntStream.range(0, prompts * poems).map(i -> i / poems).toArray();
        return new RatersAtWork(raters, groups, votes.qualities(groups.length, 2), votes, SEED);
    }
}
