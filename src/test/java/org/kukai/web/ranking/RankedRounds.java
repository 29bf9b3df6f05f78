package org.kukai.web.ranking;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.path.json.JsonPath;
import org.jspecify.annotations.Nullable;

import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

/** Rounds between two models, and votes of which it is known whom they are for. */
final class RankedRounds {
    private static final int MOST = 200;

    private RankedRounds() {}

    static String open(Poems.Duel duel, int votes) {
        return Person.ADMIN
                .api()
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "Ranked " + UUID.randomUUID(),
                        "pairing",
                        "model-vs-model",
                        "models",
                        duel.models(),
                        "pairs",
                        duel.prompts().size(),
                        "votesPerPair",
                        votes))
                .post("/api/rounds")
                .path("id");
    }

    static Set<String> textsOf(String model) {
        return json("/api/haiku?size=200&model=" + model).<String>getList("items.text").stream()
                .collect(Collectors.toSet());
    }

    static void vote(String round, Set<String> good, int forGood) {
        vote(Person.newRater(), round, good, forGood);
    }

    /** Votes on all pairs: so many times for the poem among the good ones, then for the other. */
    static void vote(Person rater, String round, Set<String> good, int forGood) {
        JsonPath next = next(rater, round);
        for (int turn : IntStream.range(0, MOST).toArray()) {
            if (next == null) {
                return;
            }
            boolean leftIsGood = good.contains(next.getString("left"));
            String choice = leftIsGood == (turn < forGood) ? "left" : "right";
            rater.api()
                    .contentType("application/json")
                    .body(Map.of("assignment", next.getString("assignment"), "choice", choice))
                    .post("/api/rounds/" + round + "/votes")
                    .then()
                    .statusCode(201);
            next = next(rater, round);
        }
    }

    static @Nullable JsonPath next(Person rater, String round) {
        var answer = rater.api().get("/api/rounds/" + round + "/next");
        return answer.statusCode() == 204 ? null : answer.jsonPath();
    }

    static JsonPath json(String path) {
        var answer = Person.ADMIN.api().get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }
}
