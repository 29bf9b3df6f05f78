/**
 * Small charts, drawn by the server so that they need no script and print well: {@link org.kukai.web.chart.Bars} for
 * comparing named amounts, {@link org.kukai.web.chart.Columns} for amounts over time, {@link org.kukai.web.chart.Intervals} for
 * estimates that are not certain. The templates {@code tags/bars.html}, {@code tags/columns.html} and {@code tags/intervals.html} show
 * them.
 */
@NullMarked
package org.kukai.web.chart;

import org.jspecify.annotations.NullMarked;
