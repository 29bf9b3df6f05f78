/**
 * When a count was wrong: what a change of a word would do to the haiku that are there ({@link org.kukai.correction.Forecaster}),
 * and the scoring of all haiku anew ({@link org.kukai.correction.Rescorings}), a job that goes on after a crash. Texts, pairs, votes and
 * releases stay as they are; scores follow the counter.
 */
@NullMarked
package org.kukai.correction;

import org.jspecify.annotations.NullMarked;
