package org.kukai.web.generation;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.generation.RunCast;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.hamcrest.Matchers.containsString;

/** What cannot be meant is refused, with what to do, by page and by API. */
@QuarkusTest
class BadInputTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            samplesPerPrompt | samples        | 0            | 1 to 1,000 samples per prompt, not 0
            samplesPerPrompt | samples        | -1           | 1 to 1,000 samples per prompt, not -1
            temperature      | temperature    | -0.1         | between 0 and 2, not at -0.1
            maxTokens        | maxTokens      | 0            | 1 to 100,000 tokens, not 0
            userTemplate     | userTemplate   | Write a poem | must say where the prompt goes
            tokenBudget      | tokenBudget    | 0            | A budget of tokens is 1 or more, not 0
            moneyBudget      | moneyBudget    | 0            | A budget of money is more than 0, not 0
            moneyBudget      | moneyBudget    | -3           | A budget of money is more than 0, not -3
            maxInFlight      | maxInFlight    | 0            | 1 to 1,024 calls in flight at most, not 0
            previewPrompts   | previewPrompts | 0            | asks at least one prompt, not 0
            model            | model          | nobody       | no model named “nobody”
            """)
    void refusesAnOrderThatCannotBe(String field, String input, String value, String why) {
        Map<String, Object> body = new HashMap<>(Map.of("model", "composer"));
        body.put(field, value.matches("-?[0-9.]+") ? (Object) new java.math.BigDecimal(value) : value);
        for (String path : new String[] {"/api/runs", "/api/runs/estimate"}) {
            Person.ADMIN
                    .api()
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString(why));
        }
        Map<String, String> form = form();
        form.put(input, value);
        PageSession.asAdmin()
                .post("/runs/new", form)
                .then()
                .statusCode(400)
                .body(containsString(why), containsString("value=\"" + form.get("temperature") + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"userTemplate\":\"{prompt} \\ud800\"", "\"stop\":[\"\\udc00\"]"})
    void refusesHalfACharacter(String field) {
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("{\"model\":\"composer\"," + field + "}")
                .post("/api/runs/estimate")
                .then()
                .statusCode(400)
                .body("detail", containsString("cannot hold half of a character"));
    }

    @Test
    void asksForAModelWhereNoneIsTicked() {
        Map<String, String> form = form();
        form.remove("model");
        PageSession.asAdmin()
                .post("/runs/new", form)
                .then()
                .statusCode(400)
                .body(containsString("No model is chosen. Say which models are to be asked, at least one."));
    }

    @Test
    void refusesAModelThatWasRemoved() {
        try (OpenAiServer server = OpenAiServer.start()) {
            String model = RunCast.model(server);
            Person.ADMIN.api().delete("/api/models/" + model).then().statusCode(204);
            Map<String, String> form = form();
            form.put("model", model);
            PageSession.asAdmin()
                    .post("/runs/new", form)
                    .then()
                    .statusCode(400)
                    .body(containsString("no model named “" + model + "”"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://[fd00:ec2::254]/v1",
                "http://metadata.google.internal/computeMetadata/v1",
                "http://2852039166/v1",
                "http://0xA9FEA9FE/v1",
                "http://0251.0376.0251.0376/v1",
                "http://[::ffff:169.254.169.254]/v1",
                "http://[::ffff:a9fe:a9fe]/v1",
                "file:///etc/passwd",
                "file:/etc/passwd"
            })
    void refusesAnAddressThatIsNoModelServer(String url) {
        String name = "bad-" + UUID.randomUUID();
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "baseUrl", url, "model", "m"))
                .post("/api/models")
                .then()
                .statusCode(400)
                .body("detail", containsString("cannot be used: it "));
        PageSession.asAdmin()
                .post("/models", Map.of("name", name, "baseUrl", url, "modelId", "m"))
                .then()
                .statusCode(400)
                .body(containsString("cannot be used: it "), containsString("value=\"" + name + "\""));
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "model",
                "composer",
                "samples",
                "1",
                "temperature",
                "0.7",
                "maxTokens",
                "64",
                "userTemplate",
                "{prompt}"));
    }
}
