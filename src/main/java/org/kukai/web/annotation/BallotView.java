package org.kukai.web.annotation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.BlindPair;
import org.kukai.annotation.Turn;

/**
 * What the voting page shows: a pair, or that there is none.
 *
 * @param last the turn of the rater's last vote, whose words they may look at
 * @param said what has just happened, for the line that screen readers read out
 * @param problem what has just not happened
 */
record BallotView(UUID round, Turn turn, @Nullable UUID last, String said, String problem) {
    public @Nullable BlindPair pair() {
        return turn instanceof Turn.Offered offered ? offered.pair() : null;
    }

    public boolean isClosed() {
        return turn instanceof Turn.Closed;
    }

    /** What to tell a rater who gets no pair now, though the round is not over; empty when it is over for them. */
    public String respite() {
        return switch (turn) {
            case Turn.Paused _ -> "The round is paused. Look in again later: you go on where you were.";
            case Turn.Waiting _ -> "More pairs are on their way. Look in again in a few seconds.";
            case Turn.Enough enough ->
                enough.today()
                        ? "You have given all the votes that this round takes from one person in a day. Come back tomorrow."
                        : "You have given all the votes that this round takes from one person.";
            case Turn.Offered _, Turn.Nothing _, Turn.Closed _ -> "";
        };
    }

    public String name() {
        return turn.standing().round();
    }

    public int votes() {
        return turn.standing().votes();
    }

    public int skips() {
        return turn.standing().skips();
    }

    public boolean isUndoable() {
        return !isClosed() && votes() + skips() > 0;
    }

    public int seen() {
        return votes() + skips();
    }

    public int whole() {
        BlindPair pair = pair();
        return seen() + (pair == null ? 0 : pair.remaining());
    }

    public boolean isMany() {
        BlindPair pair = pair();
        return pair != null && pair.remaining() >= BlindPair.MANY;
    }
}
