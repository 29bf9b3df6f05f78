package org.kukai.web.quality;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** From a rater's flag to the admin's queue, and from there out of the round and back. */
@QuarkusTest
class FlaggedToWithdrawnTest {
    @Test
    void aFlaggedPoemReachesTheQueueAndLeavesTheRoundWhenItIsWithdrawn() {
        String round = open();
        Person ann = Person.newRater();
        Response shown = ann.api().get("/api/rounds/" + round + "/next");
        String poem = shown.path("left");
        PageSession rater = PageSession.as(ann);
        rater.post(
                        "/rounds/" + round + "/flags",
                        Map.of(
                                "turn",
                                shown.<String>path("assignment"),
                                "side",
                                "left",
                                "kind",
                                "copied",
                                "note",
                                "Bashō 🐸"))
                .then()
                .statusCode(303);
        Response queue = Person.ADMIN.api().get("/api/flagged-poems?round=" + round);
        queue.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].text", equalTo(poem))
                .body("items[0].said[0]", equalTo("copied: Bashō 🐸"));
        PageSession admin = PageSession.asAdmin();
        admin.get("/flagged-poems?round=" + round).then().body(containsString("copied: Bashō 🐸"));
        admin.post(
                        "/flagged-poems/" + queue.<String>path("items[0].haiku"),
                        Map.of("decision", "withdraw", "reason", "Bashō wrote it"))
                .then()
                .statusCode(303);
        Person.ADMIN.api().get("/api/flagged-poems?round=" + round).then().body("items", hasSize(0));
        Person.ADMIN
                .api()
                .get("/api/rounds/" + round)
                .then()
                .body("takenOut", equalTo(1))
                .body("settled", equalTo(1))
                .body("pairs", equalTo(2));
        Person.ADMIN
                .api()
                .get("/api/rounds/" + round + "/split-pairs?out=true")
                .then()
                .body("items", hasSize(1))
                .body("items.collect { it.firstWithdrawn || it.secondWithdrawn }", equalTo(List.of(true)));
        admin.get("/rounds/" + round).then().body(containsString("1 pair taken out"));
        admin.get("/rounds/" + round + "/adjudication?show=out")
                .then()
                .statusCode(200)
                .body(containsString(">withdrawn</a>"))
                .body(not(containsString("name=\"reason\"")));
        assertThat(ann.api().get("/api/rounds/" + round + "/next").<String>path("left"))
                .isNotEqualTo(poem);
        String decision = Person.ADMIN
                .api()
                .get("/api/flagged-poems?decided=true&size=200")
                .path("items.find { it.haiku == '" + queue.<String>path("items[0].haiku") + "' }.decision");
        admin.post("/flagged-poems/decisions/" + decision + "/undoing").then().statusCode(303);
        Person.ADMIN.api().get("/api/rounds/" + round).then().body("takenOut", equalTo(0));
        admin.get("/rounds/" + round + "/adjudication?show=out").then().body(containsString("No pair was taken out"));
    }

    private static String open() {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        "Flags " + UUID.randomUUID(),
                        "pairing",
                        "model-vs-model",
                        "models",
                        Poems.duel(2).models(),
                        "pairs",
                        2,
                        "votesPerPair",
                        2))
                .post("/api/rounds")
                .path("id");
    }
}
