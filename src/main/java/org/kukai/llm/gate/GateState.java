package org.kukai.llm.gate;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a gate stands in the whole cluster, a second ago or less.
 *
 * @param limit how many calls may be in flight now; null when nothing limits them
 * @param adapts whether the limit was found out, rather than given
 * @param inFlight how many are
 * @param waiting how many wait to begin
 * @param nodes how many nodes work
 * @param pausedUntil when the server wants to hear from us again; null when it said nothing, or that time is over
 * @param nextProbe when a dead server is tried again; null while the circuit is closed
 * @param why what the server said last that slowed us down or stopped us; null when nothing does
 */
public record GateState(
        @Nullable Integer limit,
        boolean adapts,
        int inFlight,
        int waiting,
        int nodes,
        @Nullable Instant pausedUntil,
        Circuit circuit,
        @Nullable Instant nextProbe,
        @Nullable String why) {}
