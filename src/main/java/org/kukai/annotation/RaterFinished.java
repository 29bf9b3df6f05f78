package org.kukai.annotation;

import java.util.UUID;

/** The rater has voted, and there is no pair left for them; fired once for a rater and round, in the transaction that has found it. */
public record RaterFinished(UUID round, UUID rater) {}
