/**
 * Pure maths over records, with its sources: how far people agree ({@link org.kukai.statistics.RawAgreement}), how strong things
 * are that were compared two at a time ({@link org.kukai.statistics.Strengths}) and which two to compare next ({@link
 * org.kukai.statistics.ActivePairing}), and whether a share can be chance ({@link org.kukai.statistics.SignTest}).
 * {@code docs/statistics.md} explains it to a statistician.
 */
@NullMarked
package org.kukai.statistics;

import org.jspecify.annotations.NullMarked;
