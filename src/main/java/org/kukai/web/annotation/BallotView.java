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
