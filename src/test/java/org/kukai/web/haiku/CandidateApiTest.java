package org.kukai.web.haiku;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class CandidateApiTest {
    private final String mark = UUID.randomUUID().toString();
    private final String good = "{\"question\":\"Ask " + mark
            + "\",\"generations\":[\"old pond in the rain\\na green frog leaps from the bank\\nthe sound of water\","
            + "\"no poem\"],\"generation_model\":\"elsewhere-" + mark + "\"}\n";

    @Test
    void takesAFileAndTellsWhatBecameOfIt() {
        String id = post("application/x-ndjson", good + "{\n")
                .statusCode(200)
                .body("prompts", equalTo(1))
                .body("added", equalTo(2))
                .body("duplicates", equalTo(0))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(2))
                .body("rejected[0].detail", containsString("not valid JSON"))
                .body("rejectedTotal", equalTo(1))
                .extract()
                .path("id");
        post("application/octet-stream", good).body("added", equalTo(0)).body("duplicates", equalTo(2));
        Person.ADMIN.api().get("/api/candidates/imports/" + id).then().body("added", equalTo(2));
        Person.ADMIN
                .api()
                .get("/api/candidates/imports?size=1")
                .then()
                .body("items", hasSize(1))
                .body("total", notNullValue());
        Person.ADMIN
                .api()
                .get("/api/haiku?model=elsewhere-" + mark)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items[0].score", equalTo(0))
                .body("items[1].score", equalTo(4))
                .body("items[1].raw", containsString("old pond"));
    }

    @Test
    void refusesWhatCannotBeRead() {
        post("application/x-ndjson", "").statusCode(400).body("detail", containsString("There is no row"));
        post("application/json", "[" + good + "]").statusCode(400).body("detail", containsString("one object a line"));
        post("application/octet-stream", "PAR1 and then nothing")
                .statusCode(400)
                .body("detail", containsString("Parquet"));
        Person.ADMIN
                .api()
                .contentType("application/x-ndjson")
                .body(good.getBytes(StandardCharsets.UTF_8))
                .post("/api/candidates?split=other")
                .then()
                .statusCode(400);
        Person.ADMIN
                .api()
                .contentType("application/x-ndjson")
                .body(good.getBytes(StandardCharsets.UTF_8))
                .post("/api/candidates?model=" + "m".repeat(201))
                .then()
                .statusCode(400)
                .body("detail", containsString("at most 200 characters"));
        Person.ADMIN
                .api()
                .get("/api/candidates/imports/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void takesAnUploadAndShowsItsReport() {
        PageSession admin = PageSession.asAdmin();
        byte[] file = (good + "<b>broken</b>\n").getBytes(StandardCharsets.UTF_8);
        Response answer = admin.upload(
                "/haiku/imports", "file", "<i>haiku</i>.jsonl", file, Map.of("model", "", "split", "train"));
        answer.then().statusCode(303);
        admin.get(answer.header("Location").replaceFirst("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("&lt;i&gt;haiku&lt;/i&gt;.jsonl"),
                        containsString("value=\"2\">2</data><span class=\"label\">haiku added"),
                        containsString("<td class=\"number\">2</td><td>It is not valid JSON")));
        admin.get("/haiku/imports").then().statusCode(200).body(containsString("&lt;i&gt;haiku"));
        admin.upload("/haiku/imports", "file", "empty.jsonl", new byte[0], Map.of())
                .then()
                .statusCode(400)
                .body(containsString("There is no row"));
        admin.get("/haiku/imports/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static ValidatableResponse post(String type, String body) {
        return Person.ADMIN
                .api()
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/candidates")
                .then();
    }
}
