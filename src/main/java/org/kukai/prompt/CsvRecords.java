package org.kukai.prompt;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file (RFC 4180). A broken one, such as one whose quote is never closed, is told by the line it
 * begins on, and reading goes on with the line after: it costs one line, not the rest of the file.
 */
final class CsvRecords implements Closeable {
    /** A record is closed within so many lines, or its quote is taken to be a mistake. */
    private static final int MOST_LINES = 200;

    private final Utf8Lines lines;
    private final Deque<Utf8Lines.Line> again = new ArrayDeque<>();

    CsvRecords(Utf8Lines lines) {
        this.lines = lines;
    }

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param fault what is wrong with it, or null
     */
    record Found(int line, List<String> fields, @Nullable String fault) {}

    /** The next record whose fields are separated so; lines with nothing in them are none. */
    Optional<Found> next(char separator) throws IOException {
        Optional<Utf8Lines.Line> first = nextFilledLine();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Utf8Lines.Line start = first.get();
        if (start.tooLong()) {
            return Optional.of(new Found(start.number(), List.of(), Utf8Lines.Line.TOO_LONG));
        }
        return Optional.of(complete(start, separator));
    }

    private Found complete(Utf8Lines.Line start, char separator) throws IOException {
        List<Utf8Lines.Line> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(start.text());
        boolean open = isOpenAfter(start.text(), false, separator);
        while (open && more.size() < MOST_LINES && text.length() < Utf8Lines.LONGEST) {
            Optional<Utf8Lines.Line> next = nextLine();
            if (next.isEmpty() || next.get().tooLong()) {
                next.ifPresent(more::add);
                break;
            }
            more.add(next.get());
            text.append('\n').append(next.get().text());
            open = isOpenAfter(next.get().text(), true, separator);
        }
        String fault = "A quote that opens in this line is never closed.";
        if (!open) {
            try {
                return new Found(start.number(), parse(text.toString(), separator), null);
            } catch (CsvParseException e) {
                fault = "The quotes in this row do not match: inside quotes, a quote is written twice.";
            }
        }
        more.reversed().forEach(again::addFirst);
        return new Found(start.number(), List.of(), fault);
    }

    /** The first line with something in it, which is read again afterwards. */
    Optional<String> peek() throws IOException {
        Optional<Utf8Lines.Line> first = nextFilledLine();
        first.ifPresent(again::addFirst);
        return first.map(Utf8Lines.Line::text);
    }

    private Optional<Utf8Lines.Line> nextFilledLine() throws IOException {
        Optional<Utf8Lines.Line> line = nextLine();
        while (line.isPresent() && line.get().text().isBlank() && !line.get().tooLong()) {
            line = nextLine();
        }
        return line;
    }

    private Optional<Utf8Lines.Line> nextLine() throws IOException {
        Utf8Lines.Line kept = again.poll();
        return kept == null ? lines.next() : Optional.of(kept);
    }

    /** Whether a quoted field goes on in the next line. */
    private static boolean isOpenAfter(String line, boolean openBefore, char separator) {
        boolean open = openBefore;
        boolean atStart = !openBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (open || atStart)) {
                boolean doubled = open && i + 1 < line.length() && line.charAt(i + 1) == '"';
                i += doubled ? 1 : 0;
                open = doubled || !open;
            }
            atStart = !open && c == separator;
        }
        return open;
    }

    private static List<String> parse(String text, char separator) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            return reader.iterator().next().getFields();
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
