package org.kukai.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the packaged program with its embedded PostgreSQL takes to compose, score and store haiku for every topic of the
 * starter set. Not part of the tests; {@code docs/benchmarks.md} holds the command and the figures.
 */
class GenerationBenchmark {
    private static final int[] SAMPLES = {20, 20, 40, 80};
    private static final String MARK = "for the benchmark";

    @TempDir
    Path folder;

    @Test
    void composesScoresAndStores() throws IOException {
        try (PackagedKukai kukai =
                PackagedKukai.withAdminOn(folder.resolve("data")).start()) {
            int prompts = addPrompts(kukai);
            for (int samples : SAMPLES) {
                measure(kukai, prompts, samples);
            }
        }
    }

    private static void measure(PackagedKukai kukai, int prompts, int samples) {
        Map<String, Object> order = Map.of(
                "model",
                "composer",
                "samplesPerPrompt",
                samples,
                "temperature",
                0.7,
                "maxTokens",
                128,
                "maxInFlight",
                64,
                "prompts",
                Map.of("search", MARK));
        Duration used = processorTime(kukai);
        long start = System.nanoTime();
        String id = api(kukai)
                .body(order)
                .post("/api/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        RunCast.until(
                "the run ends",
                Duration.ofSeconds(2),
                Duration.ofMinutes(30),
                () -> run(kukai, id).getString("finishedAt") != null);
        Duration whole = Duration.ofNanos(System.nanoTime() - start);
        JsonPath ended = run(kukai, id);
        assertThat(ended.getInt("planned")).isEqualTo(prompts * samples);
        assertThat(ended.getInt("completed") + ended.getInt("failed")).isEqualTo(prompts * samples);
        Duration working = Duration.between(
                Instant.parse(ended.getString("createdAt")), Instant.parse(ended.getString("finishedAt")));
        assertThat(working).isLessThanOrEqualTo(whole.plusSeconds(1));
        double seconds = working.toMillis() / 1000.0;
        double busy = processorTime(kukai).minus(used).toMillis() / 1000.0;
        int made = prompts * samples;
        System.out.printf(
                Locale.ROOT,
                "%,7d samples  %6.1f s  %6.0f a second  %6.1f s of processor time  %d failed%n",
                made,
                seconds,
                made / seconds,
                busy,
                ended.getInt("failed"));
    }

    /** Of the program and its database server; on a machine that is shared it tells more than the clock on the wall. */
    private static Duration processorTime(PackagedKukai kukai) {
        Stream<ProcessHandle> server = kukai.databaseServer().stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()));
        return Stream.concat(ProcessHandle.current().descendants(), server)
                .distinct()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static int addPrompts(PackagedKukai kukai) throws IOException {
        List<String> texts = Files.readAllLines(Path.of("src", "main", "resources", "starter", "topics.txt")).stream()
                .map(String::strip)
                .filter(topic -> !topic.isEmpty() && !topic.startsWith("#"))
                .map(topic -> "Write a haiku about " + topic + ", " + MARK + ".")
                .toList();
        return api(kukai)
                .body(Map.of("prompts", texts, "split", "train"))
                .post("/api/prompts")
                .then()
                .statusCode(200)
                .extract()
                .path("added");
    }

    private static JsonPath run(PackagedKukai kukai, String id) {
        return api(kukai)
                .get("/api/runs/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification api(PackagedKukai kukai) {
        return given().baseUri(kukai.address().toString())
                .auth()
                .preemptive()
                .basic("admin", PackagedKukai.ADMIN_PASSWORD)
                .contentType(ContentType.JSON);
    }
}
