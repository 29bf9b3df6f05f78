/**
 * Reads votes and says what they mean; voting never waits for it. {@link org.kukai.ranking.RoundAgreement} tells how far the
 * raters of a round agree and what is odd about one of them.
 */
@NullMarked
package org.kukai.ranking;

import org.jspecify.annotations.NullMarked;
