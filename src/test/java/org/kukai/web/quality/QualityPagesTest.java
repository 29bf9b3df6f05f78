package org.kukai.web.quality;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class QualityPagesTest {
    private final Poems.Duel duel = Poems.duel(3);
    private String round = "";
    private final Person ann = Person.newRater();
    private final Person ben = Person.newRater();

    @BeforeEach
    void openARound() {
        round = open();
    }

    @Test
    void excludesARaterByPageAndTakesItBackByApi() {
        vote(ann, "left");
        String id = rater(ann.name());
        PageSession admin = PageSession.asAdmin();
        admin.get("/rounds/" + round + "/quality").then().statusCode(200).body(containsString(ann.name()));
        String path = "/rounds/" + round + "/raters/" + id;
        admin.get(path).then().statusCode(200).body(containsString("Nothing yet"));
        admin.post(path + "/decisions", Map.of("weight", "0", "reason", " ", "scope", "round"))
                .then()
                .statusCode(400)
                .body(containsString("Say why"));
        admin.post(path + "/decisions", Map.of("weight", "0", "reason", "clicks <b>", "scope", "round"))
                .then()
                .statusCode(303);
        admin.get(path).then().body(containsString("clicks &lt;b&gt;")).body(containsString("excluded"));
        assertThat(json("/api/rounds/" + round).getInt("votes")).isZero();
        String decision = json(api("/rater-decisions")).getString("[0].id");
        Person.ADMIN.api().delete(api("/rater-decisions/" + decision)).then().statusCode(204);
        assertThat(json("/api/rounds/" + round).getInt("votes")).isEqualTo(3);
        assertThat(json(api("/rater-decisions")).getString("[0].undoneBy")).isEqualTo("admin");
    }

    @Test
    void asksForEitherAnAttentionPairOrANumberOfThem() {
        request()
                .body(Map.of("make", 2, "prompt", "moss", "better", "an old silent pond", "worse", "pond pond"))
                .post(api("/attention-pairs"))
                .then()
                .statusCode(400)
                .body("detail", containsString("Give one of the two"));
        assertThat(json(api("/attention-pairs")).getList("")).isEmpty();
    }

    @Test
    void decidesASplitPairBlindAndShowsWritersAfterwards() {
        vote(ann, "tie");
        vote(ben, "neither");
        PageSession admin = PageSession.asAdmin();
        String page = admin.get("/rounds/" + round + "/adjudication?page=99").asString();
        assertThat(page).contains("the first is better").doesNotContain(duel.models());
        String pair = json(api("/split-pairs")).getString("items[0].pair");
        assertThat(Person.ADMIN
                        .api()
                        .get(api("/split-pairs/" + pair + "/writers"))
                        .statusCode())
                .isEqualTo(409);
        admin.post("/rounds/" + round + "/adjudication/" + pair, Map.of("decision", "first", "reason", "image"))
                .then()
                .statusCode(303);
        admin.get("/rounds/" + round + "/adjudication/" + pair + "/writers")
                .then()
                .statusCode(200)
                .body(containsString(duel.one()));
        assertThat(json(api("/split-pairs")).getInt("total")).isEqualTo(2);
        String decision = json(api("/split-pairs?decided=true")).getString("items[0].decision");
        admin.get("/rounds/" + round + "/adjudication?show=decided").then().body(containsString("image"));
        Person.ADMIN.api().delete(api("/adjudications/" + decision)).then().statusCode(204);
        assertThat(json(api("/split-pairs")).getInt("total")).isEqualTo(3);
        request()
                .body(Map.of("decision", "second", "reason", "I know"))
                .post(api("/split-pairs/" + pair + "/adjudication"))
                .then()
                .statusCode(409)
                .body("detail", containsString("You were told who wrote these poems"));
        admin.get("/rounds/" + round + "/adjudication")
                .then()
                .body(containsString("so another admin has to decide"), containsString("was told to <bdi>admin</bdi>"));
    }

    @Test
    void setsChecksAndAttentionPairsByPage() {
        PageSession admin = PageSession.asAdmin();
        String path = "/rounds/" + round + "/checks";
        admin.get(path).then().statusCode(200).body(containsString("There is none yet"));
        admin.post(path, Map.of("attentionEvery", "3", "repeatEvery", "0", "repeatGap", "5"))
                .then()
                .statusCode(400)
                .body(containsString("once in 5 to 1000"));
        admin.post(path, Map.of("attentionEvery", "20", "repeatEvery", "25", "repeatGap", "12"))
                .then()
                .statusCode(303);
        json(api("/checks"))
                .getMap("")
                .forEach((name, value) -> assertThat(value).isIn(20, 25, 12));
        admin.post(
                        "/rounds/" + round + "/attention-pairs",
                        Map.of("prompt", "moss", "better", "an old silent pond", "worse", "an old silent pond"))
                .then()
                .statusCode(400)
                .body(containsString("Both texts are the same"));
        admin.post(
                        "/rounds/" + round + "/attention-pairs",
                        Map.of("prompt", "moss", "better", "an old silent pond", "worse", "pond pond"))
                .then()
                .statusCode(303);
        String pair = json(api("/attention-pairs")).getString("[0].id");
        admin.post("/rounds/" + round + "/attention-pairs/" + pair + "/retirement")
                .then()
                .statusCode(303);
        admin.get(path).then().body(containsString("Out of use"));
    }

    @Test
    void exportsVotesWithoutNamesUnlessAskedAndWithoutFormulas() {
        vote(ann, "left");
        Response csv = Person.ADMIN.api().get(api("/votes/export?format=csv"));
        csv.then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .body(containsString("rater-1"))
                .body(not(containsString(ann.name())));
        assertThat(csv.asString().lines()).hasSize(4);
        List<String> lines = Person.ADMIN
                .api()
                .get(api("/votes/export?format=jsonl&names=true"))
                .asString()
                .lines()
                .toList();
        assertThat(lines).hasSize(3).allSatisfy(line -> {
            JsonPath vote = JsonPath.from(line);
            assertThat(vote.getString("rater")).isEqualTo(ann.name());
            assertThat(vote.getString("choice")).isEqualTo("left");
            assertThat(vote.getString("preferred")).isEqualTo(vote.getBoolean("firstOnLeft") ? "first" : "second");
            assertThat(vote.getString("kind")).isEqualTo("asked");
        });
        Person.ADMIN.api().get(api("/votes/export?format=xml")).then().statusCode(400);
        PageSession.asAdmin()
                .get("/rounds/" + round + "/votes/export?format=csv")
                .then()
                .header("Content-Disposition", containsString("votes.csv"));
    }

    @Test
    void showsTheQueueOfFlaggedPoems() {
        PageSession admin = PageSession.asAdmin();
        admin.get("/flagged-poems").then().statusCode(200);
        admin.get("/flagged-poems?show=decided&kind=COPIED&round=" + round)
                .then()
                .statusCode(200);
        admin.get("/flagged-poems?round=x").then().statusCode(404);
        request()
                .body(Map.of("decision", "burn", "reason", "x"))
                .post("/api/flagged-poems/" + UUID.randomUUID() + "/decision")
                .then()
                .statusCode(400)
                .body("detail", equalTo("A flagged poem is decided as keep or withdraw, not “burn”."));
        request()
                .body(Map.of("decision", "keep", "reason", "x"))
                .post("/api/flagged-poems/" + UUID.randomUUID() + "/decision")
                .then()
                .statusCode(404);
    }

    private void vote(Person rater, String choice) {
        Response next = rater.api().get(api("/next"));
        while (next.statusCode() == 200) {
            rater.api()
                    .contentType("application/json")
                    .body(Map.of("assignment", next.path("assignment"), "choice", choice))
                    .post(api("/votes"))
                    .then()
                    .statusCode(201);
            next = rater.api().get(api("/next"));
        }
    }

    private String rater(String name) {
        return json(api("/quality")).getString("find { it.rater == '" + name + "' }.id");
    }

    private static JsonPath json(String path) {
        Response answer = Person.ADMIN.api().get(path);
        assertThat(answer.statusCode()).as(path + answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private String api(String rest) {
        return "/api/rounds/" + round + rest;
    }

    private String open() {
        return request()
                .body(Map.of(
                        "name",
                        "Fern " + UUID.randomUUID(),
                        "pairing",
                        "model-vs-model",
                        "models",
                        duel.models(),
                        "pairs",
                        3,
                        "votesPerPair",
                        2))
                .post("/api/rounds")
                .path("id");
    }

    private static RequestSpecification request() {
        return Person.ADMIN.api().contentType("application/json");
    }
}
