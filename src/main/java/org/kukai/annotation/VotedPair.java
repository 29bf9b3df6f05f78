package org.kukai.annotation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A pair that its rater has voted on. It names the haiku, so it is for other rooms to work with and not for a rater's page.
 *
 * <p>The texts of an attention pair are no haiku and have no ids.
 *
 * @param disclosed whether the rater was shown more than the texts, so that the vote stands
 */
public record VotedPair(
        UUID assignment,
        UUID round,
        boolean disclosed,
        @Nullable UUID leftId,
        String left,
        @Nullable UUID rightId,
        String right) {}
