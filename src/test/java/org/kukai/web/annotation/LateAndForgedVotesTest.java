package org.kukai.web.annotation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.kukai.web.annotation.VotePageTest.assignment;
import static org.kukai.web.annotation.VotePageTest.begun;
import static org.kukai.web.annotation.VotePageTest.htmx;

/** Votes that come too late, from elsewhere, from two tabs at once, or from people with names that few programs expect. */
@QuarkusTest
class LateAndForgedVotesTest {
    @Test
    void knowsNoAssignmentThatIsMadeUpOrOfAnotherRound() {
        RoundCast round = RoundCast.open(1, 2);
        RoundCast another = RoundCast.open(1, 2);
        PageSession rater = begun(round);
        String shown = assignment(rater.get(round.path("/vote")));
        rater.post(round.path("/votes"), Map.of("assignment", UUID.randomUUID().toString(), "choice", "left"))
                .then()
                .statusCode(404);
        rater.post(another.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .then()
                .statusCode(404);
        Person ann = Person.newRater();
        ann.api().get(round.api("/next")).then().statusCode(200);
        vote(ann, round, UUID.randomUUID().toString()).then().statusCode(404);
        vote(ann, round, shown).then().statusCode(404);
        assertThat(votes(round) + votes(another)).isZero();
    }

    @Test
    void takesNoFormWithTheTokenOfAnotherSession() {
        RoundCast round = RoundCast.open(1, 2);
        PageSession rater = begun(round);
        String shown = assignment(rater.get(round.path("/vote")));
        String token = begun(round).csrfToken();
        rater.request()
                .contentType(ContentType.URLENC)
                .formParam("csrf-token", token)
                .formParam("assignment", shown)
                .formParam("choice", "left")
                .post(round.path("/votes"))
                .then()
                .statusCode(400);
        assertThat(votes(round)).isZero();
    }

    @Test
    void saysThatAVoteAfterTheLeaseWasNotCountedWhenAnotherHasThePair() {
        RoundCast round = RoundCast.open(1, 1);
        PageSession late = begun(round);
        String shown = assignment(late.get(round.path("/vote")));
        Person script = Person.newRater();
        script.api().get(round.api("/next")).then().statusCode(204);
        expire(round);
        PageSession other = begun(round);
        String others = assignment(other.get(round.path("/vote")));
        other.post(round.path("/votes"), Map.of("assignment", others, "choice", "right"))
                .then()
                .statusCode(303);
        late.post(round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .then()
                .statusCode(303);
        late.get(round.path("/vote")).then().body(containsString("not counted"));
        htmx(late, round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .then()
                .statusCode(200)
                .body(containsString("not counted"));
        assertThat(votes(round)).isOne();
    }

    @Test
    void takesAVoteAfterTheLeaseWhileThePairWantsOne() {
        RoundCast round = RoundCast.open(1, 2);
        Person ann = Person.newRater();
        String shown = ann.api().get(round.api("/next")).path("assignment");
        expire(round);
        Person.newRater().api().get(round.api("/next")).then().statusCode(200);
        vote(ann, round, shown).then().statusCode(201).body("receipt", equalTo("new"));
        assertThat(votes(round)).isOne();
    }

    @Test
    void takesNothingByTheApiFromARaterWhoIsDisabledInMidVote() {
        RoundCast round = RoundCast.open(1, 1);
        Person ann = Person.newRater();
        String shown = ann.api().get(round.api("/next")).path("assignment");
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/accounts/" + ann.id() + "/disablement")
                .then()
                .statusCode(200);
        vote(ann, round, shown).then().statusCode(401);
        assertThat(votes(round)).isZero();
    }

    @Test
    void countsOneVoteOfTwoTabsThatAnswerAtTheSameTime() throws Exception {
        RoundCast round = RoundCast.open(6, 1);
        Person ann = Person.newRater();
        PageSession one = PageSession.as(ann);
        one.post(round.path("/participation")).then().statusCode(303);
        PageSession other = PageSession.as(ann);
        try (ExecutorService tabs = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 6; i++) {
                String shown = assignment(one.get(round.path("/vote")));
                assertThat(assignment(other.get(round.path("/vote")))).isEqualTo(shown);
                Future<Integer> left = tabs.submit(() -> answer(one, round, shown, "left"));
                Future<Integer> right = tabs.submit(() -> answer(other, round, shown, "right"));
                assertThat(left.get()).isEqualTo(200);
                assertThat(right.get()).isEqualTo(200);
                assertThat(votes(round)).isEqualTo(i + 1);
            }
        }
        Person.ADMIN
                .api()
                .get(round.api(""))
                .then()
                .body("votes", equalTo(6))
                .body("settled", equalTo(6))
                .body("status", equalTo("settled"));
    }

    @Test
    void changesAVoteFromTheHistoryWithinTheWindowAndNotLater() {
        RoundCast round = RoundCast.open(2, 1);
        PageSession rater = begun(round);
        String shown = assignment(rater.get(round.path("/vote")));
        rater.post(round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .then()
                .statusCode(303);
        Map<String, String> other = Map.of("assignment", shown, "choice", "right", "from", "history");
        rater.get(round.path("/history")).then().body(containsString("aria-label=\"Another choice\""));
        rater.post(round.path("/votes"), other).then().statusCode(303).header("Location", endsWith("/history"));
        rater.get(round.path("/history")).then().body(containsString(">right</span>"));
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update vote set cast_at = cast_at - interval '11 minutes'"
                                + " where round_id = cast(?1 as uuid)")
                        .setParameter(1, round.id())
                        .executeUpdate());
        rater.get(round.path("/history")).then().body(not(containsString("aria-label=\"Another choice\"")));
        rater.post(round.path("/votes"), Map.of("assignment", shown, "choice", "left", "from", "history"))
                .then()
                .statusCode(303);
        rater.get(round.path("/history"))
                .then()
                .body(containsString("older than 10 minutes"))
                .body(containsString(">right</span>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"🌸🍵", "سلمى", "עדי ♥", "علی\u200Cرضا", "👩\u200D🌾 奥の細道", "Zo\u0308e Ñandú"})
    void takesNamesOfEveryScriptAndShowsThemAsTheyAre(String name) {
        RoundCast round = RoundCast.open(1, 1);
        String called = name + " " + UUID.randomUUID().toString().substring(0, 8);
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("name", called, "password", "a pond, a frog, a sound", "role", "rater"))
                .post("/api/accounts")
                .then()
                .statusCode(201);
        String basic = Base64.getEncoder()
                .encodeToString((called + ":a pond, a frog, a sound").getBytes(StandardCharsets.UTF_8));
        RequestSpecification rater =
                given().header("Authorization", "Basic " + basic).contentType(ContentType.JSON);
        Response shown = rater.get(round.api("/next"));
        assertThat(shown.statusCode()).as(shown.asString()).isEqualTo(200);
        given().spec(rater)
                .body(Map.of("assignment", shown.path("assignment"), "choice", "left"))
                .post(round.api("/votes"))
                .then()
                .statusCode(201);
        String kept = java.text.Normalizer.normalize(called, java.text.Normalizer.Form.NFC);
        PageSession admin = PageSession.asAdmin();
        for (String page : new String[] {"", "/quality", "/votes/export?format=csv&names=true"}) {
            admin.get(round.path(page)).then().statusCode(200).body(containsString(kept));
        }
        PageSession.as(new Person(called, "a pond, a frog, a sound"))
                .get("/rounds")
                .then()
                .statusCode(200)
                .body(containsString(kept));
    }

    private static int answer(PageSession tab, RoundCast round, String shown, String choice) {
        return htmx(tab, round.path("/votes"), Map.of("assignment", shown, "choice", choice))
                .statusCode();
    }

    private static Response vote(Person rater, RoundCast round, String assignment) {
        return rater.api()
                .contentType(ContentType.JSON)
                .body(Map.of("assignment", assignment, "choice", "left"))
                .post(round.api("/votes"));
    }

    /** Ends the leases of all who look at a pair of the round. */
    private static void expire(RoundCast round) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update assignment set leased_until = now() - interval '1 minute'"
                                + " where state = 'HELD' and round_id = cast(?1 as uuid)")
                        .setParameter(1, round.id())
                        .executeUpdate());
    }

    private static long votes(RoundCast round) {
        return VotingBrowser.number("select count(*) from vote where round_id = cast(?1 as uuid)", round);
    }
}
