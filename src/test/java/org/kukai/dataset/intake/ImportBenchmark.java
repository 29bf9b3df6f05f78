package org.kukai.dataset.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.dataset.DuckDb;
import org.kukai.llm.composer.Poet;
import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the packaged program with its embedded PostgreSQL takes to bring in a file of the size of the published data set: 4,123
 * prompts with 20 generations each. Not part of the tests; {@code docs/benchmarks.md} holds the command and the figures.
 */
class ImportBenchmark {
    private static final int ROWS = 4_123;
    private static final int GENERATIONS = 20;

    @TempDir
    Path folder;

    @Test
    void bringsInAFileOfThePublishedSize() throws IOException, SQLException {
        Path lines = lines();
        Path parquet = parquet(lines);
        Path broken = broken(lines);
        try (PackagedKukai kukai =
                PackagedKukai.withAdminOn(folder.resolve("data")).start()) {
            JsonPath first = measure(kukai, "Parquet", parquet);
            assertThat(first.getInt("prompts")).isEqualTo(ROWS);
            assertThat(first.getInt("added") + first.getInt("duplicates")).isEqualTo(ROWS * GENERATIONS);
            assertThat(measure(kukai, "the same again", parquet).getInt("added"))
                    .isZero();
            JsonPath third = measure(kukai, "JSON lines, 1 % broken", broken);
            assertThat(third.getInt("added")).isZero();
            assertThat(third.getList("rejected.line"))
                    .isEqualTo(IntStream.rangeClosed(1, ROWS)
                            .filter(i -> i % 100 == 0)
                            .boxed()
                            .toList());
        }
    }

    private static JsonPath measure(PackagedKukai kukai, String what, Path file) {
        Duration used = kukai.processorTime();
        long start = System.nanoTime();
        JsonPath outcome = given().baseUri(kukai.address().toString())
                .auth()
                .preemptive()
                .basic("admin", PackagedKukai.ADMIN_PASSWORD)
                .contentType("application/octet-stream")
                .body(file.toFile())
                .post("/api/candidates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-24s %,5d KiB  %5.1f s  %5.1f s of processor time  %,d added, %,d duplicates, %,d rejected%n",
                what,
                file.toFile().length() / 1024,
                seconds,
                kukai.processorTime().minus(used).toMillis() / 1e3,
                outcome.getInt("added"),
                outcome.getInt("duplicates"),
                outcome.getInt("rejectedTotal"));
        return outcome;
    }

    private Path lines() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> topics = Files.readAllLines(Path.of("src", "main", "resources", "starter", "topics.txt")).stream()
                .filter(topic -> !topic.isBlank() && !topic.startsWith("#"))
                .toList();
        Path file = folder.resolve("haiku.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < ROWS; i++) {
                String question = "Write haiku number " + i + " about " + topics.get(i % topics.size()) + ".";
                ObjectNode row =
                        json.createObjectNode().put("question", question).put("system", "You are a poet.");
                for (int k = 0; k < GENERATIONS; k++) {
                    row.withArray("generation_model").add("teknium/OpenHermes-2.5-Mistral-7B");
                    row.withArray("generation_prompt").add("<|im_start|>user\n" + question + "<|im_end|>");
                    row.withArray("generations").add(Poet.compose(question, 0.7, (long) i * GENERATIONS + k));
                    row.withArray("scores").add(k % 5);
                }
                out.write(row.put("tie", false) + "\n");
            }
        }
        return file;
    }

    private Path parquet(Path lines) throws SQLException {
        Path file = folder.resolve("haiku.parquet");
        try (Connection connection = DuckDb.open(folder);
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select * from read_json(" + DuckDb.literal(lines) + ")) to " + DuckDb.literal(file)
                    + " (format parquet, compression zstd)");
        }
        return file;
    }

    private Path broken(Path lines) throws IOException {
        Path file = folder.resolve("broken.jsonl");
        List<String> all = Files.readAllLines(lines);
        for (int i = 99; i < all.size(); i += 100) {
            all.set(i, all.get(i).substring(0, 200));
        }
        return Files.write(file, all);
    }
}
