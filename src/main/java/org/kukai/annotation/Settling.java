package org.kukai.annotation;

import java.time.Instant;
import java.util.UUID;

/** Keeps a round's state in step with its pairs: settled when the last of them is, open again when one has lost a vote. */
public final class Settling {
    /**
     * While fewer pairs than this are unsettled, whoever settles one locks the round and looks whether it was the last. More
     * than the number of votes that can be in flight at once, over all nodes; few enough to count on the way.
     */
    static final int FEW = 500;

    private Settling() {}

    /**
     * Called after a pair has been settled, in the same transaction. While more pairs are on their way no pair is the last;
     * {@link PairsJob} looks once more when they have come.
     */
    static void settleIfDone(Round round, Instant now) {
        if (round.growing) {
            return;
        }
        Round.getEntityManager().flush();
        if (Pair.unsettled(round.id, FEW) == FEW) {
            return;
        }
        round.lock();
        settleIfLast(round, now);
    }

    /** Called after a settled pair has lost a vote, in the same transaction. */
    static void unsettle(Round round) {
        if (round.growing) {
            return;
        }
        round.lock();
        open(round);
    }

    /** Looks whether the round is settled or open, after pairs have been counted anew, in the same transaction. */
    public static void look(UUID id, Instant now) {
        Round round = Round.get(id);
        round.lock();
        if (round.status == Round.Status.SETTLED && Pair.unsettled(id, 1) > 0) {
            open(round);
        } else {
            settleIfLast(round, now);
        }
        Round.getEntityManager().flush();
    }

    /** Makes a round that is open, and locked, a settled one when no pair lacks a vote and no more are on their way. */
    static void settleIfLast(Round round, Instant now) {
        if (!round.isOpen() || round.growing || Pair.unsettled(round.id, 1) > 0) {
            round.settledAt = round.isOpen() ? null : round.settledAt;
            return;
        }
        round.status = Round.Status.SETTLED;
        // Others have been told if it was settled, then closed, and is opened again.
        if (round.settledAt == null) {
            round.settledAt = now;
            Happenings.fire(new RoundSettled(round.id));
        }
    }

    /** Makes a round that is settled, and locked, one that takes votes. */
    static void open(Round round) {
        if (round.status == Round.Status.SETTLED) {
            round.status = Round.Status.OPEN;
            round.settledAt = null;
        }
    }
}
