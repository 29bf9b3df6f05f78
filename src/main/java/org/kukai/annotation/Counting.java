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
        switch (count(turn, next, before, after, Pair.lock(turn.pairId), rater, round, now)) {
            case 1 -> Settling.settleIfDone(round, now);
            case -1 -> Settling.unsettle(round);
            default -> {}
        }
    }

    /** The same for a pair that is locked, without a look at the round: 1 when this settles the pair, -1 when it opens it again. */
    static int count(
            Assignment turn,
            State next,
            @Nullable Choice before,
            @Nullable Choice after,
            Pair pair,
            Participation rater,
            Round round,
            Instant now) {
        State was = turn.state;
        Overlap overlap = round.overlap();
        boolean settledBefore = pair.isSettled();
        int neededBefore = pair.needed(overlap);
        turn.become(next, before, after, pair, overlap, now);
        rater.votes += Boolean.compare(next == State.VOTED, was == State.VOTED);
        rater.skips += Boolean.compare(next == State.SKIPPED, was == State.SKIPPED);
        rater.extra += pair.needed(overlap) - neededBefore;
        int change = Boolean.compare(pair.isSettled(), settledBefore);
        rater.settled += change;
        return change;
    }
}
