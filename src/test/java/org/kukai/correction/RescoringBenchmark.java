package org.kukai.correction;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the packaged program with its embedded PostgreSQL takes to foresee and to score anew what the composer wrote. Not part
 * of the tests; {@code docs/benchmarks.md} holds the command and the figures.
 */
class RescoringBenchmark {
    private static final int HAIKU = 86_060;

    @TempDir
    Path folder;

    @Test
    void foreseesAndScoresAnew() {
        try (PackagedKukai kukai =
                PackagedKukai.withAdminOn(folder.resolve("data")).start()) {
            api(kukai).post("/api/prompts/starter-set").then().statusCode(200);
            int samples = Math.ceilDiv(HAIKU, get(kukai, "/api/prompts").getInt("total"));
            String run = api(kukai)
                    .body(Map.of("model", "composer", "samplesPerPrompt", samples, "maxInFlight", 64))
                    .post("/api/runs")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            awaitEnd(kukai, "/api/runs/" + run);
            for (int round = 0; round < 3; round++) {
                for (String word : List.of("the", "fire", "heron")) {
                    foresee(kukai, word);
                }
                api(kukai)
                        .body(Map.of("counts", List.of(2 + round), "reason", "To measure"))
                        .put("/api/syllables/the")
                        .then()
                        .statusCode(200);
                scoreAnew(kukai);
            }
        }
    }

    private static void foresee(PackagedKukai kukai, String word) {
        long start = System.nanoTime();
        JsonPath answer = api(kukai)
                .body(Map.of("counts", List.of(9)))
                .post("/api/syllables/" + word + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        System.out.printf(
                Locale.ROOT,
                "preview of %-6s %,7d found %,6d judged %5d ms%n",
                word,
                answer.getLong("found"),
                answer.getInt("judged"),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private static void scoreAnew(PackagedKukai kukai) {
        String id = api(kukai)
                .post("/api/rescoring")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        JsonPath first = get(kukai, "/api/rescoring/" + id);
        long start = System.nanoTime();
        long seenAtStart = first.getLong("seen");
        JsonPath now = first;
        while (now.getLong("seen") < now.getLong("planned")) {
            pause();
            now = get(kukai, "/api/rescoring/" + id);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        awaitEnd(kukai, "/api/rescoring/" + id);
        JsonPath done = get(kukai, "/api/rescoring/" + id);
        long looked = done.getLong("seen") - seenAtStart;
        assertThat(done.getString("status")).isEqualTo("completed");
        System.out.printf(
                Locale.ROOT,
                "%,7d haiku scored anew %6.1f s %,7.0f a second, %,d changed; whole job %d ms%n",
                looked,
                seconds,
                looked / seconds,
                done.getLong("up") + done.getLong("down"),
                Duration.between(
                                Instant.parse(done.getString("orderedAt")), Instant.parse(done.getString("finishedAt")))
                        .toMillis());
    }

    private static void awaitEnd(PackagedKukai kukai, String path) {
        while (get(kukai, path).getString("finishedAt") == null) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonPath get(PackagedKukai kukai, String path) {
        return api(kukai).get(path).then().statusCode(200).extract().jsonPath();
    }

    private static RequestSpecification api(PackagedKukai kukai) {
        return given().baseUri(kukai.address().toString())
                .auth()
                .preemptive()
                .basic("admin", PackagedKukai.ADMIN_PASSWORD)
                .contentType(ContentType.JSON);
    }
}
