package org.kukai.llm.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a gate is limited by.
 *
 * @param most how many calls may be in flight at most, in the cluster; null for as many as come
 * @param byLatency whether the limit is found out between 1 and {@code most}; else it is {@code most}, lowered only while the
 *     server turns calls away
 * @param pace how many calls and tokens may begin in a minute
 */
record Terms(@Nullable Integer most, boolean byLatency, GateLimits pace) {
    double beginning() {
        return most == null ? 1 : byLatency ? Math.min(most, Adaptation.BEGINNING) : most;
    }
}
