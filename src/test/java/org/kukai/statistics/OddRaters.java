package org.kukai.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.kukai.statistics.Conformity.Seen;
import org.kukai.statistics.RaterTests.Answers;
import org.kukai.statistics.RaterTests.Verdict;

/**
 * Rounds with ten raters, three of them on each pair, of whom one may be odd: how often the odd one is found, and how often
 * anybody else is called odd, by the tests that the program makes.
 *
 * @param votesEach how many votes each rater gives
 * @param leftShare of the odd rater's votes for a side, those for the left whatever the poems are; 0.5 for nobody odd
 * @param clicks whether the odd rater clicks at random instead
 */
record OddRaters(int votesEach, double leftShare, boolean clicks) {
    private static final double TIE = 0.3;
    private static final double SPREAD = 2;
    private static final int RATERS = 10;
    private static final int OVERLAP = 3;

    /** Shares of rounds: the odd rater was found by the test of sides, by the test of agreement; somebody else was called odd by either. */
    record Found(double bySide, double byAgreement, double falseBySide, double falseByAgreement) {}

    Found run(int replications, long seed) {
        SimulatedVotes votes = new SimulatedVotes(seed, TIE);
        int[] counts = new int[4];
        for (int i = 0; i < replications; i++) {
            Round round = new Round(votes);
            List<Verdict> verdicts = RaterTests.of(round.answers());
            counts[0] += verdicts.getFirst().isOneSided() ? 1 : 0;
            counts[1] += verdicts.getFirst().isApart() ? 1 : 0;
            counts[2] += verdicts.stream().skip(1).anyMatch(Verdict::isOneSided) ? 1 : 0;
            counts[3] += verdicts.stream().skip(1).anyMatch(Verdict::isApart) ? 1 : 0;
        }
        double all = replications;
        return new Found(counts[0] / all, counts[1] / all, counts[2] / all, counts[3] / all);
    }

    /** What one simulated round came to; the first rater is the odd one. */
    private final class Round {
        private final int[][] sides = new int[RATERS][3];
        private final List<List<Seen>> seen = new ArrayList<>();

        Round(SimulatedVotes votes) {
            for (int rater = 0; rater < RATERS; rater++) {
                seen.add(new ArrayList<>());
            }
            int pairs = votesEach * RATERS / OVERLAP;
            for (int pair = 0; pair < pairs; pair++) {
                double difference = votes.normal(SPREAD * Math.sqrt(2));
                int[] raters = new int[OVERLAP];
                int[] said = new int[OVERLAP];
                Long[] tally = {0L, 0L, 0L};
                for (int turn = 0; turn < OVERLAP; turn++) {
                    int rater = (pair * OVERLAP + turn + pair / RATERS * (turn + 1)) % RATERS;
                    raters[turn] = free(raters, turn, rater);
                    boolean firstOnLeft = votes.uniform() < 0.5;
                    int side = side(raters[turn], firstOnLeft ? difference : -difference, votes);
                    sides[raters[turn]][side]++;
                    said[turn] = firstOnLeft ? side : 2 - side;
                    tally[said[turn]]++;
                }
                for (int turn = 0; turn < OVERLAP; turn++) {
                    seen.get(raters[turn]).add(new Seen(List.of(tally), said[turn], 1));
                }
            }
        }

        List<Answers> answers() {
            return IntStream.range(0, RATERS)
                    .mapToObj(rater -> new Answers(
                            sides[rater][SimulatedVotes.WIN], sides[rater][SimulatedVotes.LOSS], seen.get(rater)))
                    .toList();
        }

        private int side(int rater, double difference, SimulatedVotes votes) {
            int honest = votes.vote(difference);
            if (rater > 0) {
                return honest;
            }
            if (clicks) {
                return votes.vote(0);
            }
            // Sometimes a side instead of a choice, as often as it takes for the share.
            boolean careless = votes.uniform() < 2 * leftShare - 1;
            return careless ? SimulatedVotes.WIN : honest;
        }

        private static int free(int[] raters, int taken, int wanted) {
            int rater = wanted;
            int looked = 0;
            while (looked < taken) {
                if (raters[looked] == rater) {
                    rater = (rater + 1) % RATERS;
                    looked = 0;
                } else {
                    looked++;
                }
            }
            return rater;
        }
    }
}
