package org.kukai.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

import org.kukai.testing.Cluster;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Runs of a packaged program, ordered and watched by its API. */
record RemoteRuns(PackagedKukai kukai) {
    /** Adds prompts that hold the mark. */
    void addPrompts(String mark, int count) {
        addPrompts(IntStream.range(0, count)
                .mapToObj(i -> "Write a haiku about the " + mark + " number " + i + ".")
                .toList());
    }

    void addPrompts(List<String> texts) {
        api().body(Map.of("prompts", texts, "split", "train"))
                .post("/api/prompts")
                .then()
                .statusCode(200);
    }

    void register(String name, OpenAiServer server) {
        register(Map.of("name", name, "baseUrl", server.baseUrl(), "model", "tiny"));
    }

    /** The same, and the server hears as a key which node asks. */
    void registerForNodes(String name, OpenAiServer server) {
        register(Map.of(
                "name", name, "baseUrl", server.baseUrl(), "model", "tiny", "keyReference", Cluster.NAME_AS_KEY));
    }

    private void register(Map<String, String> model) {
        api().body(model).post("/api/models").then().statusCode(201);
    }

    /** Orders a run for the prompts that hold the mark; returns its id. */
    String order(String mark, Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(settings);
        body.put("prompts", Map.of("search", mark));
        return api().body(body)
                .post("/api/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    JsonPath show(String run) {
        return api().get("/api/runs/" + run).then().statusCode(200).extract().jsonPath();
    }

    void act(String run, String act) {
        api().post("/api/runs/" + run + "/" + act).then().statusCode(200);
    }

    /** Waits for the run to be completed, and for the sums to be right. */
    JsonPath completed(String run) {
        RunCast.until(
                "the run ends",
                Duration.ofMillis(500),
                Duration.ofMinutes(8),
                () -> !List.of("queued", "running").contains(show(run).getString("status")));
        JsonPath ended = show(run);
        assertThat(ended.getString("status")).isEqualTo("completed");
        assertThat(ended.getInt("completed") + ended.getInt("failed")).isEqualTo(ended.getInt("planned"));
        assertThat(ended.getInt("haiku")).isEqualTo(ended.getInt("completed"));
        return ended;
    }

    /** From the order to the end, as the run itself has it. */
    static double seconds(JsonPath run) {
        return Duration.between(Instant.parse(run.getString("createdAt")), Instant.parse(run.getString("finishedAt")))
                        .toMillis()
                / 1000.0;
    }

    RequestSpecification api() {
        return given().baseUri(kukai.address().toString())
                .auth()
                .preemptive()
                .basic("admin", PackagedKukai.ADMIN_PASSWORD)
                .contentType(ContentType.JSON);
    }
}
