package org.kukai.web.annotation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

/** An open round of its own for a test, over two models of its own. */
record RoundCast(String id, Poems.Duel duel) {
    static RoundCast open(int pairs, int votesPerPair) {
        Poems.Duel duel = Poems.duel(pairs);
        var answer = Person.ADMIN
                .api()
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "Moss " + UUID.randomUUID(),
                        "question",
                        "Which haiku do you prefer?",
                        "guidelines",
                        "Read **both**.\n\n[bad](javascript:x)\n\n<script>alert(1)</script>",
                        "pairing",
                        "model-vs-model",
                        "models",
                        duel.models(),
                        "pairs",
                        pairs,
                        "votesPerPair",
                        votesPerPair))
                .post("/api/rounds");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new RoundCast(answer.path("id"), duel);
    }

    String path(String rest) {
        return "/rounds/" + id + rest;
    }

    String api(String rest) {
        return "/api/rounds/" + id + rest;
    }

    /** Everything that a rater must not be told: who wrote, ids of prompts and haiku. */
    List<String> secrets() {
        return Poems.secretsOf(duel);
    }
}
