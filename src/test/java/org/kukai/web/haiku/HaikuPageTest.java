package org.kukai.web.haiku;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.haiku.Fingerprint;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class HaikuPageTest {
    @Test
    void showsACandidateWithItsEvidence() {
        UUID id = keep("An old silent pond\nA frog jumps into the <b>pond</b>\nSplash! Silence again.");
        PageSession.asAdmin()
                .get("/haiku/" + id)
                .then()
                .statusCode(200)
                .body(containsString("A haiku: 5-7-5"))
                .body(containsString("lexicon"));
        PageSession.asNewRater().get("/haiku/" + id).then().statusCode(403);
        PageSession.asAdmin().get("/haiku/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void listsCandidatesOfAScoreToAdmins() {
        String model = "model " + UUID.randomUUID();
        UUID run = Poems.run(model);
        UUID prompt = Poems.prompt("TRAIN");
        UUID good = Poems.haiku(prompt, 4);
        Poems.attribute(good, run, prompt);
        Poems.attribute(Poems.haiku(prompt, 1), run, prompt);
        Person.ADMIN
                .api()
                .get("/api/haiku?score=4&model=" + model)
                .then()
                .statusCode(200)
                .body("items.id", contains(good.toString()))
                .body("items[0].form575", equalTo(true))
                .body("items[0].runId", equalTo(run.toString()));
        Person.ADMIN
                .api()
                .get("/api/haiku?score=4&model=no-such-model")
                .then()
                .statusCode(400)
                .body("detail", containsString("There is no model named “no-such-model”"));
        Person.newRater().api().get("/api/haiku").then().statusCode(403);
    }

    @Test
    void saysWhoWroteAGeneratedOne() {
        String model = "model " + UUID.randomUUID();
        UUID prompt = Poems.prompt("TRAIN");
        UUID id = Poems.haiku(prompt, 0);
        Poems.attribute(id, Poems.run(model), prompt);
        PageSession.asAdmin().get("/haiku/" + id).then().statusCode(200).body(containsString(model));
        Person.ADMIN
                .api()
                .get("/api/haiku?model=" + model)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].id", equalTo(id.toString()))
                .body("items[0].promptId", equalTo(prompt.toString()))
                .body("items[0].model", equalTo(model));
    }

    private static UUID keep(String text) {
        return Poems.haiku(Poems.prompt("TRAIN"), 4, text, Fingerprint.of(text));
    }
}
