package org.kukai.dataset.intake;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RowReadingTest {
    private final RowReading reading = new RowReading("somebody");

    @Test
    void readsManyTextsOfOnePrompt() {
        assertThat(reading.read(7, """
                {"question":"Q","generation_model":["a","b"],"generation_prompt":["x","y"],"generations":["one","two"],
                 "scores":[4,1],"chosen":"one","chosen_score":4,"rejected":"two","rejected_score":1,"tie":false,
                 "difference_in_score":3,"system":"S"}"""))
                .isEqualTo(new SourceRow.Good(
                        7, "Q", "S", List.of(new SourceRow.Text(0, "one", "a"), new SourceRow.Text(1, "two", "b"))));
    }

    @Test
    void readsOneTextARow() {
        assertThat(reading.read(1, "{\"prompt\":\"Q\",\"text\":\"one\",\"model\":\"a\"}"))
                .isEqualTo(new SourceRow.Good(1, "Q", "", List.of(new SourceRow.Text(0, "one", "a"))));
    }

    @Test
    void letsOneModelStandForAllAndTheCallersNameForNone() {
        assertThat(reading.read(1, "{\"question\":\"Q\",\"generation_model\":\"a\",\"generations\":[\"one\",\"two\"]}"))
                .isEqualTo(reading.read(
                        1, "{\"question\":\"Q\",\"generation_model\":[\"a\"],\"generations\":[\"one\",\"two\"]}"));
        assertThat(reading.read(1, "{\"question\":\"Q\",\"generation_model\":null,\"generations\":[\"one\"]}"))
                .isEqualTo(new SourceRow.Good(1, "Q", "", List.of(new SourceRow.Text(0, "one", "somebody"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"question\":\"Q\"|It is not valid JSON",
                "{} {}|It is not valid JSON",
                "{\"prompt\":\"Q\",\"prompt\":\"R\",\"text\":\"t\"}|It is not valid JSON: Duplicate field",
                "[1]|It is not a JSON object.",
                "null|It is not a JSON object.",
                "7|It is not a JSON object.",
                "{}|It has no “question”.",
                "{\"question\":7,\"generations\":[\"a\"]}|“question” is not a text.",
                "{\"question\":\"Q\"}|It has no “text”.",
                "{\"question\":\"Q\",\"text\":{}}|“text” is not a text.",
                "{\"question\":\"Q\",\"generations\":\"a\"}|“generations” is not a list.",
                "{\"question\":\"Q\",\"generations\":[]}|“generations” is an empty list.",
                "{\"question\":\"Q\",\"generations\":[\"a\",\"b\",\"c\"],\"generation_model\":[\"x\",\"y\"]}|names 2 models for 3 generations.",
                "{\"question\":\"Q\",\"text\":\"a\",\"system\":[]}|“system” is not a text.",
            })
    void saysWhyARowCannotBeUsed(String json, String detail) {
        assertThat(reading.read(3, json)).isInstanceOfSatisfying(SourceRow.Broken.class, broken -> {
            assertThat(broken.line()).isEqualTo(3);
            assertThat(broken.detail()).contains(detail);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[\"one\",null]|\"a\"|It has no “generations[1]”.",
                "[\"one\",3]|\"a\"|“generations[1]” is not a text.",
                "[\"one\",\"a\\u0000b\"]|\"a\"|“generations[1]” holds the character NUL.",
                "[\"one\",\"\\ud800\"]|\"a\"|“generations[1]” is not valid Unicode.",
                "[\"one\",\"two\"]|[\"a\",7]|“model” is not a text.",
                "[\"one\",\"two\"]|[\"a\",\"a\\nb\"]|The model's name holds control characters.",
            })
    void refusesATextOfARowByItselfAndKeepsTheOthers(String texts, String models, String detail) {
        assertThat(reading.read(
                        3, "{\"question\":\"Q\",\"generations\":" + texts + ",\"generation_model\":" + models + "}"))
                .isEqualTo(new SourceRow.Good(
                        3, "Q", "", List.of(new SourceRow.Text(0, "one", "a")), List.of("Text 2: " + detail)));
    }

    @Test
    void refusesHugeListsAndTexts() {
        String many = "\"a\",".repeat(1_001).replaceAll(",$", "");
        assertThat(reading.read(1, "{\"question\":\"Q\",\"generations\":[" + many + "]}"))
                .isEqualTo(new SourceRow.Broken(1, "“generations” holds 1001 texts; at most 1,000 are taken."));
        assertThat(reading.read(1, "{\"question\":\"Q\",\"text\":\"" + "a".repeat(20_001) + "\"}"))
                .isEqualTo(new SourceRow.Broken(1, "“text” has 20001 characters; at most 20000 are taken."));
        assertThat(reading.read(1, "[".repeat(100_000))).isInstanceOf(SourceRow.Broken.class);
    }
}
