/**
 * When a count was wrong: raters say so ({@link org.kukai.correction.WordReports}), admins rule on it ({@link
 * org.kukai.correction.WordRulings}), {@link org.kukai.correction.Forecaster} tells what a change of a word would do to the haiku that
 * are there, and {@link org.kukai.correction.Rescorings} has all of them scored anew, by a job that goes on after a crash. Texts, pairs,
 * votes and releases stay as they are; scores follow the counter.
 */
@NullMarked
package org.kukai.correction;

import org.jspecify.annotations.NullMarked;
