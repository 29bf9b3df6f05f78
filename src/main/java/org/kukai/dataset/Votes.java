package org.kukai.dataset;

/** How the raters of a pair voted; a rater counts once, and who skipped it not at all. */
record Votes(int first, int second, int tie, int neither) {
    static final Votes NONE = new Votes(0, 0, 0, 0);

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

    /** Whether one answer was given by more than half of the raters. */
    boolean hasMajority() {
        return 2 * most() > total();
    }

    /** The share of the commonest answer, 0 to 1; 0 without votes. */
    double agreement() {
        return total() == 0 ? 0 : (double) most() / total();
    }
}
