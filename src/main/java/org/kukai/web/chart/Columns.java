package org.kukai.web.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Amounts over time, oldest first, as columns of one drawing. Shown by {@code {#columns chart /}}.
 *
 * @param caption what the drawing shows, in words
 */
public record Columns(String caption, List<Column> columns, long largest) {
    /** The drawing's size in its own units; each column has a slot of equal width. */
    private static final double WIDTH = 600;

    private static final double HEIGHT = 120;
    private static final double FILL = 0.8;
    /** Fewer columns than this do not grow wider, so that one busy hour is no wall. */
    private static final int FEWEST = 12;

    /** One column with its place in the drawing. */
    public record Column(String label, long value, double x, double y, double width, double height) {}

    /** An amount to draw. */
    public record Amount(String label, long value) {}

    public Columns {
        columns = List.copyOf(columns);
    }

    public static Columns of(String caption, List<Amount> amounts) {
        long largest = amounts.stream().mapToLong(Amount::value).max().orElse(0);
        double slot = WIDTH / Math.max(amounts.size(), FEWEST);
        List<Column> columns = IntStream.range(0, amounts.size())
                .mapToObj(i -> {
                    Amount amount = amounts.get(i);
                    double height = largest == 0 ? 0 : HEIGHT * amount.value() / largest;
                    return new Column(amount.label(), amount.value(), i * slot, HEIGHT - height, slot * FILL, height);
                })
                .toList();
        return new Columns(caption, columns, largest);
    }

    public boolean isEmpty() {
        return largest == 0;
    }

    public String first() {
        return columns.isEmpty() ? "" : columns.getFirst().label();
    }

    public String last() {
        return columns.isEmpty() ? "" : columns.getLast().label();
    }
}
