package org.kukai.dataset.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.RefusedException;
import org.kukai.dataset.DuckDb;
import org.kukai.haiku.Haiku;
import org.kukai.haiku.Scorer;
import org.kukai.prompt.Prompt;
import org.kukai.prompt.Split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class CandidateImportTest {
    private static final String GOOD = "old pond in the rain\\na green frog leaps from the bank\\nthe sound of water";

    private final String mark = UUID.randomUUID().toString();

    @TempDir
    Path folder;

    @Inject
    CandidateImport imports;

    @Inject
    Scorer scorer;

    @Inject
    EntityManager entities;

    @Test
    void judgesEveryTextAnewAndRemembersWhereItCameFrom() throws IOException {
        HaikuImport done = take("""
                {"question":"Ask %1$s","generation_model":["m-%1$s","n-%1$s"],"generations":["Sure! Here is a haiku:\\n\\n%2$s","one line"],"scores":[0,4],"system":"Be brief."}
                """.formatted(mark, GOOD));
        assertThat(done)
                .extracting(d -> List.of(d.rows, d.prompts, d.added, d.duplicates, d.rejected))
                .isEqualTo(List.of(1, 1, 2, 0, 0));
        assertThat(done.scorer).isEqualTo(scorer.version());
        List<Haiku> haiku = haiku();
        assertThat(haiku).extracting(h -> (int) h.score).containsExactly(4, 0);
        assertThat(haiku.getFirst().text).isEqualTo(GOOD.replace("\\n", "\n"));
        assertThat(haiku.getFirst().chatter).isTrue();
        assertThat(prompt().source).isEqualTo("candidates in haiku.jsonl");
        assertThat(prompt().split).isEqualTo(Split.drawnFor("Ask " + mark));
        Object[] written = QuarkusTransaction.requiringNew().call(() -> (Object[]) entities.createNativeQuery(
                        "select a.model, a.system_template, a.raw, i.line, i.place, i.import_id from authorship a"
                                + " join imported_haiku i on i.haiku_id = a.haiku_id where a.haiku_id = ?1")
                .setParameter(1, haiku.getFirst().id)
                .getSingleResult());
        assertThat(written)
                .containsExactly(
                        "m-" + mark,
                        "Be brief.",
                        "Sure! Here is a haiku:\n\n" + GOOD.replace("\\n", "\n"),
                        1,
                        0,
                        done.id);
    }

    @Test
    void addsNothingWhenTheSameFileComesAgainAndOnlyWhatWasMended() throws IOException {
        String first = row("one " + GOOD) + row("two " + GOOD) + "{broken\n";
        assertThat(take(first).added).isEqualTo(2);
        HaikuImport again = take(first);
        assertThat(List.of(again.prompts, again.added, again.duplicates, again.rejected))
                .isEqualTo(List.of(0, 0, 2, 1));
        assertThat(take(row("one " + GOOD) + row("two " + GOOD) + row("three " + GOOD)).added)
                .isEqualTo(1);
        assertThat(haiku()).hasSize(3);
    }

    @Test
    void refusesOneBadTextOfARowByItsPlaceAndKeepsTheOthers() throws IOException {
        String file = "{\"question\":\"Ask %1$s\",\"generations\":[\"%2$s\",null,\"a\\u0000b\",\"one line\"]}\n"
                .formatted(mark, GOOD);
        HaikuImport done = take(file);
        assertThat(done.added).isEqualTo(2);
        assertThat(done.rejections())
                .containsExactly(
                        new HaikuImport.Rejection(1, "Text 2: It has no “generations[1]”."),
                        new HaikuImport.Rejection(1, "Text 3: “generations[2]” holds the character NUL."));
        HaikuImport again = take(file);
        assertThat(List.of(again.added, again.duplicates, again.rejected)).isEqualTo(List.of(0, 2, 2));
        assertThat(haiku()).hasSize(2);
    }

    @Test
    void countsTheSameTextByAnotherWriterOrForAnotherPromptAnew() throws IOException {
        assertThat(take(row(GOOD) + row(GOOD)).added).isEqualTo(1);
        assertThat(take("{\"prompt\":\"Ask " + mark + "\",\"text\":\"" + GOOD + "\",\"model\":\"other\"}").added)
                .isEqualTo(1);
        assertThat(take("{\"prompt\":\"Ask again " + mark + "\",\"text\":\"" + GOOD + "\",\"model\":\"m\"}").added)
                .isEqualTo(1);
    }

    @Test
    void namesEachBadRowAndTakesTheGoodOnes() throws IOException {
        String file = "\n" + row(GOOD) + "not json\n" + "{\"prompt\":\"17.\",\"text\":\"a\"}\n"
                + row("I'm sorry, but I cannot write poems.") + row(" ") + "{\"prompt\":\"Ask " + mark + "\"}\n";
        HaikuImport done =
                take(file.getBytes(StandardCharsets.UTF_8), "{\"prompt\":\"x\0y\"}\n", "{\"text\":\"\u00e9\"}\n");
        assertThat(done.added).isEqualTo(1);
        assertThat(done.rows).isEqualTo(8);
        assertThat(done.rejections())
                .extracting(HaikuImport.Rejection::line)
                .containsExactlyInAnyOrder(3, 4, 5, 6, 7, 8, 9);
        assertThat(done.rejections())
                .extracting(HaikuImport.Rejection::detail)
                .anyMatch(d -> d.contains("not valid JSON"))
                .anyMatch(d -> d.contains("no word in it"))
                .anyMatch(d -> d.contains("a refusal, not a poem"))
                .anyMatch(d -> d.contains("no words in it"))
                .anyMatch(d -> d.contains("It has no “text”."))
                .filteredOn(d -> d.contains("not UTF-8 text"))
                .hasSize(2);
    }

    @Test
    void readsParquetInBothShapes() throws IOException, SQLException {
        Path many = parquet("select 'Ask " + mark + "' as question, ['a " + mark + "', 'b " + mark
                + "'] as generations, ['m', 'n'] as generation_model, [4::bigint, 0] as scores, 'S' as system");
        assertThat(imports.take(many, origin("many.parquet")).added).isEqualTo(2);
        assertThat(imports.take(many, origin("many.parquet")).added).isZero();
        Path one = parquet("select * from (values ('Ask " + mark + "', 'c " + mark
                + "', 'm'), (null, 'd', 'm')) t(prompt, text, model)");
        HaikuImport done = imports.take(one, origin("one.parquet"));
        assertThat(done.added).isEqualTo(1);
        assertThat(done.rejections()).containsExactly(new HaikuImport.Rejection(2, "It has no “question”."));
        assertThat(haiku()).hasSize(3);
    }

    @Test
    void refusesParquetWithOtherColumnsOrBrokenBytes() throws IOException, SQLException {
        refuses(parquet("select 1 as a, 'x' as b"), "The file's columns are a, b; wanted are question and generations");
        refuses(parquet("select 'q' as question, 'x' as generations"), "holds VARCHAR, not lists of texts");
        refuses(parquet("select 7 as prompt, 'x' as text"), "The column prompt holds INTEGER");
        byte[] broken = Files.readAllBytes(parquet("select 'q' as prompt, 'x' as text"));
        Path cut = folder.resolve("cut.parquet");
        Files.write(cut, java.util.Arrays.copyOf(broken, broken.length / 2));
        refuses(cut, "The Parquet file cannot be read");
    }

    @Test
    void refusesWhatIsNoFileOfCandidates() throws IOException {
        refuses(file("".getBytes(StandardCharsets.UTF_8)), "There is no row in what was sent.");
        refuses(file("\n\n".getBytes(StandardCharsets.UTF_8)), "There is no row in what was sent.");
        refuses(file("[{\"prompt\":\"a\"}]".getBytes(StandardCharsets.UTF_8)), "Send JSON lines: one object a line.");
    }

    private void refuses(Path file, String reason) {
        assertThatThrownBy(() -> imports.take(file, origin("bad")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith("Nothing was added.");
    }

    private String row(String text) {
        return "{\"prompt\":\"Ask " + mark + "\",\"text\":\"" + text + "\",\"model\":\"m\"}\n";
    }

    private HaikuImport take(String lines) throws IOException {
        return imports.take(file(lines.getBytes(StandardCharsets.UTF_8)), origin("haiku.jsonl"));
    }

    /** The lines, one that holds a zero byte, and one in another encoding. */
    private HaikuImport take(byte[] lines, String withZero, String latin) throws IOException {
        Path file = file(lines);
        Files.write(file, withZero.getBytes(StandardCharsets.UTF_8), java.nio.file.StandardOpenOption.APPEND);
        Files.write(file, latin.getBytes(StandardCharsets.ISO_8859_1), java.nio.file.StandardOpenOption.APPEND);
        return imports.take(file, origin("haiku.jsonl"));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve(UUID.randomUUID() + ".jsonl"), content);
    }

    private Path parquet(String query) throws SQLException {
        Path file = folder.resolve(UUID.randomUUID() + ".parquet");
        try (Connection connection = DuckDb.open(folder);
                Statement statement = connection.createStatement()) {
            statement.execute("copy (" + query + ") to " + DuckDb.literal(file) + " (format parquet)");
        }
        return file;
    }

    private static CandidateImport.Origin origin(String name) {
        return new CandidateImport.Origin(name, Optional.empty(), Optional.empty(), null);
    }

    private Prompt prompt() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Prompt.findByText("Ask " + mark).orElseThrow());
    }

    private List<Haiku> haiku() {
        return QuarkusTransaction.requiringNew().call(() -> Haiku.bestFirst(prompt()));
    }
}
