package org.kukai.web.chart;

import java.util.List;

/**
 * Estimates with their intervals on one scale: a table whose last column is a line with a mark. Shown by {@code {#intervals
 * chart /}}.
 *
 * @param caption what the table shows, in words
 * @param rows from the top down
 * @param zero where nought is on the scale, 0 to 100
 */
public record Intervals(String caption, List<Row> rows, double zero) {
    private static final double FULL = 100;
    private static final double MARK = 1.2;

    /** One row; {@code x} and {@code width} are of the line, {@code mark} is the left edge of the mark. */
    public record Row(String label, String shown, double x, double width, double mark) {
        /** The width of the mark. */
        public double size() {
            return MARK;
        }
    }

    /** An estimate to draw; {@code shown} is how it is written. */
    public record Amount(String label, double value, double low, double high, String shown) {}

    public Intervals {
        rows = List.copyOf(rows);
    }

    /** On a scale that holds nought and all the intervals. */
    public static Intervals of(String caption, List<Amount> amounts) {
        double low = Math.min(0, amounts.stream().mapToDouble(Amount::low).min().orElse(0));
        double high =
                Math.max(0, amounts.stream().mapToDouble(Amount::high).max().orElse(0));
        double unit = high > low ? (FULL - MARK) / (high - low) : 0;
        return new Intervals(
                caption,
                amounts.stream()
                        .map(a -> new Row(
                                a.label(),
                                a.shown(),
                                MARK / 2 + unit * (a.low() - low),
                                unit * (a.high() - a.low()),
                                unit * (a.value() - low)))
                        .toList(),
                MARK / 2 - unit * low);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
