/**
 * Rounds of blind votes. {@link org.kukai.annotation.Round#open} pairs haiku of the same prompt and opens a round;
 * {@link org.kukai.annotation.Turns} gives a rater the next pair as a {@link org.kukai.annotation.BlindPair}, which is all that
 * a rater may see of it; {@link org.kukai.annotation.Voting} records what the rater says and takes it back. {@link
 * org.kukai.annotation.Disclosures} shows a pair after the vote. The view
 * {@code ballot} tells the votes to the rooms that read them.
 */
@NullMarked
package org.kukai.annotation;

import org.jspecify.annotations.NullMarked;
