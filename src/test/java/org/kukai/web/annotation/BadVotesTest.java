package org.kukai.web.annotation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What raters send that makes no sense, comes twice or too late; and what they may add to a vote. */
@QuarkusTest
class BadVotesTest {
    private static final String FLOWERS = "🌸";

    @Test
    void keepsStrengthReasonsAndCommentAndTellsThemToTheirRaterAlone() {
        RoundCast round = RoundCast.open(2, 2);
        BriefingPageTest.brief(round, "/tags", Map.of("tags", List.of("image", "sound")));
        Person ann = Person.newRater();
        String shown = next(ann, round);
        String words = FLOWERS.repeat(2000);
        vote(
                        ann,
                        round,
                        Map.of(
                                "assignment",
                                shown,
                                "choice",
                                "left",
                                "strength",
                                "clear",
                                "reasons",
                                List.of("sound"),
                                "comment",
                                words,
                                "millis",
                                1500))
                .statusCode(201)
                .body("receipt", equalTo("new"));
        vote(ann, round, Map.of("assignment", shown, "choice", "left"))
                .statusCode(200)
                .body("receipt", equalTo("same"));
        own(ann, round)
                .body("items", hasSize(1))
                .body("items[0].strength", equalTo("clear"))
                .body("items[0].reasons", contains("sound"))
                .body("items[0].comment", equalTo(words))
                .body("items[0].changeable", equalTo(true));
        own(Person.newRater(), round).body("items", hasSize(0));
        vote(ann, round, Map.of("assignment", shown, "choice", "tie"))
                .statusCode(200)
                .body("receipt", equalTo("replaced"));
        own(ann, round).body("items[0].comment", equalTo("")).body("items[0].reasons", hasSize(0));
    }

