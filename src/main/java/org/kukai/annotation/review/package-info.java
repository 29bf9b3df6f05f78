/**
 * What admins decide about raters and about what raters could not settle, each with a reason, each to be undone and none
 * deleted. {@link org.kukai.annotation.review.RaterDecisions} weighs or excludes raters; {@link
 * org.kukai.annotation.review.Adjudications} settles split pairs, {@link org.kukai.annotation.review.PoemDecisions} flagged poems;
 * {@link org.kukai.annotation.review.VoteRows} reads out the votes one by one.
 */
@NullMarked
package org.kukai.annotation.review;

import org.jspecify.annotations.NullMarked;
