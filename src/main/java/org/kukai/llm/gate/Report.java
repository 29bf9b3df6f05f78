package org.kukai.llm.gate;

import java.util.UUID;

/**
 * How things stand at one holder of a gate, and what it wants.
 *
 * @param held how many calls it might have in flight at this moment, never fewer than it has
 * @param wanted how many it could make use of; {@link #MANY} when calls had to wait
 * @param starts how many begin times it wants
 * @param tokensEach what the calls that begin then are expected to take
 * @param unsettled tokens that earlier calls took beyond what was expected
 */
record Report(
        UUID holder,
        int held,
        int inFlight,
        int waiting,
        int wanted,
        int starts,
        int tokensEach,
        long unsettled,
        Observed observed,
        Signals signals) {
    static final int MANY = 1_000_000;
}
