package org.kukai.web.generation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import org.kukai.generation.RunCast;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** What is kept of each call that was made for a sample. */
@QuarkusTest
class AttemptTest {
    private static final String SCRIPT = "<script>alert(1)</script>";

    @Test
    void keepsEveryTryOfASampleThatSucceedsInTheEnd() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.next(Answer.status(500, "oops"), Answer.length(), Answer.ok());
            String run = order(RunCast.model(server), 1);
            JsonPath attempt = attempt(run, "completed");
            assertThat(attempt.getInt("tries")).isEqualTo(3);
            assertThat(attempt.getList("history.reason"))
                    .containsExactly(
                            "The server failed (500): oops.", "The answer was cut at the limit of tokens.", null);
            assertThat(attempt.getString("history[0].raw")).isNull();
            assertThat(attempt.getString("history[1].raw")).isEqualTo("The beginning of a poem that");
            assertThat(attempt.getString("history[1].finishReason")).isEqualTo("length");
            assertThat(attempt.getString("history[1].requestId")).isEqualTo("chatcmpl-1");
            assertThat(attempt.getString("history[2].raw")).isNotBlank();
            assertThat(attempt.getString("history[2].requestId")).isEqualTo("chatcmpl-2");
            assertThat(attempt.getInt("history[2].latencyMillis")).isNotNegative();
            assertThat(attempt.getInt("history[1].completionTokens") + attempt.getInt("history[2].completionTokens"))
                    .isEqualTo(attempt.getInt("completionTokens"));
            assertThat(attempt.getDouble("sampling.temperature")).isEqualTo(0.4);
            PageSession.asAdmin()
                    .get("/haiku/" + attempt.getString("haikuId"))
                    .then()
                    .statusCode(200)
                    .body(containsString("/attempts/" + attempt.getString("id")));
        }
    }

    @Test
    void tellsHowLongACallTookThatFailedAndWhatWasCutOfTheServersCounts() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.next(
                    (request, exchange, released) -> {
                        Thread.sleep(120);
                        Answer.status(500, "oops").send(request, exchange, released);
                    },
                    Answer.tooMany(""),
                    Answer.body("{\"id\":\"x\",\"choices\":[{\"message\":{\"content\":\"\"}}],"
                            + "\"usage\":{\"prompt_tokens\":-3,\"completion_tokens\":9000000}}"),
                    Answer.body("{\"id\":\"y\",\"choices\":[{\"message\":{\"content\":"
                            + "\"An old silent pond\\nA frog jumps into the pond\\nSplash! Silence again.\"}}],"
                            + "\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":8000000}}"));
            String run = order(RunCast.model(server), 1);
            JsonPath attempt = attempt(run, "completed");
            assertThat(attempt.getInt("history[0].latencyMillis")).isBetween(120, 5_000);
            assertThat(attempt.getInt("history[1].latencyMillis")).isBetween(0, 5_000);
            assertThat(attempt.getString("history[1].countNote")).isNull();
            assertThat(attempt.getString("history[2].countNote"))
                    .startsWith(
                            "The server counted -3 tokens for the request, which cannot have fewer than 0, and 9000000");
            assertThat(attempt.getInt("history[2].promptTokens")).isZero();
            assertThat(attempt.getString("history[3].countNote"))
                    .startsWith("The server counted 8000000 tokens for the answer");
            assertThat(attempt.getInt("history[3].promptTokens")).isEqualTo(12);
            PageSession.asAdmin()
                    .get("/attempts/" + attempt.getString("id"))
                    .then()
                    .statusCode(200)
                    .body(containsString("<dd>" + attempt.getInt("history[0].latencyMillis") + " ms</dd>"))
                    .body(containsString("The server counted 8000000 tokens for the answer"));
        }
    }

    @Test
    void keepsTheTriesOfASampleThatWasRetriedByHandAndShowsWhatCameAsText() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.status(400, "not " + SCRIPT));
            String run = order(RunCast.model(server), 1);
            server.behave(request -> Answer.ok("I am sorry, but I cannot write " + SCRIPT));
            Person.ADMIN.api().post("/api/runs/" + run + "/retry").then().statusCode(200);
            RunCast.ended(UUID.fromString(run));
            JsonPath attempt = attempt(run, "failed");
            assertThat(attempt.getList("history")).hasSize(4);
            assertThat(attempt.getString("history[0].reason")).startsWith("The server refused the request (400)");
            PageSession.asAdmin()
                    .get("/attempts/" + attempt.getString("id"))
                    .then()
                    .statusCode(200)
                    .body(containsString("The server refused the request (400)"), containsString("The model refused"))
                    .body(containsString("&lt;script&gt;alert"), not(containsString(SCRIPT)));
            PageSession.asAdmin()
                    .get("/runs/" + run)
                    .then()
                    .body(containsString("/attempts/" + attempt.getString("id")));
        }
    }

    @Test
    void countsFailuresThatDifferInNumbersAndNamesAlone() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> request.number() % 2 == 0
                    ? Answer.status(400, "request req_" + request.number() + "f took " + request.number() + " ms")
                    : Answer.status(422, "no"));
            String run = order(RunCast.model(server), 7);
            JsonPath shown = Person.ADMIN.api().get("/api/runs/" + run).jsonPath();
            List<Map<String, Object>> failures = shown.getList("failures");
            assertThat(failures).hasSize(2);
            assertThat(failures)
                    .extracting(
                            group -> group.get("kind"), group -> group.get("failed"), group -> group.get("retrying"))
                    .contains(
                            org.assertj.core.groups.Tuple.tuple(
                                    "The server refused the request (400): request … took # ms.", 4, 0),
                            org.assertj.core.groups.Tuple.tuple("The server refused the request (422): no.", 3, 0));
            assertThat(shown.getString("failures[0].example")).contains("req_");
            assertThat(shown.getInt("failed")).isEqualTo(7);
            server.behave(request -> Answer.ok());
            Person.ADMIN.api().post("/api/runs/" + run + "/retry").then().statusCode(200);
            RunCast.ended(UUID.fromString(run));
            JsonPath after = Person.ADMIN.api().get("/api/runs/" + run).jsonPath();
            assertThat(after.getInt("completed")).isEqualTo(7);
            assertThat(after.getList("failures")).isEmpty();
            assertThat(after.getInt("retrying")).isZero();
        }
    }

    @Test
    void tellsHowTheCallsOfARunStand() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.hang());
            String model = RunCast.model(server);
            String run = ordered(model, 9);
            RunCast.until(
                    "the calls are seen",
                    () -> Person.ADMIN.api().get("/api/runs/" + run).jsonPath().getInt("models[0].calling.inFlight")
                            == 3);
            Person.ADMIN
                    .api()
                    .get("/api/runs/" + run)
                    .then()
                    .body("models[0].calling.limit", equalTo(3), "models[0].calling.adapts", equalTo(false))
                    .body("models[0].calling.circuit", equalTo("closed"));
            server.release();
            RunCast.ended(UUID.fromString(run));
        }
    }

    private static JsonPath attempt(String run, String state) {
        String id = Person.ADMIN
                .api()
                .get("/api/runs/" + run + "/attempts?state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        return Person.ADMIN
                .api()
                .get("/api/attempts/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String order(String model, int prompts) {
        String run = ordered(model, prompts);
        RunCast.ended(UUID.fromString(run));
        return run;
    }

    private static String ordered(String model, int prompts) {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "model",
                        model,
                        "samplesPerPrompt",
                        1,
                        "temperature",
                        0.4,
                        "maxInFlight",
                        3,
                        "prompts",
                        Map.of("search", RunCast.prompts(prompts))))
                .post("/api/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
