package org.kukai.annotation;

import java.util.stream.IntStream;

/** What the votes on a pair say so far: how many prefer the first poem, the second, call it a tie, or want neither. */
record Tally(int firsts, int seconds, int ties, int neithers) {
    int votes() {
        return firsts + seconds + ties + neithers;
    }

    /** By how many votes the commonest answer is ahead of the next; 0 when none leads alone. */
    int lead() {
        int[] descending =
                IntStream.of(-firsts, -seconds, -ties, -neithers).sorted().toArray();
        return descending[1] - descending[0];
    }
}
