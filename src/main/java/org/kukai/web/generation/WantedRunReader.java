package org.kukai.web.generation;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/** Reads an order twice: once for what its fields say, and once for which of them say null. */
final class WantedRunReader extends JsonDeserializer<WantedRun> {
    @Override
    public WantedRun deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try (TokenBuffer body = context.bufferAsCopyOfValue(parser)) {
            WantedRun.Fields fields;
            try (JsonParser whole = body.asParserOnFirstToken()) {
                // With a context of its own, so that what is wrong is told with the value that is wrong.
                fields = parser.getCodec().readValue(whole, WantedRun.Fields.class);
            }
            return new WantedRun(fields, nulls(body));
        }
    }

    private static Set<String> nulls(TokenBuffer body) throws IOException {
        Set<String> nulls = new HashSet<>();
        try (JsonParser parser = body.asParserOnFirstToken()) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_NULL) {
                    nulls.add(name);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return nulls;
    }
}
