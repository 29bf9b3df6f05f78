package org.kukai.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * One JSON array of texts or objects, or an object that holds it under {@code prompts}. JSON that breaks off has no rows
 * that could be trusted, so then the file is refused.
 */
final class JsonRows extends RowReader {
    private static final String LIST = "prompts";

    private final JsonParser json;
    private boolean begun;

    JsonRows(Path file) throws IOException {
        this.json = parser(file);
    }

    @Override
    protected @Nullable Row read(int nextIndex) throws IOException {
        return reading(json, () -> {
            if (!begun) {
                begun = true;
                begin(json);
            }
            if (json.currentToken() == null || json.nextToken() == JsonToken.END_ARRAY) {
                readToTheEnd(json);
                return null;
            }
            return JsonElement.row(json, nextIndex, json.currentTokenLocation().getLineNr());
        });
    }

    /** What an object that holds the array says under {@code split}, before or after it. */
    static Optional<String> statedSplit(Path file) throws IOException {
        try (JsonParser json = parser(file)) {
            return Optional.ofNullable(reading(json, () -> {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    return null;
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean wanted = json.currentName().equals("split");
                    if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
                        return json.getText();
                    }
                    json.skipChildren();
                }
                return null;
            }));
        }
    }

    private static void begin(JsonParser json) throws IOException {
        JsonToken first = json.nextToken();
        if (first == null) {
            throw TextFaults.nothing();
        }
        if (first == JsonToken.START_ARRAY) {
            return;
        }
        if (first == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals(LIST);
                if (json.nextToken() == JsonToken.START_ARRAY && wanted) {
                    return;
                }
                json.skipChildren();
            }
        }
        throw new UnreadableFileException("The JSON is neither a list of prompts nor an object with such a list under"
                + " “prompts”. One object a line is the format jsonl. Nothing was added.");
    }

    /** What follows the array must be JSON too, or the file is cut or glued. */
    private static void readToTheEnd(JsonParser json) throws IOException {
        boolean complete = json.getParsingContext().inRoot();
        while (json.nextToken() != null) {
            if (complete) {
                throw new UnreadableFileException("After the list, at line "
                        + json.currentLocation().getLineNr() + ", more JSON begins. Nothing was added.");
            }
            complete = json.getParsingContext().inRoot();
        }
    }

    private static JsonParser parser(Path file) throws IOException {
        // A decoder that reports what is not UTF-8, where Jackson alone would guess other encodings.
        BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        text.mark(1);
        try {
            if (text.read() != '\ufeff') {
                text.reset();
            }
        } catch (CharacterCodingException e) {
            text.close();
            throw TextFaults.notUtf8("The text");
        }
        return JsonElement.FACTORY.createParser(text);
    }

    private interface Reading<T> {
        @Nullable
        T read() throws IOException;
    }

    private static <T> @Nullable T reading(JsonParser json, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (CharacterCodingException e) {
            throw TextFaults.notUtf8("Text after line " + json.currentLocation().getLineNr());
        } catch (JsonProcessingException e) {
            throw new UnreadableFileException("The JSON is broken at line "
                    + json.currentLocation().getLineNr() + ": " + JsonElement.fault(e) + ". Nothing was added.");
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
