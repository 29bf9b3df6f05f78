package org.kukai.llm.gate;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What the cluster knows of a gate; a row of the table {@code gate}. */
record Row(
        Adaptation adaptation,
        Schedule schedule,
        @Nullable Instant restUntil,
        Breaker breaker,
        @Nullable String why,
        @Nullable Instant whyAt) {
    static Row fresh(Terms terms, Instant now) {
        return new Row(
                Adaptation.from(terms.beginning(), now), new Schedule(now, now), null, Breaker.CLOSED, null, null);
    }
}
