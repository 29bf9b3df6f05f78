package org.kukai.prompt.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** A list written as JSON: an array of texts or objects, an object that holds one, or an object a line. */
final class JsonItems {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Pattern START = Pattern.compile("(?m)^[ \\t]*(?=[\\[{]\\s*[\"{\\[])");
    private static final Set<String> NAMES =
            Set.of("request", "prompt", "text", "question", "instruction", "topic", "haiku_request", "content");
    private static final Pattern NUMBERED = Pattern.compile("(?:\\w+[ _-]?)?\\d{1,3}");
    private static final Pattern AROUND = Pattern.compile("^[\\s\\[\\]{},:]*\"?|[\\s,]*$");

    private final String text;
    private final List<Item> found = new ArrayList<>();
    private int readTo;

    private JsonItems(String text) {
        this.text = text;
    }

    /** Empty when there is no JSON in it, or none that can be read. */
    static Optional<List<Item>> of(String text) {
        Matcher start = START.matcher(text);
        if (!start.find()) {
            return Optional.empty();
        }
        JsonItems items = new JsonItems(text.substring(start.start()));
        return items.read() && !items.found.isEmpty() ? Optional.of(items.found) : Optional.empty();
    }

    /** Whether it was JSON as far as it went. */
    private boolean read() {
        try (JsonParser json = FACTORY.createParser(text)) {
            try {
                readAll(json);
                return true;
            } catch (JsonEOFException e) {
                addCutEnd();
                return true;
            } catch (JsonProcessingException e) {
                // After a whole value, prose may follow; inside one it is broken, and lines are a better guess.
                return json.getParsingContext().inRoot() || !hasWord(rest());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private void readAll(JsonParser json) throws IOException {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING && isWanted(json)) {
                found.add(new Item(Tidy.entry(json.getText()), false));
                readTo = (int) json.currentLocation().getCharOffset();
            }
        }
    }

    private static boolean isWanted(JsonParser json) {
        if (json.getParsingContext().inArray()) {
            return true;
        }
        String name = json.getParsingContext().getCurrentName();
        return name != null
                && (NAMES.contains(name.toLowerCase(Locale.ROOT))
                        || NUMBERED.matcher(name).matches());
    }

    /** What was begun when the answer was cut, if it has a word in it. */
    private void addCutEnd() {
        String rest = rest();
        if (hasWord(rest)) {
            found.add(new Item(Tidy.entry(rest), true));
        }
    }

    /** What follows the last entry. */
    private String rest() {
        return AROUND.matcher(text.substring(readTo)).replaceAll("");
    }

    private static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }
}
