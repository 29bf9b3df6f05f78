package org.kukai.web.annotation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class RoundsApiTest {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void tellsHowARoundGoes() {
        RoundCast round = RoundCast.open(2, 3);
        Person.ADMIN
                .api()
                .get(round.api(""))
                .then()
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("pairs", equalTo(2))
                .body("votesWanted", equalTo(6))
                .body("votes", equalTo(0))
                .body("settled", equalTo(0))
                .body("agreement", nullValue())
                .body("raters", equalTo(0));
        Person.ADMIN.api().get("/api/rounds").then().statusCode(200).body("items.id", hasItem(round.id()));
        Person.newRater()
                .api()
                .get("/api/rounds?size=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(round.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "Spring \u202E gnirpS", "Moss\u200B", "two\nlines"})
    void refusesANameWithACharacterThatCannotBeSeen(String name) {
        Person.ADMIN
                .api()
                .contentType("application/json")
                .body(Map.of("name", name, "pairing", "random", "pairs", 1))
                .post("/api/rounds")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("detail", equalTo("This name has a character that cannot be seen. Type it anew."));
    }

    @Test
    void refusesHalfACharacterInAnyTextOfARoundOrAVote() {
        RoundCast round = RoundCast.open(1, 1);
        Person rater = Person.newRater();
        String shown = rater.api().get(round.api("/next")).path("assignment");
        refusesHalf(
                rater,
                round.api("/votes"),
                "{\"assignment\":\"" + shown + "\",\"choice\":\"left\",\"comment\":\"a \\ud800 b\"}");
        refusesHalf(
                Person.ADMIN,
                "/api/rounds",
                "{\"name\":\"Half\",\"question\":\"Which \\udc00?\",\"pairing\":\"random\",\"pairs\":1}");
        Person.ADMIN.api().get(round.api("")).then().body("votes", equalTo(0));
    }

    private static void refusesHalf(Person caller, String path, String json) {
        caller.api()
                .contentType("application/json")
                .body(json)
                .post(path)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("detail", containsString("can hold no half of a character"));
    }

    @Test
    void refusesAVoteThatWasLookedAtForLessThanNoTime() {
        RoundCast round = RoundCast.open(1, 1);
        Person rater = Person.newRater();
        String shown = rater.api().get(round.api("/next")).path("assignment");
        Map<String, Object> vote = Map.of("assignment", shown, "choice", "left", "millis", -5);
        rater.api()
                .contentType("application/json")
                .body(vote)
                .post(round.api("/votes"))
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("detail", containsString("millis"))
                .body("detail", containsString("not -5"));
        Person.ADMIN.api().get(round.api("")).then().body("votes", equalTo(0));
    }

    @Test
    void votesOnceTwiceAndOtherwise() {
        RoundCast round = RoundCast.open(2, 1);
        Person rater = Person.newRater();
        Response shown = rater.api().get(round.api("/next"));
        shown.then().statusCode(200).body("remaining", equalTo(2)).body("question", containsString("prefer"));
        String assignment = shown.path("assignment");
        vote(rater, round, assignment, "left").then().statusCode(201).body("receipt", equalTo("new"));
        vote(rater, round, assignment, "left").then().statusCode(200).body("receipt", equalTo("same"));
        vote(rater, round, assignment, "right").then().statusCode(200).body("receipt", equalTo("replaced"));
        rater.api()
                .delete(round.api("/votes/last"))
                .then()
                .statusCode(200)
                .body("assignment", equalTo(assignment))
                .body("left", equalTo(shown.path("left")));
        vote(rater, round, assignment, "tie").then().statusCode(201);
        vote(rater, round, rater.api().get(round.api("/next")).path("assignment"), "skip")
                .then()
                .statusCode(201);
        rater.api().get(round.api("/next")).then().statusCode(204);
        Person.ADMIN.api().get(round.api("")).then().body("votes", equalTo(1)).body("settled", equalTo(1));
        Person.ADMIN
                .api()
                .get(round.api("/agreement"))
                .then()
                .statusCode(200)
                .body("raters.rater", equalTo(List.of(rater.name())))
                .body("raters[0].votes", equalTo(1));
    }

    @Test
    void showsTheTwoSidesOfAPairInBothOrdersToDifferentRaters() {
        RoundCast round = RoundCast.open(1, 20);
        List<String> lefts = java.util.stream.Stream.generate(Person::newRater)
                .limit(20)
                .map(rater -> rater.api().get(round.api("/next")).<String>path("left"))
                .distinct()
                .toList();
        assertThat(lefts).hasSize(2);
    }

    @Test
    void refusesWithAProblem() {
        RoundCast round = RoundCast.open(1, 2);
        Person ann = Person.newRater();
        Person ben = Person.newRater();
        String anns = ann.api().get(round.api("/next")).path("assignment");
        vote(ben, round, anns, "left").then().statusCode(404).contentType(PROBLEM);
        vote(ann, round, anns, "both").then().statusCode(400).body("detail", containsString("no choice “both”"));
        ann.api()
                .get("/api/rounds/" + UUID.randomUUID() + "/next")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        Person.ADMIN.api().get("/api/rounds/" + UUID.randomUUID()).then().statusCode(404);
        Person.ADMIN.api().get("/api/rounds/nonsense").then().statusCode(404);
        ann.api().get(round.api("")).then().statusCode(403);
        ann.api().delete(round.api("/votes/last")).then().statusCode(409);
        Person.ADMIN
                .api()
                .contentType("application/json")
                .post(round.api("/closure"))
                .then()
                .statusCode(200)
                .body("status", equalTo("closed"));
        vote(ann, round, anns, "left").then().statusCode(409).body("detail", containsString("closed"));
        ann.api().get(round.api("/next")).then().statusCode(204);
        Person.ADMIN
                .api()
                .contentType("application/json")
                .post(round.api("/reopening"))
                .then()
                .body("status", equalTo("open"));
        open(Map.of("name", "x", "pairing", "best")).then().statusCode(400).contentType(PROBLEM);
        open(Map.of("pairing", "random")).then().statusCode(400).body("detail", containsString("The name"));
        open(Map.of("name", "x", "pairing", "model-vs-model", "models", List.of("nobody", "no one")))
                .then()
                .statusCode(409)
                .body("detail", endsWith("choose another pairing."));
    }

    private static Response open(Map<String, ?> body) {
        return Person.ADMIN.api().contentType("application/json").body(body).post("/api/rounds");
    }

    private static Response vote(Person rater, RoundCast round, String assignment, String choice) {
        return rater.api()
                .contentType("application/json")
                .body(Map.of("assignment", assignment, "choice", choice))
                .post(round.api("/votes"));
    }
}
