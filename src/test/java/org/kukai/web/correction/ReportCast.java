package org.kukai.web.correction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import org.kukai.testing.Person;
import org.kukai.testing.Poems;

/** A round of one pair, whose poems both have the word, and raters who hear it in their own ways. */
record ReportCast(String word, String round, List<String> secrets) {
    static ReportCast open(String word) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        List<String> models = List.of("sparrow-" + mark, "heron-" + mark);
        List<String> secrets = QuarkusTransaction.requiringNew().call(() -> {
            UUID prompt = Poems.prompt("TRAIN");
            UUID one = Poems.haiku(prompt, 4, "the old pond " + word + "\na frog\nthe sound", mark + "a");
            UUID other = Poems.haiku(prompt, 2, word + " again\na fire\nthe sound", mark + "b");
            Poems.attribute(one, Poems.run(models.get(0)), prompt);
            Poems.attribute(other, Poems.run(models.get(1)), prompt);
            return List.of(models.get(0), models.get(1), prompt.toString(), one.toString(), other.toString());
        });
        String round = Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        "Words " + mark,
                        "pairing",
                        "model-vs-model",
                        "models",
                        models,
                        "pairs",
                        1,
                        "votesPerPair",
                        50))
                .post("/api/rounds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new ReportCast(word, "/api/rounds/" + round, secrets);
    }

    String vote(Person rater, String choice) {
        String assignment = rater.api().get(round + "/next").path("assignment");
        rater.api()
                .contentType(ContentType.JSON)
                .body(Map.of("assignment", assignment, "choice", choice))
                .post(round + "/votes")
                .then()
                .statusCode(201);
        return assignment;
    }

    List<Person> reported(int... heard) {
        return IntStream.of(heard)
                .mapToObj(syllables -> {
                    Person rater = Person.newRater();
                    String voted = vote(rater, "tie");
                    String left = disclose(rater, voted).extract().path("left.text");
                    // the poem of the frog, wherever it stands for this rater
                    report(rater, voted, left.contains("frog") ? "left" : "right", word, syllables)
                            .statusCode(201);
                    return rater;
                })
                .toList();
    }

    static ValidatableResponse disclose(Person rater, String assignment) {
        return rater.api()
                .post("/api/assignments/" + assignment + "/disclosure")
                .then();
    }

    static ValidatableResponse report(Person rater, String assignment, String side, String word, int heard) {
        Map<String, Object> body = new HashMap<>(Map.of("side", side, "word", word, "heard", heard));
        return rater.api()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/assignments/" + assignment + "/reports")
                .then();
    }
}
