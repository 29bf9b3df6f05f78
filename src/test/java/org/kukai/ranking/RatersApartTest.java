package org.kukai.ranking;

import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
class RatersApartTest {
    private static final String ODD = "agrees less than others";
    private static final int PAIRS = 9;

    @Test
    void flagsWhoAgreesLessThanOthersByPageAndByCallAlsoOnceExcluded() {
        String round = open();
        Person ann = Person.newRater();
        Person ben = Person.newRater();
        Person eve = Person.newRater();
        vote(round, ann, (left, right) -> left.compareTo(right) < 0);
        vote(round, ben, (left, right) -> left.compareTo(right) < 0);
        vote(round, eve, (left, right) -> left.compareTo(right) > 0);
        JsonPath before = quality(round);
        assertThat(flags(before, ann)).doesNotContain(ODD);
        assertThat(flags(before, eve)).contains(ODD);
        // Alone against two on nine pairs, a third each by chance, and three raters tested.
        double alone = 3 * Math.pow(1.0 / 3, PAIRS);
        assertThat(before.getDouble(of(eve) + ".agreementP")).isBetween(0.99 * alone, 1.01 * alone);
        PageSession.asAdmin().get("/rounds/" + round + "/quality").then().body(containsString(ODD));
        Person.ADMIN
                .api()
                .contentType("application/json")
                .body(Map.of("weight", 0, "reason", "contrary"))
                .post("/api/rounds/" + round + "/raters/" + before.getString(of(eve) + ".id") + "/decisions")
                .then()
                .statusCode(201);
        JsonPath after = quality(round);
        assertThat(after.getDouble(of(eve) + ".agreementP")).isEqualTo(before.getDouble(of(eve) + ".agreementP"));
        assertThat(flags(after, ann)).doesNotContain(ODD);
    }

    private static String of(Person rater) {
        return "find { it.rater == '" + rater.name() + "' }";
    }

    private static String flags(JsonPath quality, Person rater) {
        return String.valueOf(quality.getList(of(rater) + ".flags.flag"));
    }

    private static JsonPath quality(String round) {
        return Person.ADMIN.api().get("/api/rounds/" + round + "/quality").jsonPath();
    }

    private static void vote(String round, Person rater, BiPredicate<String, String> prefersLeft) {
        Response next = rater.api().get("/api/rounds/" + round + "/next");
        while (next.statusCode() == 200) {
            boolean left = prefersLeft.test(next.path("left"), next.path("right"));
            rater.api()
                    .contentType("application/json")
                    .body(Map.of("assignment", next.path("assignment"), "choice", left ? "left" : "right"))
                    .post("/api/rounds/" + round + "/votes")
                    .then()
                    .statusCode(201);
            next = rater.api().get("/api/rounds/" + round + "/next");
        }
    }

    private static String open() {
        return Person.ADMIN
                .api()
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "Apart " + UUID.randomUUID(),
                        "pairing",
                        "model-vs-model",
                        "models",
                        Poems.duel(PAIRS).models(),
                        "pairs",
                        PAIRS,
                        "votesPerPair",
                        3))
                .post("/api/rounds")
                .path("id");
    }
}
