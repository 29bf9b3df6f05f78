package org.kukai.dataset;

/** What came of a pair: a preference, or the reason why there is none. */
sealed interface Outcome {
    /**
     * One poem is better.
     *
     * @param source whose word it is: {@code combined} when raters and syllable counter say the same
     */
    record Preferred(CandidatePair pair, Poem chosen, Poem rejected, Policy source, int votesChosen, int votesRejected)
            implements Outcome {
        int votesTie() {
            return pair.votes().undecided();
        }

        /** The share of the votes that the chosen poem had, 0 without votes. */
        double agreement() {
            int total = pair.votes().total();
            return total == 0 ? 0 : (double) votesChosen / total;
        }
    }

    /** No row comes of the pair. */
    record Dropped(DropReason reason) implements Outcome {}
}
