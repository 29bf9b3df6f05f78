/**
 * Small charts, drawn by the server so that they need no script and print well: {@link org.kukai.web.chart.Bars} for
 * comparing named amounts, {@link org.kukai.web.chart.Columns} for amounts over time. The templates {@code tags/bars.html}
 * and {@code tags/columns.html} show them.
 */
@NullMarked
package org.kukai.web.chart;

import org.jspecify.annotations.NullMarked;
