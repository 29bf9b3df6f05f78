package org.kukai.web.quality;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What is taken for the weight of a rater's votes, and what is refused. */
@QuarkusTest
class RaterWeightsTest {
    private String round = "";
    private String rater = "";

    @BeforeEach
    void aRaterHasVoted() {
        Person ann = Person.newRater();
        round = "/rounds/"
                + Person.ADMIN
                        .api()
                        .contentType("application/json")
                        .body(Map.of(
                                "name",
                                "Weights",
                                "pairing",
                                "model-vs-model",
                                "models",
                                Poems.duel(1).models(),
                                "pairs",
                                1))
                        .post("/api/rounds")
                        .<String>path("id");
        Response shown = ann.api().get("/api" + round + "/next");
        ann.api()
                .contentType("application/json")
                .body(Map.of("assignment", shown.path("assignment"), "choice", "left"))
                .post("/api" + round + "/votes")
                .then()
                .statusCode(201);
        rater = Person.ADMIN.api().get("/api" + round + "/quality").path("[0].id");
    }

    @Test
    void readsAWeightHoweverItIsWritten() {
        weigh("1e999999999")
                .statusCode(400)
                .body(
                        "detail",
                        equalTo("A weight is a number from 0 (excluded) to 1 (counts in full); given: 1E+999999999."));
        weigh("\"NaN\"").statusCode(400).body("detail", equalTo("weight must be a number, not “NaN”."));
        weigh("5e-1").statusCode(201);
        weigh("0.2500").statusCode(201);
        weigh("0e-9").statusCode(201);
        assertThat(decided()).containsExactly(0f, 0.25f, 0.5f);
    }

    @Test
    void refusesAWeightThatHundredthsCannotHold() {
        for (String weight : List.of("0.001", "0.999", "0.125", "1e-999999999")) {
            weigh(weight)
                    .statusCode(400)
                    .body("detail", containsString("has at most two decimals, such as 0.25; given: "));
        }
        PageSession.asAdmin()
                .post(
                        round + "/raters/" + rater + "/decisions",
                        Map.of("weight", "0.004", "reason", "hardly", "scope", "round"))
                .then()
                .statusCode(400)
                .body(containsString("has at most two decimals, such as 0.25; given: 0.004."));
        assertThat(decided()).isEmpty();
    }

    private ValidatableResponse weigh(String weight) {
        return Person.ADMIN
                .api()
                .contentType("application/json")
                .body("{\"weight\":" + weight + ",\"reason\":\"as told\"}")
                .post("/api" + round + "/raters/" + rater + "/decisions")
                .then();
    }

    private List<Float> decided() {
        return Person.ADMIN
                .api()
                .get("/api" + round + "/rater-decisions")
                .jsonPath()
                .getList("weight", Float.class);
    }
}
