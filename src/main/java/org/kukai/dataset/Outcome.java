package org.kukai.dataset;

/** What came of a pair: a preference, or the reason why there is none. */
sealed interface Outcome {
    /**
     * One poem is better.
     *
     * @param source whose word it is: {@code combined} when raters and syllable counter say the same
     * @param firstChosen whether the chosen poem is the pair's first
     */
    record Preferred(CandidatePair pair, Poem chosen, Poem rejected, Policy source, boolean firstChosen)
            implements Outcome {
        /** Whether an admin has decided, in place of the votes. */
        boolean isAdjudicated() {
            return pair.adjudged() != null;
        }

        int votesChosen() {
            return chosen(pair.votes());
        }

        int votesRejected() {
            return rejected(pair.votes());
        }

        int votesTie() {
            return pair.votes().undecided();
        }

        /** What the votes for the chosen poem count for. */
        double weightChosen() {
            return whole(chosen(pair.weighed()));
        }

        double weightRejected() {
            return whole(rejected(pair.weighed()));
        }

        double weightTie() {
            return whole(pair.weighed().undecided());
        }

        /** The share of the chosen poem in what all votes count for, 0 without votes. */
        double agreement() {
            int total = pair.weighed().total();
            return total == 0 ? 0 : (double) chosen(pair.weighed()) / total;
        }

        private int chosen(Votes votes) {
            return firstChosen ? votes.first() : votes.second();
        }

        private int rejected(Votes votes) {
            return firstChosen ? votes.second() : votes.first();
        }

        private static double whole(int hundredths) {
            return (double) hundredths / Votes.HUNDREDTHS;
        }
    }

    /** No row comes of the pair. */
    record Dropped(DropReason reason) implements Outcome {}
}
