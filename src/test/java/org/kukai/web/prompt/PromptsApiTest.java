package org.kukai.web.prompt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.testing.Person;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class PromptsApiTest {
    private final String mark = UUID.randomUUID().toString();

    @Test
    void addsPromptsAndTellsWhatBecameOfEach() {
        List<String> texts = List.of("Rain " + mark, "Snow " + mark, "rain  " + mark + ".", " ");
        Person.ADMIN
                .api()
                .contentType("application/json")
                .body(Map.of("prompts", texts, "split", "held-out"))
                .post("/api/prompts")
                .then()
                .statusCode(200)
                .body("added", equalTo(2))
                .body("duplicates", equalTo(1))
                .body("rejected", hasSize(1))
                .body("rejected[0].index", equalTo(3))
                .body("rejected[0].detail", equalTo("The prompt is empty."));
        Person.ADMIN
                .api()
                .queryParams("q", mark, "split", "held-out", "size", 1)
                .get("/api/prompts")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items", hasSize(1))
                .body("items[0].id", notNullValue())
                .body("items[0].text", containsString(mark))
                .body("items[0].split", equalTo("held-out"))
                .body("items[0].source", equalTo("API"))
                .body("items[0].haiku", equalTo(0))
                .body("items[0].keySet()", hasSize(5));
        Person.ADMIN
                .api()
                .queryParams("q", mark, "split", "train")
                .get("/api/prompts")
                .then()
                .body("total", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "text/plain, |One $\nTwo $\n|",
                "text/plain;charset=UTF-8, |One $\nTwo $\n|",
                "text/csv, |id,prompt\n1,One $\n2,\"Two, $\"\n|",
                "application/json, |[\"One $\",{\"question\":\"Two $\"}]|",
                "application/json, |{\"prompts\":[{\"text\":\"One $\"},\"Two $\"]}|",
                "application/x-ndjson, |\"One $\"\n{\"prompt\":\"Two $\"}\n|",
                "application/jsonl, |\"One $\"\n{\"prompt\":\"Two $\"}\n|"
            })
    void takesAFileAsTheBodyAndAddsItOnce(String contentType, String file) {
        String body = file.replace("$", mark + file.length() + contentType.length());
        send(contentType, body).statusCode(200).body("added", equalTo(2)).body("rejectedTotal", equalTo(0));
        send(contentType, body).statusCode(200).body("added", equalTo(0)).body("duplicates", equalTo(2));
    }

    @Test
    void namesTheLinesOfRefusedRows() {
        send("text/csv", "prompt,note\nOne " + mark + ",x\n\"never closed,y\nTwo " + mark + ",z\n")
                .statusCode(200)
                .body("added", equalTo(2))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].line", equalTo(3))
                .body("rejected[0].detail", containsString("quote"));
    }

    @Test
    void refusesWhatItCannotReadAsAWholeAndAddsNothing() {
        send("application/json", "[\"One " + mark + "\", \"Two")
                .statusCode(400)
                .body("detail", containsString("line 1"));
        send("application/json", "{}").statusCode(400);
        send("text/plain", "").statusCode(400).body("detail", containsString("no prompt"));
        send("application/json", "{\"prompts\":[\"One " + mark + "\"],\"split\":\"test\"}")
                .statusCode(400)
                .body("detail", containsString("“held-out”, not “test”"));
        sendBytes("text/plain", ("One " + mark + "\nété").getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", allOf(containsString("Line 2 is not UTF-8"), containsString("Nothing was added")));
        sendBytes("text/plain", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1})
                .statusCode(400);
        send("image/png", "x").statusCode(415);
        Person.ADMIN.api().queryParam("q", mark).get("/api/prompts").then().body("total", equalTo(0));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        byte[] file = ("Large " + mark + "\n").repeat(500_000).getBytes(StandardCharsets.UTF_8);
        sendBytes("text/plain", file)
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("20,971,520 bytes"));
        Person.ADMIN.api().queryParam("q", mark).get("/api/prompts").then().body("total", equalTo(0));
    }

    @Test
    void refusesAPromptThatIsTooLongAndTakesTheOthers() {
        send("text/plain", "x".repeat(100_000) + "\nShort " + mark)
                .statusCode(200)
                .body("added", equalTo(1))
                .body("rejected[0].line", equalTo(1))
                .body("rejected[0].detail", equalTo("The prompt has 100,000 characters; at most 2,000 are taken."));
    }

    @Test
    void removesAPromptThatWasNotAsked() {
        send("text/plain", "Removal " + mark).statusCode(200);
        String id = Person.ADMIN.api().queryParam("q", mark).get("/api/prompts").path("items[0].id");
        Person.ADMIN.api().get("/api/prompts/" + id).then().statusCode(200).body("text", equalTo("Removal " + mark));
        Person.ADMIN.api().delete("/api/prompts/" + id).then().statusCode(204);
        Person.ADMIN.api().get("/api/prompts/" + id).then().statusCode(404);
    }

    @Test
    void addsTheStarterSetOnce() {
        Person.ADMIN
                .api()
                .contentType("application/json")
                .post("/api/prompts/starter-set")
                .then()
                .statusCode(200);
        Person.ADMIN
                .api()
                .contentType("application/json")
                .post("/api/prompts/starter-set")
                .then()
                .statusCode(200)
                .body("added", equalTo(0))
                .body("duplicates", equalTo(644));
    }

    @Test
    void isForAdmins() {
        Person rater = Person.newRater();
        rater.api().get("/api/prompts").then().statusCode(403);
        rater.api()
                .contentType("text/plain")
                .body("x")
                .post("/api/prompts")
                .then()
                .statusCode(403);
        rater.api()
                .contentType("application/json")
                .post("/api/prompts/starter-set")
                .then()
                .statusCode(403);
        Person.ADMIN.api().queryParam("size", 201).get("/api/prompts").then().statusCode(400);
    }

    private static ValidatableResponse send(String contentType, String body) {
        return sendBytes(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse sendBytes(String contentType, byte[] body) {
        return Person.ADMIN
                .api()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", contentType)
                .body(body)
                .post("/api/prompts")
                .then();
    }
}
