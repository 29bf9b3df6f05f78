package org.kukai.correction;

import java.util.UUID;

/**
 * All that a rater may see of a pair after the vote, when reporting a word. Like the blind pair it has no id of a haiku, no model and
 * no score.
 *
 * @param assignment names the rater's turn
 * @param disclosed whether the counts are shown; from then on the vote stands
 */
public record CountedPair(UUID assignment, UUID round, boolean disclosed, CountedPoem left, CountedPoem right) {}
