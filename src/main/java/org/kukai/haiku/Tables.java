package org.kukai.haiku;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kukai.haiku.Removal.Reason;

/** Finds the column of a table that holds the poem, where another column has words beside it. */
final class Tables {

    private static final int LINES = 3;
    private static final int MOST_ROWS = 30;

    private Tables() {}

    /** The text with a table's rows replaced by the cells of the first column whose last three have the form; the same text when there is none. */
    static String plain(String text, Form form, List<Removal> removals) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < lines.size() && rows.size() < MOST_ROWS; i++) {
            if (isRow(lines.get(i))) {
                rows.add(i);
            }
        }
        if (rows.size() < LINES) {
            return text;
        }
        List<Integer> last = rows.subList(rows.size() - LINES, rows.size());
        List<List<String>> cells =
                last.stream().map(row -> cells(lines.get(row))).toList();
        int columns = cells.stream().mapToInt(List::size).min().orElse(0);
        for (int column = 0; column < columns && columns > 1; column++) {
            int at = column;
            List<String> poem = cells.stream()
                    .map(row -> LinePeeler.peel(row.get(at)).text())
                    .toList();
            if (form.fits(poem)) {
                removals.add(new Removal(Reason.WRAPPER, Cleaning.shortened(lines.get(last.getFirst()))));
                rows.forEach(row -> lines.set(row, last.contains(row) ? poem.get(last.indexOf(row)) : ""));
                return String.join("\n", lines);
            }
        }
        return text;
    }

    private static boolean isRow(String line) {
        String row = line.strip();
        return row.length() > 2 && row.length() <= RawLine.LONGEST && row.startsWith("|") && row.endsWith("|");
    }

    private static List<String> cells(String line) {
        String row = line.strip();
        return Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
