/**
 * Rounds for the admin who opens and watches them, and voting for raters. What raters get is made of
 * {@link org.kukai.annotation.BlindPair} alone: no page or answer here tells a rater who wrote a poem or what its score is.
 */
@NullMarked
package org.kukai.web.annotation;

import org.jspecify.annotations.NullMarked;
