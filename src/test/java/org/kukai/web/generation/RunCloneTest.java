package org.kukai.web.generation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.kukai.generation.RunCast;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** A run that is to be like another takes its settings, but for those that are given and those that are cleared. */
@QuarkusTest
class RunCloneTest {
    @Test
    void clonesSettingsAndClearsThoseThatAreSetToNull() {
        try (OpenAiServer server = OpenAiServer.start()) {
            String word = RunCast.prompts(2);
            String model = RunCast.model(server);
            String id = post(Map.of(
                            "model",
                            model,
                            "samplesPerPrompt",
                            1,
                            "seed",
                            7,
                            "tokenBudget",
                            100_000,
                            "maxInFlight",
                            3,
                            "stop",
                            List.of("###"),
                            "prompts",
                            Map.of("search", word, "limit", 1)))
                    .statusCode(201)
                    .extract()
                    .path("id");
            RunCast.ended(UUID.fromString(id));
            post("{\"like\":\"" + id + "\"}")
                    .statusCode(201)
                    .body("settings.seed", equalTo(7), "settings.tokenBudget", equalTo(100_000), "planned", equalTo(1));
            post("{\"like\":\"" + id + "\",\"seed\":null,\"tokenBudget\":null,\"maxInFlight\":null,\"stop\":null,"
                            + "\"prompts\":{\"search\":\"" + word + "\",\"limit\":null}}")
                    .statusCode(201)
                    .body("settings.seed", nullValue(), "settings.tokenBudget", nullValue())
                    .body("settings.maxInFlight", nullValue(), "settings.stop", hasSize(0), "planned", equalTo(2));
            post("{\"like\":\"" + id + "\",\"sead\":null}")
                    .statusCode(400)
                    .body("detail", containsString("sead is not known here"));

            Person.ADMIN.api().delete("/api/models/" + model).then().statusCode(204);
            post("{\"like\":\"" + id + "\"}")
                    .statusCode(400)
                    .body("detail", containsString("asked " + model + ", which was removed. Bring them back"));
            PageSession.asAdmin()
                    .get("/runs/new?like=" + id)
                    .then()
                    .body(containsString("asked " + model + ", which was removed"));
        }
    }

    private static ValidatableResponse post(Object json) {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(json)
                .post("/api/runs")
                .then();
    }
}
