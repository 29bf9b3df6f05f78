/**
 * Pure maths over records, with its sources: how far people agree ({@link org.kukai.statistics.RawAgreement}, {@link
 * org.kukai.statistics.Krippendorff}, {@link org.kukai.statistics.FleissKappa}), how strong things are that were compared two at a
 * time ({@link org.kukai.statistics.Strengths}) and which two to compare next ({@link org.kukai.statistics.ActivePairing}), how far
 * two orders are the same ({@link org.kukai.statistics.RankCorrelation}), what a share may be ({@link
 * org.kukai.statistics.Wilson}), and whether it can be chance ({@link org.kukai.statistics.SignTest}, {@link
 * org.kukai.statistics.BinomialTest}, {@link org.kukai.statistics.Conformity}, for many at once {@link org.kukai.statistics.Holm}).
 */
@NullMarked
package org.kukai.statistics;

import org.jspecify.annotations.NullMarked;
