package org.kukai.annotation;

/** Keeps a round's state in step with its pairs: settled when the last of them is, open again when one has lost a vote. */
final class Settling {
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
    static void settleIfDone(Round round) {
        if (round.growing) {
            return;
        }
        Round.getEntityManager().flush();
        if (Pair.unsettled(round.id, FEW) == FEW) {
            return;
        }
        round.lock();
        if (round.isOpen() && !round.growing && Pair.unsettled(round.id, 1) == 0) {
            round.status = Round.Status.SETTLED;
            Happenings.fire(new RoundSettled(round.id));
        }
    }

    /** Called after a settled pair has lost a vote, in the same transaction. */
    static void unsettle(Round round) {
        if (round.growing) {
            return;
        }
        round.lock();
        if (round.status == Round.Status.SETTLED) {
            round.status = Round.Status.OPEN;
        }
    }
}
