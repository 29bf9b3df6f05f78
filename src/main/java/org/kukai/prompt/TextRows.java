package org.kukai.prompt;

import java.io.IOException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** One prompt a line; blank lines are nothing. */
final class TextRows extends RowReader {
    private final Utf8Lines lines;

    TextRows(Utf8Lines lines) {
        this.lines = lines;
    }

    @Override
    protected @Nullable Row read(int nextIndex) throws IOException {
        for (Optional<Utf8Lines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            Utf8Lines.Line line = next.get();
            if (line.tooLong()) {
                return new Row.Broken(nextIndex, line.number(), Utf8Lines.Line.TOO_LONG);
            }
            if (!line.text().isBlank()) {
                return new Row.Text(nextIndex, line.number(), line.text(), null);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
