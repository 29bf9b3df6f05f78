package org.kukai.prompt;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

/** One JSON text or object a line; a line that is not JSON is refused by itself. */
final class JsonLineRows extends RowReader {
    private final Utf8Lines lines;

    JsonLineRows(Utf8Lines lines) {
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
                return row(nextIndex, line);
            }
        }
        return null;
    }

    private static Row row(int index, Utf8Lines.Line line) throws IOException {
        try (JsonParser json = JsonElement.FACTORY.createParser(line.text())) {
            json.nextToken();
            Row row = JsonElement.row(json, index, line.number());
            if (json.nextToken() != null) {
                return new Row.Broken(index, line.number(), "There is more than one JSON value in the line.");
            }
            return row;
        } catch (JsonProcessingException e) {
            return new Row.Broken(index, line.number(), "The line is not valid JSON: " + JsonElement.fault(e) + ".");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
