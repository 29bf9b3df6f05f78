package org.kukai.llm.gate;

import java.util.HashSet;
import java.util.Set;

/**
 * The calls that this node has in flight through a gate, and how many it may have. Guarded by its {@link Turnstile}.
 *
 * <p>What it may have is a lease: it ends by itself some time before others may take it over, however long the database does not
 * answer.
 */
final class Share {
    private final Set<Pass> open = new HashSet<>();
    private int inFlight;
    private int cap;
    private long validUntil;
    private boolean bound;
    private boolean alone;
    private int peak;
    private boolean blocked;

    /** For a gate that no other node has a part in. */
    static Share forEver(int cap) {
        Share share = new Share();
        share.cap = cap;
        share.alone = true;
        return share;
    }

    /**
     * Takes over what the cluster agreed on.
     *
     * @param bounded whether anything limits the calls in flight
     */
    void renew(int fresh, boolean bounded, boolean single, long until) {
        cap = fresh;
        bound = bounded;
        alone = single;
        validUntil = until;
        peak = inFlight;
        blocked = false;
    }

    boolean hasRoom(long now) {
        boolean room = inFlight < cap && (!bound || now - validUntil < 0);
        blocked |= !room;
        return room;
    }

    void take(Pass pass) {
        open.add(pass);
        inFlight++;
        peak = Math.max(peak, inFlight);
    }

    boolean give(Pass pass) {
        if (open.remove(pass)) {
            inFlight--;
            return true;
        }
        return false;
    }

    /** What others have to take for ours. */
    int held() {
        return bound ? Math.max(cap, inFlight) : inFlight;
    }

    boolean isDrained() {
        return inFlight <= cap;
    }

    int inFlight() {
        return inFlight;
    }

    int wanted() {
        return blocked ? Report.MANY : peak;
    }

    boolean isBlocked() {
        return blocked;
    }

    /** Calls whose slots are about to be given to others: none while nobody else is there, for an answer is worth more than order. */
    Set<Pass> lost(long now) {
        if (!bound || alone || now - validUntil < 0) {
            return Set.of();
        }
        cap = 0;
        return Set.copyOf(open);
    }
}
