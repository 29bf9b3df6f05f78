package org.kukai.web.errors;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.jackson.ObjectMapperCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the reader of JSON refuse fields that it does not know, which are misspelt ones most often, and fractions where whole numbers are
 * wanted, instead of dropping or cutting them, and keep the value
 * that it stumbled over; of most values of the wrong shape it tells the shape only.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.addHandler(new Witness());
    }

    private static final class Witness extends DeserializationProblemHandler {
        /** In bodies of our own calls alone: the client of model servers reads with a copy of this reader, and servers add what they like. */
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                @Nullable JsonDeserializer<?> reader,
                Object read,
                String name)
                throws IOException {
            Class<?> type = read instanceof Class<?> one ? one : read.getClass();
            if (!type.getName().startsWith("org.kukai.")) {
                return false;
            }
            throw UnrecognizedPropertyException.from(
                    parser, read, name, reader == null ? List.of() : reader.getKnownPropertyNames());
        }

        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
                throws IOException {
            throw InvalidFormatException.from(parser, message, value(parser), type.getRawClass());
        }

        @Override
        public Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            throw InvalidFormatException.from(parser, message, value(parser), type);
        }

        private static @Nullable Object value(JsonParser parser) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> parser.getText();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                case START_ARRAY, END_ARRAY -> List.of();
                default -> Map.of();
            };
        }
    }
}
