package org.kukai.statistics;

import java.util.Collection;

import org.kukai.statistics.ActivePairing.Asked;

/**
 * How many pairs are kept ready for raters by whoever chooses them with {@link ActivePairing} a few at a time. Each pair that is
 * chosen ahead of the votes was chosen knowing less than could have been known; but raters must not have to wait for the next
 * choice. So ready are two pairs, and one more for each rater at work, who may want it at any moment, or as many as votes come in while
 * nothing is chosen, if these are more. That many are never more than a twentieth of the pairs chosen so far for each rater at work: a
 * few raters (or scripts) in a hurry wait a moment instead of having the round chosen for them unseen, a crowd gets what it uses up.
 *
 * <p>When too few are ready, those that are missing are added, and in any case one for each group without an open pair: pairs of different
 * groups tell nothing of each other, so such a pair is chosen knowing all that it could.
 *
 * @param raters at work: who voted, or came, a moment ago
 * @param votes that came in lately, in as long as it may be until pairs are chosen again
 * @param chosen pairs so far
 */
public record PairsAhead(int raters, int votes, int chosen) {
    private static final int LEAST = 2;
    private static final int CROWD = 20;

    /** How many pairs are to be ready: chosen, not handed to anybody yet, and new to every rater. */
    public int ready() {
        long pace = Math.min(votes, (long) chosen * raters / CROWD);
        return (int) (LEAST + Math.max(raters, pace));
    }

    /** How many groups have no pair that waits for votes, and pairs left that were never asked. */
    public static int idle(int[] groups, Collection<Asked> asked) {
        int many = 0;
        for (int group : groups) {
            many = Math.max(many, group + 1);
        }
        long[] items = new long[many];
        for (int group : groups) {
            items[group]++;
        }
        long[] pairs = new long[many];
        boolean[] open = new boolean[many];
        for (Asked one : asked) {
            int group = groups[one.bout().first()];
            pairs[group]++;
            open[group] |= one.pending() > 0;
        }
        int idle = 0;
        for (int group = 0; group < many; group++) {
            idle += !open[group] && pairs[group] < items[group] * (items[group] - 1) / 2 ? 1 : 0;
        }
        return idle;
    }
}
