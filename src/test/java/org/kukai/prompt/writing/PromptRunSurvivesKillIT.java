package org.kukai.prompt.writing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.generation.RunCast;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Kill -9 while a model writes prompts, and a start after it: every call is answered, and nothing is there twice. */
class PromptRunSurvivesKillIT {
    private static final int TOPICS = 80;
    private static final int IN_FLIGHT = 4;

    @TempDir
    Path folder;

    @Test
    void finishesThePromptRunWithNothingTwice() throws InterruptedException {
        try (OpenAiServer server = OpenAiServer.start();
                PackagedKukai kukai =
                        PackagedKukai.withAdminOn(folder.resolve("data")).start()) {
            server.behave(request -> (asked, exchange, released) -> {
                Thread.sleep(Duration.ofMillis(100));
                String topic = asked.user().replaceAll("(?s).*?(word[a-z]+).*", "$1");
                Answer.ok("1. Write a haiku in which " + topic.repeat(6) + " appears.\n2. Could " + topic.repeat(9)
                                + " be a haiku?")
                        .send(asked, exchange, released);
            });
            api(kukai)
                    .body(Map.of("name", "local", "baseUrl", server.baseUrl(), "model", "tiny"))
                    .post("/api/models")
                    .then()
                    .statusCode(201);
            String run = api(kukai)
                    .body(Map.of("model", "local", "topics", topics(), "perTopic", 2))
                    .post("/api/prompt-runs")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            RunCast.until("some calls were made", () -> server.requests() > TOPICS / 4);
            kukai.kill9();
            kukai.start();
            RunCast.until(
                    "the prompt run ends",
                    () -> !List.of("queued", "running")
                            .contains(show(kukai, run).getString("status")));
            JsonPath ended = show(kukai, run);
            assertThat(ended.getString("status")).isEqualTo("completed");
            assertThat(server.requests()).isBetween(TOPICS, TOPICS + IN_FLIGHT);
            List<String> texts = api(kukai)
                    .get("/api/prompt-runs/" + run + "/candidates?size=200")
                    .jsonPath()
                    .getList("items.text");
            assertThat(texts).hasSize(2 * TOPICS).doesNotHaveDuplicates();
        }
    }

    private static List<String> topics() {
        return IntStream.range(0, TOPICS)
                .mapToObj(i -> "word" + (char) ('a' + i % 20) + (char) ('a' + i / 20) + "moss")
                .toList();
    }

    private static JsonPath show(PackagedKukai kukai, String run) {
        return api(kukai)
                .get("/api/prompt-runs/" + run)
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