    @Test
    void refusesWhatCannotBeAddedToAVoteAndStoresNothing() {
        RoundCast round = RoundCast.open(1, 1);
        BriefingPageTest.brief(round, "/tags", Map.of("tags", List.of("image")));
        Person ann = Person.newRater();
        String shown = next(ann, round);
        refused(
                ann,
                round,
                shown,
                Map.of("comment", "x".repeat(10_000)),
                "at most 2,000 characters; this one has 10000");
        refused(ann, round, shown, Map.of("reasons", List.of("smell")), "no reason that this round offers");
        refused(ann, round, shown, Map.of("strength", "very"), "There is no strength");
        refused(ann, round, shown, Map.of("choice", "tie", "strength", "clear"), "Only a vote for one of the two");
        refused(ann, round, shown, Map.of("comment", "a\0b"), "no zero character");
        assertThat(votes(round)).isZero();
        PageSession page = PageSession.as(ann);
        page.post(round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .then()
                .statusCode(303);
        page.post(round.path("/remarks"), Map.of("vote", shown, "comment", "x".repeat(10_000)))
                .then()
                .statusCode(400);
        page.post(round.path("/remarks"), Map.of("vote", UUID.randomUUID().toString(), "comment", "x"))
                .then()
                .statusCode(404);
        page.post(round.path("/remarks"), Map.of("vote", shown, "comment", "مرحبا " + FLOWERS, "reason", "image"))
                .then()
                .statusCode(303);
        page.get(round.path("/history"))
                .then()
                .statusCode(200)
                .body(containsString("مرحبا " + FLOWERS))
                .body(containsString("value=\"image\" checked"));
    }

    @Test
    void countsAFormThatIsSentAgainOnceAndAnotherChoiceFromTheOtherTabInsteadOfIt() {
        RoundCast round = RoundCast.open(2, 1);
        PageSession one = PageSession.asNewRater();
        one.post(round.path("/participation")).then().statusCode(303);
        String shown = assignment(one.get(round.path("/vote")));
        assertThat(assignment(one.get(round.path("/vote")))).isEqualTo(shown);
        for (int i = 0; i < 3; i++) {
            one.post(round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                    .then()
                    .statusCode(303);
        }
        one.post(round.path("/votes"), Map.of("assignment", shown, "choice", "right"))
                .then()
                .statusCode(303);
        assertThat(votes(round)).isOne();
        one.get(round.path("/history")).then().body(containsString(">right</span>"));
    }

    @Test
    void takesNothingFromARaterWhoIsDisabledInMidVote() {
        RoundCast round = RoundCast.open(1, 1);
        Person ann = Person.newRater();
        PageSession page = PageSession.as(ann);
        page.post(round.path("/participation")).then().statusCode(303);
        String shown = assignment(page.get(round.path("/vote")));
        String token = page.csrfToken();
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/accounts/" + ann.id() + "/disablement")
                .then()
                .statusCode(200);
        page.request()
                .header("HX-Request", "true")
                .contentType(ContentType.URLENC)
                .formParam("csrf-token", token)
                .formParam("assignment", shown)
                .formParam("choice", "left")
                .post(round.path("/votes"))
                .then()
                .statusCode(401);
        assertThat(votes(round)).isZero();
    }

    @Test
    void takesNoRemarksOnAClosedRound() {
        RoundCast round = RoundCast.open(1, 1);
        Person ann = Person.newRater();
        String shown = next(ann, round);
        vote(ann, round, Map.of("assignment", shown, "choice", "left")).statusCode(201);
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .post(round.api("/closure"))
                .then()
                .statusCode(200);
        vote(ann, round, Map.of("assignment", shown, "choice", "left", "comment", "late"))
                .statusCode(409)
                .body("detail", containsString("takes no more votes"));
        own(ann, round).body("items[0].changeable", equalTo(false));
    }

    @Test
    void flagsAPoemOfAPairThatWasShownAndTakesItBack() {
        RoundCast round = RoundCast.open(1, 1);
        Person ann = Person.newRater();
        String shown = next(ann, round);
        flag(ann, round, Map.of("assignment", shown, "side", "left", "kind", "copied", "note", "Bashō, 1686"))
                .statusCode(201);
        flag(ann, round, Map.of("assignment", shown, "side", "left", "kind", "copied"))
                .statusCode(201);
        flag(ann, round, Map.of("assignment", shown, "side", "up", "kind", "copied"))
                .statusCode(400)
                .body("detail", equalTo("Say which of the two poems: left or right, not “up”."));
        flag(ann, round, Map.of("assignment", shown, "side", "left", "kind", "dull"))
                .statusCode(400);
        flag(ann, round, Map.of("assignment", shown, "side", "left", "kind", "copied", "note", "x".repeat(501)))
                .statusCode(400);
        flag(Person.newRater(), round, Map.of("assignment", shown, "side", "left", "kind", "copied"))
                .statusCode(404);
        Response flags = ann.api().get(round.api("/flags"));
        flags.then().body("", hasSize(1)).body("[0].kind", equalTo("copied"));
        assertThat(flags.asString()).doesNotContain(round.secrets());
        String id = flags.path("[0].id");
        Person.newRater().api().delete(round.api("/flags/" + id)).then().statusCode(404);
        ann.api().delete(round.api("/flags/" + id)).then().statusCode(204);
        ann.api().get(round.api("/flags")).then().body("", hasSize(0));
        flag(ann, round, Map.of("assignment", shown, "side", "left", "kind", "copied"))
                .statusCode(201);
        ann.api().get(round.api("/flags")).then().body("", hasSize(1));
    }

    private static void refused(Person rater, RoundCast round, String shown, Map<String, ?> added, String why) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("assignment", shown, "choice", "left"));
        body.putAll(added);
        vote(rater, round, body).statusCode(400).body("detail", containsString(why));
    }

    private static String next(Person rater, RoundCast round) {
        return rater.api()
                .get(round.api("/next"))
                .then()
                .statusCode(200)
                .extract()
                .path("assignment");
    }

    private static ValidatableResponse vote(Person rater, RoundCast round, Map<String, ?> body) {
        return rater.api()
                .contentType(ContentType.JSON)
                .body(body)
                .post(round.api("/votes"))
                .then();
    }

    private static ValidatableResponse own(Person rater, RoundCast round) {
        return rater.api().get(round.api("/votes/own")).then().statusCode(200);
    }

    private static ValidatableResponse flag(Person rater, RoundCast round, Map<String, ?> body) {
        return rater.api()
                .contentType(ContentType.JSON)
                .body(body)
                .post(round.api("/flags"))
                .then();
    }

    private static String assignment(Response page) {
        return page.htmlPath().getString("**.find { it.@name == 'assignment' }.@value");
    }

    private static long votes(RoundCast round) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Panache.getEntityManager()
                                .createNativeQuery("select count(*) from vote where round_id = cast(?1 as uuid)")
                                .setParameter(1, round.id())
                                .getSingleResult())
                        .longValue());
    }
}
