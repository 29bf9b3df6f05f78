package org.kukai.web.annotation;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a script is told when there is no pair for it. */
@QuarkusTest
class NoPairNowTest {
    private final Person ann = Person.newRater();
    private final Person ben = Person.newRater();

    @Test
    void tellsWhoHasVotedOnAllThatItIsFinished() {
        RoundCast round = RoundCast.open(2, 1);
        voteOnAll(round, ann);
        none(round, ann, "finished", null);
        Person.ADMIN.api().contentType("application/json").post(round.api("/closure"));
        none(round, ann, "closed", null);
    }

    @Test
    void tellsThatThePausedRoundIsPaused() {
        RoundCast round = RoundCast.open(1, 1);
        Person.ADMIN.api().contentType("application/json").post(round.api("/pause"));
        none(round, ann, "paused", null);
    }

    @Test
    void asksToWaitForAPairThatAnotherHolds() {
        RoundCast round = RoundCast.open(1, 1);
        String held = ann.api().get(round.api("/next")).path("assignment");
        none(round, ben, "waiting", "60");
        vote(round, ann, held, "skip");
        assertThat(ben.api().get(round.api("/next")).statusCode()).isEqualTo(200);
        none(round, ann, "finished", null);
    }

    @Test
    void asksToWaitForTheNextPairsOfAnActiveRound() {
        RoundCast any = RoundCast.open(1, 1);
        String id = Person.ADMIN
                .api()
                .contentType("application/json")
                .body(Map.of("name", "Ahead", "pairing", "active", "pairs", 20, "poems", 2, "votesPerPair", 1))
                .post("/api/rounds")
                .path("id");
        RoundCast round = new RoundCast(id, any.duel());
        Response first = ann.api().get(round.api("/next"));
        assertThat(first.statusCode()).isEqualTo(200);
        Response after = ben.api().get(round.api("/next"));
        assertThat(after.statusCode()).isEqualTo(204);
        assertThat(after.header("Kukai-Round")).isEqualTo("waiting");
        assertThat(Integer.parseInt(after.header("Retry-After"))).isPositive();
    }

    @Test
    void describesTheHeaders() {
        JsonPath description =
                given().accept("application/json").get("/q/openapi").jsonPath();
        Map<String, Object> answers = description.getMap("paths.'/api/rounds/{id}/next'.get.responses");
        assertThat(answers).containsKeys("200", "204");
        assertThat(String.valueOf(answers.get("204"))).contains("Kukai-Round", "Retry-After");
        assertThat(String.valueOf(answers.get("200"))).contains("Next");
    }

    private static void voteOnAll(RoundCast round, Person rater) {
        Response next = rater.api().get(round.api("/next"));
        while (next.statusCode() == 200) {
            vote(round, rater, next.path("assignment"), "left");
            next = rater.api().get(round.api("/next"));
        }
    }

    private static void vote(RoundCast round, Person rater, String assignment, String choice) {
        rater.api()
                .contentType("application/json")
                .body(Map.of("assignment", assignment, "choice", choice))
                .post(round.api("/votes"))
                .then()
                .statusCode(201);
    }

    private static void none(
            RoundCast round, Person rater, String why, @org.jspecify.annotations.Nullable String after) {
        Response answer = rater.api().get(round.api("/next"));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Kukai-Round")).isEqualTo(why);
        assertThat(answer.header("Retry-After")).isEqualTo(after);
    }
}
