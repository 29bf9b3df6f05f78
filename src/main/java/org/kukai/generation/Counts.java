package org.kukai.generation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What the database counts of a run's attempts; {@code late} ended since {@code firstOfLate}. */
record Counts(
        long completed,
        long failed,
        long cancelled,
        long retrying,
        long correct575,
        long promptTokens,
        long completionTokens,
        long late,
        @Nullable Instant firstOfLate) {}
