package org.kukai.web.annotation;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class RoundAdminTest {
    private PageSession admin;

    @BeforeEach
    void signIn() {
        admin = PageSession.asAdmin();
    }

    @Test
    void pausesAndResumesByPageAndByApi() {
        RoundCast round = RoundCast.open(2, 1);
        Person rater = Person.newRater();
        admin.post(round.path("/pause")).then().statusCode(303);
        admin.get(round.path("")).then().body(containsString("Resume the round"));
        rater.api().get(round.api("/next")).then().statusCode(204);
        PageSession.as(rater).get(round.path("/vote")).then().statusCode(org.hamcrest.Matchers.oneOf(200, 303));
        post(round.api("/pause"), null).then().statusCode(409).body("detail", containsString("this one is paused"));
        post(round.api("/resumption"), null).then().statusCode(200).body("status", equalTo("open"));
        rater.api().get(round.api("/next")).then().statusCode(200);
        admin.post(round.path("/resumption")).then().statusCode(409);
    }

    @Test
    void addsPairsByPageAndByApi() {
        RoundCast round = RoundCast.open(1, 1);
        Poems.Duel more = Poems.duel(2);
        admin.get(round.path("/additions")).then().statusCode(200).body(containsString("Number of pairs"));
        admin.post(
                        round.path("/additions"),
                        Map.of("pairing", "model-vs-model", "one", more.one(), "other", more.other(), "pairs", "2"))
                .then()
                .statusCode(303);
        awaitPairs(round, 3);
        Poems.Duel still = Poems.duel(1);
        post(round.api("/additions"), Map.of("models", still.models(), "pairs", 1))
                .then()
                .statusCode(200)
                .body("pairsWanted", equalTo(4));
        awaitPairs(round, 4);
        post(round.api("/additions"), Map.of("models", still.models(), "pairs", 0))
                .then()
                .statusCode(400)
                .body("detail", containsString("The number of pairs to add"));
        post(round.api("/additions"), Map.of())
                .then()
                .statusCode(400)
                .body("detail", equalTo("Say how many pairs to add, in the field pairs."));
        Person.ADMIN.api().get(round.api("")).then().body("pairsWanted", equalTo(4));
        admin.get(round.path("")).then().body(containsString("Model against model, <time"));
    }

    @Test
    void asksForMorePairsAgainWithWhatWasTyped() {
        RoundCast round = RoundCast.open(1, 1);
        String model = Poems.duel(1).one();
        admin.post(
                        round.path("/additions"),
                        Map.of("pairing", "model-vs-model", "one", model, "other", model, "pairs", "17"))
                .then()
                .statusCode(400)
                .body(containsString("Model against model needs two different models"))
                .body(containsString("<option value=\"" + model + "\" selected>"))
                .body(containsString("value=\"17\""))
                .body(containsString("value=\"model-vs-model\" required checked"));
        admin.post(round.path("/additions"), Map.of("pairing", "random", "pairs", "many"))
                .then()
                .statusCode(400)
                .body(containsString("not “many”"))
                .body(containsString("value=\"random\" required checked"));
    }

    @Test
    void showsAndAssignsParts() {
        Poems.Duel duel = Poems.duel(4);
        Map<String, String> form = form("In parts", duel);
        form.put("parts", "2");
        String page =
                URI.create(admin.post("/rounds/new", form).header("Location")).getPath();
        Person rater = Person.newRater();
        admin.get(page).then().body(containsString("Nobody votes on this part yet."));
        admin.post(page + "/parts", Map.of("rater", rater.name(), "part", "2"))
                .then()
                .statusCode(303);
        admin.get(page).then().body(containsString(rater.name()));
        admin.post(page + "/parts", Map.of("rater", "nobody-at-all", "part", "1"))
                .then()
                .statusCode(303)
                .header("Location", endsWith(page));
        admin.get(page)
                .then()
                .body(containsString("There is no account “nobody-at-all”."))
                .body(containsString("name=\"rater\" value=\"nobody-at-all\""))
                .body(containsString("name=\"part\" value=\"1\""));
        Person.ADMIN
                .api()
                .get("/api" + page + "/parts")
                .then()
                .body("[1].raters", equalTo(List.of(rater.name())))
                .body("[0].pairs", equalTo(2));
        post("/api" + page + "/parts", Map.of("rater", rater.name(), "part", 3))
                .then()
                .statusCode(400)
                .body("detail", containsString("parts 1 to 2"));
        post("/api" + page + "/parts", Map.of("rater", "nobody-at-all", "part", 1))
                .then()
                .statusCode(404);
    }

    @Test
    void thanksARaterAtTheirLimit() {
        Poems.Duel duel = Poems.duel(3);
        Map<String, String> form = form("Limited", duel);
        form.put("votesPerRater", "1");
        String page =
                URI.create(admin.post("/rounds/new", form).header("Location")).getPath();
        Person rater = Person.newRater();
        String assignment = rater.api().get("/api" + page + "/next").path("assignment");
        rater.api()
                .contentType("application/json")
                .body(Map.of("assignment", assignment, "choice", "left"))
                .post("/api" + page + "/votes")
                .then()
                .statusCode(201);
        rater.api().get("/api" + page + "/next").then().statusCode(204);
        rater.api().post("/api" + page + "/guidelines/reading").then().statusCode(200);
        PageSession.as(rater).get(page + "/vote").then().body(containsString("from one person"));
    }

    @Test
    void tellsARaterHowMuchTheRoundStillTakesFromThem() {
        Map<String, String> form = form("Limited twice", Poems.duel(20));
        form.putAll(Map.of("votesPerRater", "3", "votesPerDay", "2", "pairs", "20"));
        String page =
                URI.create(admin.post("/rounds/new", form).header("Location")).getPath();
        Person rater = Person.newRater();
        rater.api().post("/api" + page + "/guidelines/reading").then().statusCode(200);
        Response shown = rater.api().get("/api" + page + "/next");
        shown.then().body("remaining", equalTo(3));
        PageSession.as(rater)
                .get(page + "/vote")
                .then()
                .body(containsString("· 3 to go</span> · at most 2 a day"))
                .body(containsString("data-limited"))
                .body(containsString("<progress max=\"3\" value=\"0\">"));
        answer(rater, page, shown, "skip");
        Response second = rater.api().get("/api" + page + "/next");
        second.then().body("remaining", equalTo(3));
        answer(rater, page, second, "left");
        rater.api().get("/api" + page + "/next").then().body("remaining", equalTo(2));
        PageSession.as(rater)
                .get(page + "/vote")
                .then()
                .body(containsString("· 2 to go</span>"))
                .body(not(containsString("a day")));
    }

    private static void answer(Person rater, String page, Response shown, String choice) {
        rater.api()
                .contentType("application/json")
                .body(Map.of("assignment", shown.path("assignment"), "choice", choice))
                .post("/api" + page + "/votes")
                .then()
                .statusCode(201);
    }

    @Test
    void findsRoundsByNameStateAndPairing() {
        RoundCast round = RoundCast.open(1, 1);
        String name = Person.ADMIN.api().get(round.api("")).path("name");
        admin.get("/rounds?status=open&pairing=model-vs-model&text=" + name.substring(5))
                .then()
                .body(containsString(round.id()));
        admin.get("/rounds?status=closed&text=" + name.substring(5))
                .then()
                .body(containsString("No round fits"))
                .body(not(containsString(round.id())));
        Person.ADMIN
                .api()
                .get("/api/rounds?status=over")
                .then()
                .statusCode(400)
                .body("detail", containsString("open, paused, settled, closed"));
    }

    private static void awaitPairs(RoundCast round, int pairs) {
        java.time.Instant end = java.time.Instant.now().plusSeconds(30);
        int seen = 0;
        while (seen != pairs) {
            assertThat(java.time.Instant.now()).as("%d pairs", seen).isBefore(end);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            seen = Person.ADMIN.api().get(round.api("")).path("pairs");
        }
    }

    static Response post(String path, @org.jspecify.annotations.Nullable Object body) {
        var call = Person.ADMIN.api().contentType("application/json");
        return body == null ? call.post(path) : call.body(body).post(path);
    }

    static Map<String, String> form(String name, Poems.Duel duel) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "question",
                "Which?",
                "guidelines",
                "",
                "pairing",
                "model-vs-model",
                "one",
                duel.one(),
                "other",
                duel.other(),
                "pairs",
                "10",
                "votesPerPair",
                "3"));
    }
}
