/**
 * Pure maths over records, with its sources: how far people agree ({@link org.kukai.statistics.RawAgreement}), and whether a
 * share can be chance ({@link org.kukai.statistics.SignTest}).
 */
@NullMarked
package org.kukai.statistics;

import org.jspecify.annotations.NullMarked;
