package org.kukai.web.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.kukai.generation.RunCast;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class RunApiTest {
    @Test
    void ordersARunAndTellsHowFarItIs() {
        try (OpenAiServer server = OpenAiServer.start()) {
            String word = RunCast.prompts(5);
            String id = order(Map.of(
                            "model",
                            RunCast.model(server),
                            "samplesPerPrompt",
                            2,
                            "temperature",
                            0.7,
                            "maxTokens",
                            128,
                            "maxInFlight",
                            4,
                            "prompts",
                            Map.of("split", "train", "search", word, "limit", 3)))
                    .statusCode(201)
                    .header("Location", containsString("/api/runs/"))
                    .body("planned", equalTo(6), "status", equalTo("queued"))
                    .extract()
                    .path("id");
            RunCast.ended(UUID.fromString(id));
            Person.ADMIN
                    .api()
                    .get("/api/runs/" + id)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("completed"), "completed", equalTo(6), "haiku", equalTo(6))
                    .body("failed", equalTo(0), "correct575", equalTo(6), "finishedAt", notNullValue())
                    .body("settings.userTemplate", equalTo("{prompt}"));
            Person.ADMIN.api().get("/api/runs?size=1").then().statusCode(200).body("items", hasSize(1));
        }
    }

    @Test
    void listsFailedAttemptsWithTheirReasonsAndRetriesThem() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.status(404, "no such model"));
            String id = order(Map.of(
                            "model",
                            RunCast.model(server),
                            "prompts",
                            Map.of("search", RunCast.prompts(2)),
                            "samplesPerPrompt",
                            1))
                    .extract()
                    .path("id");
            RunCast.ended(UUID.fromString(id));
            Person.ADMIN
                    .api()
                    .get("/api/runs/" + id + "/attempts?state=failed")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(2), "items[0].state", equalTo("failed"), "items[0].tries", equalTo(1))
                    .body("items[0].reason", containsString("404"), "items[0].promptId", notNullValue());
            server.behave(request -> Answer.ok());
            act(id, "retry");
            RunCast.ended(UUID.fromString(id));
            String all = "/api/runs/" + id + "/attempts";
            Person.ADMIN.api().get(all + "?state=failed").then().body("total", equalTo(0));
            Person.ADMIN.api().get(all).then().body("total", equalTo(2), "items[0].state", equalTo("completed"));
            Person.ADMIN.api().get("/api/runs/" + id).then().body("completed", equalTo(2), "failed", equalTo(0));
            post(id, "pause").statusCode(409).body("detail", containsString("completed"));
        }
    }

    @Test
    void pausesResumesAndCancels() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.hang());
            String id = order(Map.of("model", RunCast.model(server), "prompts", Map.of("search", RunCast.prompts(9))))
                    .extract()
                    .path("id");
            act(id, "pause").body("status", equalTo("paused"));
            act(id, "resumption").body("status", org.hamcrest.Matchers.oneOf("running", "queued"));
            act(id, "cancellation").body("status", equalTo("cancelled"), "cancelled", equalTo(36));
        }
    }

    @Test
    void asksSeveralModelsForTheSamePrompts() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.status(404, "no such model"));
            String other = RunCast.model(server);
            String id = order(Map.of(
                            "models",
                            List.of("composer", other),
                            "samplesPerPrompt",
                            2,
                            "prompts",
                            Map.of("search", RunCast.prompts(3))))
                    .statusCode(201)
                    .body("planned", equalTo(12), "model", equalTo("composer, " + other))
                    .extract()
                    .path("id");
            RunCast.ended(UUID.fromString(id));
            Person.ADMIN
                    .api()
                    .get("/api/runs/" + id)
                    .then()
                    .body("status", equalTo("completed"), "completed", equalTo(6), "failed", equalTo(6))
                    .body("models.model", equalTo(List.of("composer", other)))
                    .body("models.completed", equalTo(List.of(6, 0)), "models.failed", equalTo(List.of(0, 6)));
            Person.ADMIN
                    .api()
                    .get("/api/runs/" + id + "/attempts?state=failed")
                    .then()
                    .body("total", equalTo(6), "items[0].model", equalTo(other));
            Person.ADMIN
                    .api()
                    .get("/api/haiku?model=composer&size=1")
                    .then()
                    .body("items[0].model", equalTo("composer"));
        }
        Map<String, Object> some = Map.of("search", RunCast.prompts(1));
        refused(Map.of("models", List.of("composer", "composer"), "prompts", some), "each once");
        refused(Map.of("models", List.of(), "prompts", some), "No model is chosen");
    }

    @Test
    void refusesWhatCannotBeRunAndSaysWhy() {
        String word = RunCast.prompts(1);
        Map<String, Object> some = Map.of("search", word);
        refused(Map.of("model", "composer", "samplesPerPrompt", 0, "prompts", some), "not 0");
        refused(Map.of("model", "composer", "temperature", -0.5, "prompts", some), "not at -0.5");
        refused(Map.of("model", "nobody", "prompts", some), "no model named “nobody”");
        refused(Map.of("model", "composer", "prompts", Map.of("search", word + "x")), "No prompt matches");
        refused(Map.of("model", "composer", "prompts", Map.of("split", "both")), "“both”");
        refused(Map.of("model", "composer", "prompts", Map.of("limit", 0)), "At least one prompt");
        refused(Map.of("model", "composer", "userTemplate", "Write!", "prompts", some), "{prompt}");
        refused(Map.of("model", "composer", "maxInFlight", 0, "prompts", some), "in flight");
        refused(Map.of("prompts", some), "which model");
        for (String budget : List.of("1e999999999", "1e-999999999", "1e100000")) {
            refused(
                    Map.of("model", "composer", "moneyBudget", new BigDecimal(budget), "prompts", some),
                    "10,000,000,000");
        }
    }

    @Test
    void knowsNoRunOfAnotherName() {
        Person.ADMIN.api().get("/api/runs/" + UUID.randomUUID()).then().statusCode(404);
        Person.ADMIN.api().get("/api/runs/nonsense").then().statusCode(404);
    }

    @Test
    void isForAdminsOnly() {
        assertThat(Person.newRater().api().get("/api/runs").statusCode()).isEqualTo(403);
        io.restassured.RestAssured.given().get("/api/runs").then().statusCode(401);
    }

    private static void refused(Map<String, Object> body, String reason) {
        order(body).statusCode(400).contentType("application/problem+json").body("detail", containsString(reason));
    }

    private static ValidatableResponse order(Map<String, Object> body) {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/runs")
                .then();
    }

    private static ValidatableResponse act(String id, String act) {
        return post(id, act).statusCode(200).body("id", equalTo(id));
    }

    private static ValidatableResponse post(String id, String act) {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .post("/api/runs/" + id + "/" + act)
                .then();
    }
}
