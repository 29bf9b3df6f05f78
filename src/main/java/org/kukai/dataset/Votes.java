package org.kukai.dataset;

/**
 * How the raters of a pair voted; a rater counts once, and who skipped it not at all. Either heads, or hundredths of a vote: a
 * rater's vote counts for what an admin has decided that it does, a whole one unless it is said.
 */
record Votes(int first, int second, int tie, int neither) {
    static final int HUNDREDTHS = 100;

    static final Votes NONE = new Votes(0, 0, 0, 0);

    /** The same votes in hundredths, each of them whole. */
    Votes inHundredths() {
        return new Votes(first * HUNDREDTHS, second * HUNDREDTHS, tie * HUNDREDTHS, neither * HUNDREDTHS);
    }

    int total() {
        return first + second + tie + neither;
    }

    /** Votes that prefer neither poem to the other. */
    int undecided() {
        return tie + neither;
    }

    /** The votes of what was said most often. */
    int most() {
        return Math.max(Math.max(first, second), Math.max(tie, neither));
    }

    /** Whether one answer was given more often than each of the others. */
    boolean hasLeader() {
        int most = most();
        int leaders =
                (first == most ? 1 : 0) + (second == most ? 1 : 0) + (tie == most ? 1 : 0) + (neither == most ? 1 : 0);
        return leaders == 1;
    }

    /** Whether one answer was given by more than half of the votes. */
    boolean hasMajority() {
        return 2 * most() > total();
    }

    /** The share of the commonest answer, 0 to 1; 0 without votes. */
    double agreement() {
        return total() == 0 ? 0 : (double) most() / total();
    }
}
