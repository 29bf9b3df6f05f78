package org.kukai.annotation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Assignment.State;

/**
 * Moves an assignment to another state and keeps in step with it all that is counted: the pair's votes and what it needs, the
 * rater's sums, and whether the round is settled. The rater's participation and the assignment are locked.
 */
final class Counting {
    private Counting() {}

    /**
     * Moves on.
     *
     * @param before what the rater had said of the pair; null when nothing
     * @param after what they say now; null when nothing
     * @throws PairGoneException when the new state needs a vote of the pair and others have them all
     */
    static void move(
            Assignment turn,
            State next,
            @Nullable Choice before,
            @Nullable Choice after,
            Participation rater,
            Round round,
            Instant now) {
        State was = turn.state;
        if (turn.isCheck()) {
            turn.becomeChecked(next, now);
            rater.checkVotes += Boolean.compare(next == State.VOTED, was == State.VOTED);
            rater.checkSkips += Boolean.compare(next == State.SKIPPED, was == State.SKIPPED);
            return;
        }
        Pair pair = Pair.lock(turn.pairId);
        Overlap overlap = round.overlap();
        boolean settledBefore = pair.isSettled();
        int neededBefore = overlap.needed(pair.tally());
        turn.become(next, before, after, pair, overlap, now);
        rater.votes += Boolean.compare(next == State.VOTED, was == State.VOTED);
        rater.skips += Boolean.compare(next == State.SKIPPED, was == State.SKIPPED);
        rater.extra += overlap.needed(pair.tally()) - neededBefore;
        rater.settled += Boolean.compare(pair.isSettled(), settledBefore);
        if (pair.isSettled() && !settledBefore) {
            Settling.settleIfDone(round);
        } else if (settledBefore && !pair.isSettled()) {
            Settling.unsettle(round);
        }
    }
}
