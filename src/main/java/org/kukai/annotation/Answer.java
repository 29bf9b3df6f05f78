package org.kukai.annotation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a rater says of a pair.
 *
 * @param millis how long the rater looked at the pair, as the page measured it; null when it did not. It is believed as far
 *     as the time since the pair was given allows: a vote may have waited for a connection
 */
public record Answer(
        UUID assignment,
        Choice choice,
        Remarks remarks,
        @Nullable Integer millis) {
    public static Answer of(UUID assignment, Choice choice) {
        return new Answer(assignment, choice, Remarks.NONE, null);
    }
}
