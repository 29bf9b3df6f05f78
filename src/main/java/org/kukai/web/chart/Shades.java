package org.kukai.web.chart;

import java.util.List;

/**
 * Amounts in rows and columns, each on a ground that is the darker the larger it is. Shown by {@code {#shades chart /}}.
 *
 * @param caption what the table shows, in words
 * @param corner what the rows are
 */
public record Shades(String caption, String corner, List<String> columns, List<Row> rows) {
    private static final int DARKEST = 4;

    /** One row of amounts. */
    public record Row(String label, List<Cell> cells) {}

    /** One amount; {@code shade} is 0 for nothing to 4 for the largest of all. */
    public record Cell(long value, int shade) {}

    /** A row to draw. */
    public record Amounts(String label, List<Long> values) {}

    public Shades {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public static Shades of(String caption, String corner, List<String> columns, List<Amounts> amounts) {
        long largest = amounts.stream()
                .flatMap(row -> row.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return new Shades(
                caption,
                corner,
                columns,
                amounts.stream()
                        .map(row -> new Row(
                                row.label(),
                                row.values().stream()
                                        .map(value -> new Cell(value, shade(value, largest)))
                                        .toList()))
                        .toList());
    }

    private static int shade(long value, long largest) {
        return value == 0 ? 0 : (int) Math.ceilDiv(DARKEST * value, largest);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
