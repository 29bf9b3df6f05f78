package org.kukai.prompt;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/** A prompt in JSON: a text, or an object with the text under one of the known names. */
final class JsonElement {
    static final JsonFactory FACTORY = new JsonFactory();

    private static final String NONE = "The object has no text under “prompt”, “text” or “question”.";

    private JsonElement() {}

    /** Reads the value that the parser stands on, to its end. */
    static Row row(JsonParser json, int index, int line) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return new Row.Text(index, line, json.getText(), null);
        }
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return fromObject(json, index, line);
        }
        json.skipChildren();
        return new Row.Broken(index, line, "A prompt is a JSON text or object, not this.");
    }

    private static Row fromObject(JsonParser json, int index, int line) throws IOException {
        Row found = new Row.Broken(index, line, NONE);
        int best = PromptFields.NAMES.size();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int rank = PromptFields.rank(json.currentName());
            if (json.nextToken() == JsonToken.VALUE_STRING && rank < best) {
                best = rank;
                found = new Row.Text(index, line, json.getText(), null);
            }
            json.skipChildren();
        }
        return found;
    }

    /** The parser's complaint in one line. */
    static String fault(JsonProcessingException e) {
        String said = e.getOriginalMessage().lines().findFirst().orElse("");
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }
}
