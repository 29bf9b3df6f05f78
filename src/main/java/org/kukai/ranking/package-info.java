/**
 * Reads votes and says what they mean; voting never waits for it. {@link org.kukai.ranking.Rankings} is asked for
 * models, poems, form and agreement, of one round or of all; {@link org.kukai.ranking.RoundAgreement} tells how far the raters of a
 * round agree in plain shares and what is odd about one of them.
 */
@NullMarked
package org.kukai.ranking;

import org.jspecify.annotations.NullMarked;
