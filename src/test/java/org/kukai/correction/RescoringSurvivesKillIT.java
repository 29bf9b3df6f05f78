package org.kukai.correction;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.correction.CorrectionCast.until;

/** Kill -9 while haiku are scored anew, and a start after it: every haiku is scored by the present counter, none counted twice. */
class RescoringSurvivesKillIT {
    /** What every third poem of the composer has; counted as five, none of these lines fits. */
    private static final String WORD = "the";

    @TempDir
    Path folder;

    @Test
    void goesOnWhereItWas() {
        try (PackagedKukai kukai =
                PackagedKukai.withAdminOn(folder.resolve("data")).start()) {
            api(kukai).post("/api/prompts/starter-set").then().statusCode(200);
            String run = api(kukai)
                    .body(Map.of("model", "composer", "samplesPerPrompt", 30, "maxInFlight", 64))
                    .post("/api/runs")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            until("the run ends", () -> get(kukai, "/api/runs/" + run).getString("finishedAt") != null);
            long correct = get(kukai, "/api/runs/" + run).getLong("correct575");
            JsonPath foreseen = api(kukai)
                    .body(Map.of("counts", List.of(5)))
                    .post("/api/syllables/" + WORD + "/preview")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(foreseen.getLong("changed")).isPositive();
            api(kukai)
                    .body(Map.of("counts", List.of(5), "reason", "To see scores fall"))
                    .put("/api/syllables/" + WORD)
                    .then()
                    .statusCode(200);
            String path = rescore(kukai);
            until("some haiku are scored", () -> get(kukai, path).getLong("seen") > 500);
            kukai.kill9();
            kukai.start();
            JsonPath done = ended(kukai, path);
            long haiku = get(kukai, "/api/runs/" + run).getLong("haiku");
            assertThat(done.getLong("seen")).isEqualTo(haiku);
            assertThat(done.getLong("down")).isPositive();
            assertThat(get(kukai, "/api/runs/" + run).getLong("correct575")).isLessThan(correct);

            api(kukai).delete("/api/syllables/" + WORD).then().statusCode(204);
            JsonPath back = ended(kukai, rescore(kukai));
            assertThat(back.getLong("up") + back.getLong("down"))
                    .as("as many as had changed, neither lost nor twice")
                    .isEqualTo(done.getLong("up") + done.getLong("down"));
            assertThat(get(kukai, "/api/runs/" + run).getLong("correct575")).isEqualTo(correct);
        }
    }

    private static String rescore(PackagedKukai kukai) {
        String id = api(kukai)
                .post("/api/rescoring")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return "/api/rescoring/" + id;
    }

    private static JsonPath ended(PackagedKukai kukai, String path) {
        until("the rescoring ends", () -> !get(kukai, path).getString("status").equals("running"));
        JsonPath ended = get(kukai, path);
        assertThat(ended.getString("status")).isEqualTo("completed");
        return ended;
    }

    private static JsonPath get(PackagedKukai kukai, String path) {
        return api(kukai).get(path).then().statusCode(200).extract().jsonPath();
    }

    private static RequestSpecification api(PackagedKukai kukai) {
        return given().baseUri(kukai.address().toString())
                .auth()
                .preemptive()
                .basic("admin", PackagedKukai.ADMIN_PASSWORD)
                .contentType(ContentType.JSON);
    }
}
