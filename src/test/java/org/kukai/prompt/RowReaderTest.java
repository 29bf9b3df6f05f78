package org.kukai.prompt;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.kukai.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RowReaderTest {
    @TempDir
    Path folder;

    @Test
    void takesEachLineOfATextThatIsNotBlank() throws IOException {
        assertThat(read(FileFormat.TEXT, "\ufeffmoss\r\n\n  \n rain <b>&\nsnow"))
                .containsExactly("0@1 moss", "1@4  rain <b>&", "2@5 snow");
    }

    @Test
    void refusesOnlyALineThatIsTooLong() throws IOException {
        List<String> rows = read(FileFormat.TEXT, "moss\n" + "x".repeat(Utf8Lines.LONGEST + 1) + "\nsnow\n");
        assertThat(rows).containsExactly("0@1 moss", "1@2 ! The line is longer than 1,048,576 bytes.", "2@3 snow");
        assertThat(read(FileFormat.TEXT, "x".repeat(Utf8Lines.LONGEST)).getFirst())
                .startsWith("0@1 xxx");
    }

    @Test
    void takesTheNamedColumnOfACsv() throws IOException {
        assertThat(read(
                        FileFormat.CSV,
                        "id, Prompt ,note\n1,moss,x\n2,\"rain, \"\"soft\"\"\nand long\",y\n\n3,snow,z\n"))
                .containsExactly("0@2 moss", "1@3 rain, \"soft\"\nand long", "2@6 snow");
    }

    @Test
    void prefersPromptToTextToQuestion() throws IOException {
        assertThat(read(FileFormat.CSV, "question,text\nq,t\n")).containsExactly("0@2 t");
        assertThat(read(FileFormat.JSON, "[{\"question\":\"q\",\"text\":\"t\",\"prompt\":\"p\"}]"))
                .containsExactly("0@1 p");
    }

    @ParameterizedTest
    @CsvSource({"';'", "'\t'"})
    void readsOtherSeparators(String separator) throws IOException {
        String file = "\"note\"|\"question\"\nx|moss, wet\n".replace("|", separator);
        assertThat(read(FileFormat.CSV, file)).containsExactly("0@2 moss, wet");
    }

    @Test
    void needsNoHeaderForASingleColumn() throws IOException {
        assertThat(read(FileFormat.CSV, "moss\n\"rain, soft\"\n5\" of snow\n"))
                .containsExactly("0@1 moss", "1@2 rain, soft", "2@3 5\" of snow");
    }

    @Test
    void refusesBrokenRowsOfACsvAndGoesOnAfterThem() throws IOException {
        String file = "prompt,note\nmoss,a\n\"never closed,b\nrain,c\nsnow\n\"wrong\" end,d\nfog,e,f\nhail,g\n";
        List<String> rows = read(FileFormat.CSV, file);
        assertThat(rows).hasSize(7);
        assertThat(rows.get(0)).isEqualTo("0@2 moss");
        assertThat(rows.get(1)).startsWith("1@3 ! ").contains("quote");
        assertThat(rows.get(2)).isEqualTo("2@4 rain");
        assertThat(rows.get(3)).startsWith("3@5 ! The row has 1 column where the first row has 2.");
        assertThat(rows.get(4)).startsWith("4@6 ! ").contains("quote");
        assertThat(rows.get(5)).startsWith("5@7 ! The row has 3 columns");
        assertThat(rows.get(6)).isEqualTo("6@8 hail");
    }

    @Test
    void refusesACsvWithoutAColumnOfPrompts() {
        assertThatThrownBy(() -> read(FileFormat.CSV, "id,title\n1,moss\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("called prompt, text or question")
                .hasMessageContaining("id, title");
    }

    @Test
    void takesTextsAndObjectsOfAJsonList() throws IOException {
        assertThat(read(
                        FileFormat.JSON,
                        "\ufeff[\"moss\",\n{\"id\":[1,{}],\"prompt\":\"rain\"},\n7,{\"x\":\"y\"},\n\"snow\"]\n"))
                .containsExactly(
                        "0@1 moss",
                        "1@2 rain",
                        "2@3 ! A prompt is a JSON text or object, not this.",
                        "3@3 ! The object has no text under “prompt”, “text” or “question”.",
                        "4@4 snow");
    }

    @Test
    void takesTheListInsideAnObject() throws IOException {
        String body = "{\"x\":{\"prompts\":[]},\"split\":\"held-out\",\"prompts\":[\"moss\"],\"y\":[1]}";
        assertThat(read(FileFormat.JSON, body)).containsExactly("0@1 moss");
        assertThat(JsonRows.statedSplit(write(body.getBytes(StandardCharsets.UTF_8))))
                .contains("held-out");
        assertThat(JsonRows.statedSplit(
                        write("{\"prompts\":[{\"split\":\"train\"}],\"split\":3}".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "[\"moss\"",
                "[\"moss\",]",
                "[\"moss\"]]",
                "[\"moss\"] [\"rain\"]",
                "\"moss\"",
                "{\"prompt\":\"moss\"}",
                "moss",
                "[\"a",
                "{\"prompts\":\"moss\"}"
            })
    void refusesJsonThatIsBrokenOrNoList(String body) {
        assertThatThrownBy(() -> read(FileFormat.JSON, body)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void refusesBrokenJsonLinesOneByOne() throws IOException {
        List<String> rows = read(
                FileFormat.JSON_LINES,
                "\"moss\"\n{\"question\":\"rain\"}\n{\"prompt\":\n\nsnow\n[]\n\"a\" \"b\"\n\"hail\"");
        assertThat(rows).hasSize(7);
        assertThat(rows.get(0)).isEqualTo("0@1 moss");
        assertThat(rows.get(1)).isEqualTo("1@2 rain");
        assertThat(rows.get(2)).startsWith("2@3 ! The line is not valid JSON: ");
        assertThat(rows.get(3)).startsWith("3@5 ! The line is not valid JSON: ");
        assertThat(rows.get(4)).startsWith("4@6 ! A prompt is a JSON text or object");
        assertThat(rows.get(5)).startsWith("5@7 ! There is more than one JSON value");
        assertThat(rows.get(6)).isEqualTo("6@8 hail");
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void refusesOtherEncodings(FileFormat format) {
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            assertThatThrownBy(() -> read(format, "[\n\"un été\"\n]\n".getBytes(charset)))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("Nothing was added");
        }
    }

    @Test
    void namesTheLineOfTheFault() {
        assertThatThrownBy(() -> read(FileFormat.TEXT, "moss\nsnow\nété\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageStartingWith("Line 3 is not UTF-8");
        assertThatThrownBy(() -> read(FileFormat.TEXT, "moss\n\u0000\n"))
                .hasMessageStartingWith("Line 2 holds a zero byte");
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void findsNothingInAnEmptyFile(FileFormat format) throws IOException {
        try {
            assertThat(read(format, "")).isEmpty();
        } catch (UnreadableFileException e) {
            assertThat(e).hasMessage("There is no prompt in what was sent.");
        }
    }

    @Test
    void knowsFormatsByStatementNameAndContentType() {
        assertThat(FileFormat.stated("csv", "a.txt")).isEqualTo(FileFormat.CSV);
        assertThat(FileFormat.stated("", "A.NDJSON")).isEqualTo(FileFormat.JSON_LINES);
        assertThatThrownBy(() -> FileFormat.stated(null, "prompts.xlsx")).isInstanceOf(RefusedException.class);
        assertThat(FileFormat.ofContentType("text/csv")).contains(FileFormat.CSV);
        assertThat(FileFormat.ofContentType("image/png")).isEmpty();
    }

    private List<String> read(FileFormat format, String content) throws IOException {
        return read(format, content.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(FileFormat format, byte[] content) throws IOException {
        List<String> told = new ArrayList<>();
        try (RowReader rows = format.open(write(content))) {
            rows.forEachRemaining(row -> told.add(tell(row)));
        }
        return told;
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "rows", ""), content);
    }

    private static String tell(Row row) {
        String place = row.index() + "@" + row.line() + " ";
        return switch (row) {
            case Row.Text text -> place + text.text();
            case Row.Broken broken -> place + "! " + broken.detail();
        };
    }
}
