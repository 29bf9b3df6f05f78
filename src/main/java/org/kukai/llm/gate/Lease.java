package org.kukai.llm.gate;

import java.time.Instant;
import java.util.UUID;

/**
 * The part of a gate's calls in flight that a holder, one gate of one node, may make.
 *
 * @param slots how many it may have in flight
 * @param wanted how many it could make use of
 */
record Lease(UUID holder, int slots, int inFlight, int waiting, int wanted, Instant expiresAt) {}
