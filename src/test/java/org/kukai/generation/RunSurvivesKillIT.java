package org.kukai.generation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Kill -9 in the middle of a run, and a start after it: the run finishes, and nothing is there twice. */
class RunSurvivesKillIT {
    private static final int PROMPTS = 50;

    @TempDir
    Path folder;

    @Test
    void finishesARunOfTheComposer() {
        try (PackagedKukai kukai =
                PackagedKukai.withAdminOn(folder.resolve("data")).start()) {
            addPrompts(kukai);
            String run = order(kukai, Map.of("model", "composer", "samplesPerPrompt", 30, "maxInFlight", 8));
            until("some samples are stored", () -> run(kukai, run).getInt("completed") > 100);
            kukai.kill9();
            kukai.start();
            int before = run(kukai, run).getInt("completed");
            assertThat(before).as("stored at the kill").isGreaterThan(100);
            JsonPath ended = ended(kukai, run);
            assertThat(ended.getInt("planned")).isEqualTo(PROMPTS * 30);
            assertThat(ended.getInt("completed") + ended.getInt("failed")).isEqualTo(PROMPTS * 30);
            assertThat(ended.getInt("haiku")).isEqualTo(ended.getInt("completed"));
        }
    }

    @Test
    void asksAServerAgainOnlyForWhatWasInFlight() {
        try (OpenAiServer server = OpenAiServer.start();
                PackagedKukai kukai =
                        PackagedKukai.withAdminOn(folder.resolve("data")).start()) {
            server.behave(request -> Answer.slow(Duration.ofMillis(60)));
            api(kukai)
                    .body(Map.of("name", "local", "baseUrl", server.baseUrl(), "model", "tiny"))
                    .post("/api/models")
                    .then()
                    .statusCode(201);
            addPrompts(kukai);
            int inFlight = 8;
            String run = order(
                    kukai,
                    Map.of("model", "local", "samplesPerPrompt", 10, "samplesPerCall", 1, "maxInFlight", inFlight));
            RunCast.until("some calls were made", () -> server.requests() > 150);
            kukai.kill9();
            kukai.start();
            JsonPath ended = ended(kukai, run);
            assertThat(ended.getInt("completed")).isEqualTo(PROMPTS * 10);
            assertThat(ended.getInt("haiku")).isEqualTo(PROMPTS * 10);
            // A quarter as many may have been answered and not stored.
            assertThat(server.requests()).isBetween(PROMPTS * 10, PROMPTS * 10 + inFlight + inFlight / 4);
            assertThat(server.mostInFlight()).isLessThanOrEqualTo(2 * inFlight);
        }
    }

    private static JsonPath ended(PackagedKukai kukai, String run) {
        until(
                "the run ends",
                () -> !List.of("queued", "running").contains(run(kukai, run).getString("status")));
        JsonPath ended = run(kukai, run);
        assertThat(ended.getString("status")).isEqualTo("completed");
        return ended;
    }

    private static void until(String what, BooleanSupplier met) {
        RunCast.until(what, Duration.ofMillis(250), Duration.ofMinutes(5), met);
    }

    private static void addPrompts(PackagedKukai kukai) {
        List<String> texts = IntStream.range(0, PROMPTS)
                .mapToObj(i -> "Write a haiku about the kill test number " + i + ".")
                .toList();
        api(kukai)
                .body(Map.of("prompts", texts, "split", "train"))
                .post("/api/prompts")
                .then()
                .statusCode(200);
    }

    private static String order(PackagedKukai kukai, Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(settings);
        body.put("prompts", Map.of("search", "kill test"));
        return api(kukai)
                .body(body)
                .post("/api/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
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
