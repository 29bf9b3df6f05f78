package org.kukai.dataset.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.kukai.prompt.Utf8Lines;

/** One JSON object a line; blank lines are nothing. */
final class JsonLineRows implements SourceRows {
    private final Utf8Lines lines;
    private final RowReading reading;
    private boolean begun;

    JsonLineRows(Path file, RowReading reading) throws IOException {
        this.lines = Utf8Lines.patient(file);
        this.reading = reading;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        for (Optional<Utf8Lines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            Utf8Lines.Line line = next.get();
            if (line.tooLong()) {
                return Optional.of(new SourceRow.Broken(line.number(), Utf8Lines.Line.TOO_LONG));
            }
            if (line.noText()) {
                return Optional.of(new SourceRow.Broken(line.number(), "The line is not UTF-8 text."));
            }
            if (!line.text().isBlank()) {
                refuseAnArray(line.text());
                return Optional.of(reading.read(line.number(), line.text()));
            }
        }
        return Optional.empty();
    }

    /** Each of its lines would be refused by itself, and none of the reasons would help. */
    private void refuseAnArray(String line) {
        if (!begun && line.stripLeading().startsWith("[")) {
            throw SourceRows.unreadable(
                    "The file begins with “[”, so it is one JSON array. Send JSON lines: one object a line.");
        }
        begun = true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
