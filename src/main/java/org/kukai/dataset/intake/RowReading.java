package org.kukai.dataset.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Reads a row written as a JSON object: with a list of {@code generations} for one prompt, or one {@code text} for it. */
final class RowReading {
    /** Under which names files keep prompts; the first that is there counts. */
    static final List<String> PROMPT = List.of("question", "prompt", "input", "instruction");

    static final List<String> TEXTS = List.of("generations");
    static final List<String> TEXT = List.of("text", "haiku");
    static final List<String> MODEL = List.of("generation_model", "model");
    static final List<String> SYSTEM = List.of("system");

    private static final int MOST_TEXTS = 1_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_MODEL = 200;
    private static final int LONGEST_SYSTEM = 10_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String unnamed;

    /** @param unnamed who wrote the texts of a row that does not say */
    RowReading(String unnamed) {
        this.unnamed = unnamed;
    }

    SourceRow read(int line, String json) {
        try {
            return read(line, JSON.readTree(json));
        } catch (JsonProcessingException e) {
            String said = e.getOriginalMessage().lines().findFirst().orElse("");
            return new SourceRow.Broken(line, "It is not valid JSON: " + said.replaceAll("\\.$", "") + ".");
        } catch (WrongRow e) {
            return new SourceRow.Broken(line, e.detail);
        }
    }

    private SourceRow read(int line, JsonNode row) throws WrongRow {
        check(row.isObject(), "It is not a JSON object.");
        String prompt = text(PROMPT.getFirst(), field(row, PROMPT), Integer.MAX_VALUE);
        JsonNode system = field(row, SYSTEM);
        String told = isNothing(system) ? "" : text("system", system, LONGEST_SYSTEM);
        JsonNode many = field(row, TEXTS);
        JsonNode model = field(row, MODEL);
        if (many.isMissingNode()) {
            String raw = text(TEXT.getFirst(), field(row, TEXT), LONGEST_TEXT);
            return new SourceRow.Good(line, prompt, told, List.of(new SourceRow.Text(0, raw, writer(model))));
        }
        check(many.isArray(), "“generations” is not a list.");
        check(!many.isEmpty(), "“generations” is an empty list.");
        check(many.size() <= MOST_TEXTS, "“generations” holds " + many.size() + " texts; at most 1,000 are taken.");
        Function<Integer, JsonNode> writers = writers(model, many.size());
        List<SourceRow.Text> texts = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            try {
                String raw = text("generations[" + i + "]", many.get(i), LONGEST_TEXT);
                texts.add(new SourceRow.Text(i, raw, writer(writers.apply(i))));
            } catch (WrongRow e) {
                faults.add("Text " + (i + 1) + ": " + e.detail);
            }
        }
        return new SourceRow.Good(line, prompt, told, texts, faults);
    }

    /** One model for all of them, or one for each. */
    private static Function<Integer, JsonNode> writers(JsonNode model, int texts) throws WrongRow {
        if (!model.isArray()) {
            return i -> model;
        }
        check(
                model.size() == texts || model.size() == 1,
                "“generation_model” names " + model.size() + " models for " + texts + " generations.");
        return i -> model.get(model.size() == 1 ? 0 : i);
    }

    private String writer(JsonNode model) throws WrongRow {
        if (isNothing(model) || (model.isTextual() && model.textValue().isBlank())) {
            return unnamed;
        }
        String name = text("model", model, LONGEST_MODEL).strip();
        check(name.chars().noneMatch(Character::isISOControl), "The model's name holds control characters.");
        return name;
    }

    private static JsonNode field(JsonNode row, List<String> names) {
        return names.stream()
                .map(row::path)
                .filter(value -> !isNothing(value))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String text(String name, JsonNode value, int longest) throws WrongRow {
        check(!isNothing(value), "It has no “" + name + "”.");
        check(value.isTextual(), "“" + name + "” is not a text.");
        String text = value.textValue();
        check(
                text.length() <= longest,
                "“" + name + "” has " + text.length() + " characters; at most " + longest + " are taken.");
        check(text.indexOf('\0') < 0, "“" + name + "” holds the character NUL.");
        check(
                text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE),
                "“" + name + "” is not valid Unicode.");
        return text;
    }

    private static void check(boolean right, String otherwise) throws WrongRow {
        if (!right) {
            throw new WrongRow(otherwise);
        }
    }

    /** A row that cannot be used. */
    private static final class WrongRow extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final String detail;

        WrongRow(String detail) {
            super(detail, null, false, false);
            this.detail = detail;
        }
    }
}
