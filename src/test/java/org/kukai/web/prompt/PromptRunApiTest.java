package org.kukai.web.prompt;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.generation.RunCast;
import org.kukai.prompt.writing.PromptRunCast;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class PromptRunApiTest {
    @Test
    void ordersWatchesReviewsAndApproves() {
        String word = PromptRunCast.word();
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.ok("1. Write a haiku about a " + word + ".\n2. Write one haiku about a "
                    + word + ".\n3. May we hear a haiku that the " + word + " left behind?\n4. " + word));
            String path = order(Map.of(
                            "model", RunCast.model(server), "topics", List.of(word, " " + word + " "), "perTopic", 4))
                    .statusCode(201)
                    .header("Location", containsString("/api/prompt-runs/"))
                    .body("topicsWanted", equalTo(1))
                    .body("settings.perTopic", equalTo(4))
                    .extract()
                    .header("Location");
            String run = path.substring(path.indexOf("/api/"));
            RunCast.until(
                    "it is written", () -> get(run).extract().path("status").equals("completed"));

            get(run).body("kept", equalTo(2))
                    .body("refused", equalTo(Map.of("duplicate", 1, "not-a-request", 1)))
                    .body("finishedAt", notNullValue());
            get(run + "/candidates").body("total", equalTo(4)).body("items.topic", everyItem(equalTo(word)));
            String refused = get(run + "/candidates?state=refused&reason=duplicate")
                    .body("items", hasSize(1))
                    .body("items[0].like", equalTo("Write a haiku about a " + word + "."))
                    .extract()
                    .path("items[0].id");
            post(run + "/candidates/" + refused + "/rescue")
                    .body("state", equalTo("kept"))
                    .body("rescued", equalTo(true));
            String kept = get(run + "/candidates?state=kept").extract().path("items[0].id");
            post(run + "/candidates/" + kept + "/drop").body("state", equalTo("dropped"));

            post(run + "/approval")
                    .body("added", equalTo(2))
                    .body("run.approved", equalTo(2))
                    .body("run.kept", equalTo(2));
            post(run + "/approval").body("added", equalTo(0)).body("run.approved", equalTo(2));
            get("/api/prompts?q=" + word)
                    .body("total", equalTo(2))
                    .body(
                            "items.source",
                            everyItem(startsWith(
                                    "prompt run " + run.substring(run.lastIndexOf('/') + 1) + " by model-")));
            get("/api/prompt-runs?size=200")
                    .body(
                            "items.find { it.id == '" + run.substring(run.lastIndexOf('/') + 1) + "' }.approved",
                            equalTo(2));
        }
    }

    @Test
    void countsEveryCallThatWasMadeAndKeepsItsLimitOfCallsInFlight() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.next(Answer.status(500, "down"));
            server.behave(request -> (asked, exchange, released) -> {
                Thread.sleep(40);
                Answer.ok("1. Write a haiku about " + PromptRunCast.word() + ".")
                        .send(asked, exchange, released);
            });
            List<String> topics = Stream.generate(PromptRunCast::word).limit(8).toList();
            String run = order(
                            Map.of("model", RunCast.model(server), "topics", topics, "perTopic", 1, "maxInFlight", 2))
                    .statusCode(201)
                    .body("settings.maxInFlight", equalTo(2))
                    .extract()
                    .path("id");
            String path = "/api/prompt-runs/" + run;
            RunCast.until(
                    "it is written", () -> get(path).extract().path("status").equals("completed"));
            get(path)
                    .body("planned", equalTo(8), "answered", equalTo(8), "failed", equalTo(0))
                    .body("calls", equalTo(9));
            assertThat(server.requests()).isEqualTo(9);
            assertThat(server.mostInFlight()).isEqualTo(2);
        }
    }

    @Test
    void pausesResumesAndCancels() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.hang());
            String run = order(Map.of("model", RunCast.model(server), "starterTopics", 3))
                    .statusCode(201)
                    .body("topics", equalTo(3))
                    .extract()
                    .header("Location");
            String path = run.substring(run.indexOf("/api/"));
            RunCast.until("it works", () -> get(path).extract().path("status").equals("running"));
            refused(Person.ADMIN.api().post(path + "/approval").then(), 409, "still running");
            post(path + "/pause").body("status", equalTo("paused"));
            refused(Person.ADMIN.api().post(path + "/pause").then(), 409, "This prompt run is paused");
            post(path + "/resumption").body("status", equalTo("running"));
            post(path + "/cancellation").body("status", equalTo("cancelled"));
            refused(Person.ADMIN.api().post(path + "/resumption").then(), 409, "cannot be resumed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|Say which model is to be asked",
                "null|Say which model is to be asked",
                "{\"model\":\"composer\"}|in one of three ways",
                "{\"model\":\"composer\",\"topics\":[\"moss\"],\"starterTopics\":3}|in one of three ways",
                "{\"model\":\"composer\",\"topics\":[]}|1 to 5,000 topics, not 0",
                "{\"model\":\"composer\",\"topics\":[\"moss\",null]}|topics[1] is null",
                "{\"model\":\"composer\",\"topics\":[\"moss\",\"  \"]}|Topic 2 cannot be used. The prompt is empty",
                "{\"model\":\"composer\",\"topics\":[\"a\\nb\"]}|is one line",
                "{\"model\":\"composer\",\"topics\":[\"a\\u0000b\"]}|control characters",
                "{\"model\":\"composer\",\"topics\":[\"moss\"],\"perTopic\":0}|1 to 50 requests, not 0",
                "{\"model\":\"composer\",\"topics\":[\"moss\"],\"perTopic\":51}|1 to 50 requests, not 51",
                "{\"model\":\"composer\",\"topics\":[\"moss\"],\"answersPerTopic\":21}|1 to 20 answers, not 21",
                "{\"model\":\"composer\",\"topics\":[\"moss\"],\"temperature\":-1}|between 0 and 2",
                "{\"model\":\"composer\",\"topics\":[\"moss\"],\"maxTokens\":0}|1 to 100,000 tokens",
                "{\"model\":\"composer\",\"topics\":[\"moss\"],\"maxInFlight\":0}|1 to 64 calls",
                "{\"model\":\"composer\",\"topics\":[\"moss\"],\"likeness\":0.1}|similarity of 0.3 to 1",
                "{\"model\":\"composer\",\"starterTopics\":0}|not 0",
                "{\"model\":\"composer\",\"proposedTopics\":0}|1 to 5,000 topics, not 0",
                "{\"model\":\"composer\",\"proposedTopics\":5000,\"answersPerTopic\":20}|more than 20,000 calls",
                "{\"model\":\"nobody\",\"topics\":[\"moss\"]}|There is no model named “nobody”",
            })
    void refusesOrdersThatCannotBeCarriedOut(String body, String reason) {
        refused(
                Person.ADMIN
                        .api()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/api/prompt-runs")
                        .then(),
                400,
                reason);
    }

    @Test
    void refusesWhatIsNotThere() {
        String nowhere = "/api/prompt-runs/00000000-0000-7000-8000-000000000000";
        refused(Person.ADMIN.api().get(nowhere).then(), 404, "There is no prompt run");
        refused(Person.ADMIN.api().get(nowhere + "/candidates").then(), 404, "There is no prompt run");
        refused(Person.ADMIN.api().post(nowhere + "/approval").then(), 404, "There is no prompt run");
        String run = order(Map.of("model", "composer", "topics", List.of(PromptRunCast.word())))
                .extract()
                .path("id");
        refused(
                Person.ADMIN
                        .api()
                        .get("/api/prompt-runs/" + run + "/candidates?state=bad")
                        .then(),
                400,
                "not “bad”");
        refused(
                Person.ADMIN
                        .api()
                        .get("/api/prompt-runs/" + run + "/candidates?reason=bad")
                        .then(),
                400,
                "not “bad”");
        refused(
                Person.ADMIN
                        .api()
                        .post("/api/prompt-runs/" + run + "/candidates/00000000-0000-7000-8000-000000000000/drop")
                        .then(),
                404,
                "There is no candidate");
    }

    private static ValidatableResponse order(Map<String, ?> body) {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/prompt-runs")
                .then();
    }

    private static ValidatableResponse get(String path) {
        return Person.ADMIN.api().get(path).then().statusCode(200);
    }

    private static ValidatableResponse post(String path) {
        return Person.ADMIN.api().post(path).then().statusCode(200);
    }

    private static void refused(ValidatableResponse answer, int status, String reason) {
        answer.statusCode(status).contentType("application/problem+json").body("detail", containsString(reason));
    }
}
