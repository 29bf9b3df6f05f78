package org.kukai.web.model;

import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ModelApiTest {
    private final String name = "api-" + UUID.randomUUID();

    private static RequestSpecification admin() {
        return given().auth()
                .preemptive()
                .basic("admin", "correct horse battery")
                .contentType(ContentType.JSON);
    }

    @Test
    void registersChecksAndRemoves() {
        try (OpenAiServer server = OpenAiServer.start()) {
            admin().body(Map.of("name", name, "baseUrl", server.baseUrl(), "model", "m", "apiKey", "sk-never-shown"))
                    .post("/api/models")
                    .then()
                    .statusCode(201)
                    .header("Location", endsWith("/api/models/" + name))
                    .body("name", equalTo(name))
                    .body("kind", equalTo("openai"))
                    .body("hasKey", equalTo(true))
                    .body("$", not(hasItem("apiKey")))
                    .body(not(containsString("sk-never-shown")));
            admin().post("/api/models/{name}/check", name)
                    .then()
                    .statusCode(200)
                    .body("ok", equalTo(true))
                    .body("latencyMillis", greaterThanOrEqualTo(0));
            server.next(Answer.status(500, "boom"));
            admin().post("/api/models/{name}/check", name)
                    .then()
                    .statusCode(200)
                    .body("ok", equalTo(false))
                    .body("detail", containsString("500"));
        }
        admin().body(Map.of("name", name, "baseUrl", "http://127.0.0.1:1/v1", "model", "m"))
                .post("/api/models")
                .then()
                .statusCode(409);
        admin().get("/api/models?size=200").then().statusCode(200).body("items.name", hasItem(name));
        admin().delete("/api/models/{name}", name).then().statusCode(204);
        admin().get("/api/models/{name}", name).then().statusCode(404);
        admin().post("/api/models/{name}/restoration", name)
                .then()
                .statusCode(200)
                .body("name", equalTo(name));
    }

    @Test
    void keepsWhatTokensCost() {
        admin().body(Map.of(
                        "name",
                        name,
                        "baseUrl",
                        "http://127.0.0.1:1/v1",
                        "model",
                        "m",
                        "promptPrice",
                        0.15,
                        "currency",
                        "eur"))
                .post("/api/models")
                .then()
                .statusCode(201)
                .body("promptPrice", equalTo(0.15f))
                .body("completionPrice", nullValue())
                .body("currency", equalTo("EUR"))
                .body("givesSeveral", nullValue());
        admin().body("{\"promptPrice\":1,\"completionPrice\":2.5,\"currency\":\"USD\"}")
                .put("/api/models/{name}/prices", name)
                .then()
                .statusCode(200)
                .body("completionPrice", equalTo(2.5f));
        admin().body("{\"promptPrice\":-1}")
                .put("/api/models/{name}/prices", name)
                .then()
                .statusCode(400)
                .body("detail", containsString("from 0 to 100,000, not -1"));
        admin().get("/api/models/{name}", name).then().body("completionPrice", equalTo(2.5f));
    }

    @Test
    void hasTheComposerFromTheStart() {
        admin().get("/api/models/composer")
                .then()
                .body("kind", equalTo("composer"))
                .body("description", equalTo("built-in composer, not a language model"))
                .body("baseUrl", nullValue());
        admin().post("/api/models/composer/check").then().body("ok", equalTo(true));
        admin().delete("/api/models/composer").then().statusCode(409);
    }

    @Test
    void refusesWhatCannotBeAModel() {
        refuses(name, "file:///etc/passwd", "http://");
        refuses(name, "http://169.254.169.254/v1", "link-local");
        refuses(name, "not a url", "not a URL");
        refuses(name, "", "Give the base URL");
        refuses("../etc", "http://127.0.0.1:8000/v1", "name");
        admin().body("{\"name\":").post("/api/models").then().statusCode(400);
        admin().post("/api/models").then().statusCode(400);
        admin().post("/api/models/no-such-model/check").then().statusCode(404).contentType("application/problem+json");
    }

    private static void refuses(String name, String url, String detail) {
        admin().body(Map.of("name", name, "baseUrl", url, "model", "m"))
                .post("/api/models")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void isForAdminsAlone() {
        given().get("/api/models").then().statusCode(401);
    }
}
