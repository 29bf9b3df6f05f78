package org.kukai.prompt;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The column of prompts of a CSV file: the one the first row calls so, or the only one. */
final class CsvRows extends RowReader {
    private final CsvRecords records;
    private char separator = ',';
    private int column;
    private int columns;
    private boolean begun;

    CsvRows(Utf8Lines lines) {
        this.records = new CsvRecords(lines);
    }

    @Override
    protected @Nullable Row read(int nextIndex) throws IOException {
        boolean first = !begun;
        if (first) {
            begun = true;
            separator = records.peek().map(CsvRows::separatorOf).orElse(',');
        }
        Optional<CsvRecords.Found> found = records.next(separator);
        if (first && found.isPresent() && isHeader(found.get())) {
            found = records.next(separator);
        }
        return found.map(record -> row(record, nextIndex)).orElse(null);
    }

    /** The one that makes one of our names stand alone in the first line. */
    private static char separatorOf(String firstLine) {
        for (char separator : new char[] {',', ';', '\t'}) {
            List<String> names = List.of(firstLine.replace("\"", "").split(String.valueOf(separator), -1));
            if (names.size() > 1 && names.stream().anyMatch(PromptFields::isKnown)) {
                return separator;
            }
        }
        return ',';
    }

    private Row row(CsvRecords.Found record, int index) {
        if (record.fault() != null) {
            return new Row.Broken(index, record.line(), record.fault());
        }
        int size = record.fields().size();
        if (size != columns) {
            return new Row.Broken(
                    index,
                    record.line(),
                    "The row has " + size + (size == 1 ? " column" : " columns") + " where the first row has " + columns
                            + ". A text with a separator in it goes in quotes.");
        }
        return new Row.Text(index, record.line(), record.fields().get(column), null);
    }

    /** Learns the columns from the first row; a single column may have no header. */
    private boolean isHeader(CsvRecords.Found first) {
        if (first.fault() != null) {
            throw new UnreadableFileException("The first row cannot be read. " + first.fault() + " Nothing was added.");
        }
        List<String> names = first.fields();
        columns = names.size();
        column = IntStream.range(0, columns)
                .boxed()
                .min(Comparator.comparingInt(i -> PromptFields.rank(names.get(i))))
                .orElse(0);
        boolean named = PromptFields.isKnown(names.get(column));
        if (!named && columns > 1) {
            throw new UnreadableFileException(
                    "None of the " + columns + " columns is called prompt, text or question; the" + " first row says: "
                            + abbreviated(String.join(", ", names)) + ". Nothing was added.");
        }
        return named;
    }

    private static String abbreviated(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
