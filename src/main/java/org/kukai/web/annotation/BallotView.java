package org.kukai.web.annotation;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Arrival;
import org.kukai.annotation.BlindPair;
import org.kukai.annotation.OwnVotes;
import org.kukai.annotation.Turn;

/**
 * What the voting page shows: a pair, or that there is none.
 *
 * @param rater the one who looks, so that votes that wait in a browser are sent for nobody else
 * @param last the rater's last vote, to which they may add something
 * @param sum what the rater has done; only at the end
 * @param others rounds that take votes; only at the end
 * @param notice what has just happened, or has not
 */
record BallotView(
        UUID round,
        UUID rater,
        Turn turn,
        @Nullable LastVote last,
        OwnVotes.@Nullable Sum sum,
        List<Arrival.Other> others,
        Notice notice) {

    /**
     * What is said of the step before.
     *
     * @param said for the line that screen readers read out
     * @param problem why something was not done
     * @param tiring whether a break is suggested
     */
    record Notice(String said, String problem, boolean tiring) {
        static final Notice NONE = new Notice("", "", false);
    }

    public @Nullable BlindPair pair() {
        return turn instanceof Turn.Offered offered ? offered.pair() : null;
    }

    /** Whether something may be added to the last vote. */
    public boolean isRemarkable() {
        return last != null && last.open() && !isClosed();
    }

    /** The form that what is written about the last vote goes along with; empty when there is nothing to vote on. */
    public String form() {
        return pair() == null ? "" : "vote-form";
    }

    /** Whether the ballot was fetched ahead: then nothing is known of how much is left. */
    public boolean isAhead() {
        BlindPair pair = pair();
        return pair != null && pair.remaining() == 0;
    }

    public boolean isClosed() {
        return turn instanceof Turn.Closed;
    }

    /** What to tell a rater who gets no pair now, though the round is not over; empty when it is over for them. */
    public String respite() {
        return switch (turn) {
            case Turn.Paused _ ->
                isBegun()
                        ? "The round is paused. Look in again later: you go on where you were."
                        : "The round is paused just now and gives nobody a new pair. Look in again later: it begins with a short"
                                + " guide and a pair to practise on.";
            case Turn.Waiting _ -> "More pairs are on their way. Look in again in a few seconds.";
            case Turn.Enough enough ->
                enough.today()
                        ? "You have given all the votes that this round takes from one person in a day. Come back tomorrow."
                        : "You have given all the votes that this round takes from one person.";
            case Turn.Offered _, Turn.Nothing _, Turn.Closed _ -> "";
        };
    }

    /** Whether more pairs are on their way. */
    public boolean isWaiting() {
        return turn instanceof Turn.Waiting;
    }

    /** Whether nothing that was fetched ahead is taken any more. */
    public boolean isOver() {
        return isClosed() || turn instanceof Turn.Enough;
    }

    public boolean isUnread() {
        return pair() != null && turn.standing().unread();
    }

    /** Whether the round has all its votes. */
    public boolean isSettled() {
        return turn instanceof Turn.Nothing && turn.standing().settled();
    }

    /** Whether the rater has answered any pair of the round. */
    public boolean isBegun() {
        return seen() > 0;
    }

    public String name() {
        return turn.standing().round();
    }

    public List<String> tags() {
        return turn.standing().tags();
    }

    public int votes() {
        return turn.standing().votes();
    }

    public int skips() {
        return turn.standing().skips();
    }

    /** Whether the last vote is young enough to be taken back. */
    public boolean isUndoable() {
        return isRemarkable();
    }

    /** Whether the round takes only so many votes from one rater. */
    public boolean isLimited() {
        return turn.standing().limited();
    }

    /** After how many votes a day the rater is sent home, where that comes before the end; else null. */
    public @Nullable Integer votesPerDay() {
        BlindPair pair = pair();
        Integer daily = turn.standing().votesPerDay();
        return daily == null || pair == null || (!isAhead() && pair.remaining() <= daily) ? null : daily;
    }

    public int seen() {
        return votes() + skips();
    }

    public int whole() {
        BlindPair pair = pair();
        if (isMany() || isAhead() || isToGoOn()) {
            return Math.max(turn.standing().pairs(), seen() + 1);
        }
        return pair == null ? Math.max(1, seen()) : seen() + pair.remaining();
    }

    /** Whether the rater has nothing to do now and may have later. */
    private boolean isToGoOn() {
        return turn instanceof Turn.Paused
                || turn instanceof Turn.Waiting
                || (turn instanceof Turn.Enough enough && enough.today());
    }

    public boolean isMany() {
        BlindPair pair = pair();
        return pair != null && pair.remaining() >= BlindPair.MANY;
    }
}
