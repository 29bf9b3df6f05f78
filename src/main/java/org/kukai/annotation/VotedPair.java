package org.kukai.annotation;

import java.util.UUID;

/**
 * A pair that its rater has voted on. It names the haiku, so it is for other rooms to work with and not for a rater's page.
 *
 * @param disclosed whether the rater was shown more than the texts, so that the vote stands
 */
public record VotedPair(
        UUID assignment, UUID round, boolean disclosed, UUID leftId, String left, UUID rightId, String right) {}
