package org.kukai.web.annotation;

import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class VotePageTest {
    @Test
    void leadsANewcomerThroughTheGuidelinesToTheVote() {
        RoundCast round = RoundCast.open(2, 1);
        PageSession rater = PageSession.asNewRater();
        rater.get("/rounds").then().statusCode(200).body(containsString(round.path("/vote")));
        rater.get(round.path("")).then().statusCode(303).header("Location", endsWith("/vote"));
        rater.get(round.path("/vote")).then().statusCode(303).header("Location", endsWith("/guidelines"));
        rater.get(round.path("/guidelines"))
                .then()
                .statusCode(200)
                .body(containsString("<strong>both</strong>"))
                .body(containsString("&lt;script&gt;alert(1)"))
                .body(not(containsString("<script>alert")))
                .body(not(containsString("javascript:")));
        rater.post(round.path("/participation")).then().statusCode(303).header("Location", endsWith("/practice"));
        rater.get(round.path("/practice"))
                .then()
                .statusCode(200)
                .body(containsString("It is not counted"))
                .body(containsString("Which haiku do you prefer?"));
        rater.post(round.path("/practice"), Map.of("choice", "left"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/practice?chose=left"));
        rater.get(round.path("/practice?chose=left")).then().statusCode(200).body(containsString("So would most"));
        rater.get(round.path("/practice?chose=tie")).then().body(containsString("Most would choose otherwise"));
        assertThat(assignment(rater.get(round.path("/vote")))).isNotBlank();
        rater.get(round.path("/vote")).then().body(containsString("0</data> votes given"));
        rater.post(round.path("/participation")).then().statusCode(303).header("Location", endsWith("/vote"));
    }

    @Test
    void fetchesOnePairAheadAndNoMore() {
        RoundCast round = RoundCast.open(4, 1);
        PageSession rater = begun(round);
        String first = assignment(rater.get(round.path("/vote")));
        String second = assignment(rater.get(round.path("/vote/ahead?shown=" + first)));
        assertThat(second).isNotBlank().isNotEqualTo(first);
        assertThat(assignment(rater.get(round.path("/vote/ahead?shown=" + first))))
                .isEqualTo(second);
        assertThat(assignment(rater.get(round.path("/vote")))).isEqualTo(first);
        Response step =
                htmx(rater, round.path("/votes"), Map.of("assignment", first, "choice", "left", "shown", second));
        String third = assignment(step);
        assertThat(third).isNotBlank().isNotEqualTo(first).isNotEqualTo(second);
        assertThat(assignment(rater.get(round.path("/vote")))).isEqualTo(second);
        assertThat(assignment(rater.get(round.path("/vote/ahead?shown=" + second))))
                .isEqualTo(third);
        assertThat(assignment(rater.get(round.path("/vote/ahead?shown=" + third))))
                .isEqualTo(second);
        rater.get(round.path("/vote/ahead?shown=nonsense")).then().statusCode(404);
    }

    @Test
    void takesVotesByFormAndSaysThankYouAtTheEnd() {
        RoundCast round = RoundCast.open(2, 1);
        PageSession rater = begun(round);
        for (String choice : new String[] {"left", "neither"}) {
            vote(rater, round, choice).then().statusCode(303).header("Location", endsWith("/vote"));
            rater.get(round.path("/vote"));
        }
        rater.get(round.path("/vote"))
                .then()
                .statusCode(200)
                .body(containsString("Thank you"))
                .body(containsString("<strong>2</strong>"));
        rater.post(round.path("/withdrawal")).then().statusCode(303);
        assertThat(assignment(rater.get(round.path("/vote")))).isNotBlank();
    }

    @Test
    void answersHtmxWithTheNextBallotAlone() {
        RoundCast round = RoundCast.open(2, 1);
        PageSession rater = begun(round);
        String first = assignment(rater.get(round.path("/vote")));
        Response next = htmx(rater, round.path("/votes"), Map.of("assignment", first, "choice", "tie"));
        next.then().statusCode(200).body(not(containsString("<html"))).body(containsString("Saved: both alike."));
        assertThat(assignment(next)).isNotBlank().isNotEqualTo(first);
        Response undone = htmx(rater, round.path("/withdrawal"), Map.of());
        assertThat(assignment(undone)).isEqualTo(first);
    }

    @Test
    void saysHowManyPairsAreLeftAfterVotesAreUndone() {
        RoundCast round = RoundCast.open(6, 1);
        PageSession rater = begun(round);
        for (int i = 0; i < 5; i++) {
            vote(rater, round, "left").then().statusCode(303);
        }
        htmx(rater, round.path("/withdrawal"), Map.of()).then().body(containsString("· 2 to go"));
        htmx(rater, round.path("/withdrawal"), Map.of()).then().body(containsString("· 3 to go"));
        rater.get(round.path("/vote")).then().body(containsString("3</data> votes given<span id=\"to-go\"> · 3 to go"));
    }

    @Test
    void tellsRatersNeitherModelsNorScoresNorIdentifiers() {
        RoundCast round = RoundCast.open(3, 2);
        PageSession rater = begun(round);
        StringBuilder seen = new StringBuilder(rater.get("/rounds").asString());
        seen.append(rater.get(round.path("/guidelines")).asString());
        for (int i = 0; i < 4; i++) {
            Response page = rater.get(round.path("/vote"));
            seen.append(page.getHeaders()).append(page.asString());
            if (i < 3) {
                seen.append(htmx(
                                rater,
                                round.path("/votes"),
                                Map.of("assignment", assignment(page), "choice", i == 0 ? "skip" : "left"))
                        .asString());
            }
        }
        seen.append(rater.get(round.path("/practice")).asString());
        seen.append(rater.get(round.path("/history")).asString());
        PageSession other = begun(round);
        String ahead = assignment(other.get(round.path("/vote")));
        Response step = other.get(round.path("/vote/ahead?shown=" + ahead));
        seen.append(step.getHeaders()).append(step.asString());
        Person scripted = Person.newRater();
        seen.append(scripted.api().get(round.api("/guidelines")).asString());
        seen.append(scripted.api().get(round.api("/votes/own")).asString());
        seen.append(scripted.api().get(round.api("/next")).asString());
        seen.append(scripted.api().get("/api/rounds").asString());
        assertThat(seen.toString()).doesNotContain(round.secrets()).doesNotContainIgnoringCase("score");
        assertThat(seen.toString()).contains("frog jumps");
    }

    @Test
    void saysSoWhenTheRoundIsClosed() {
        RoundCast round = RoundCast.open(1, 1);
        PageSession rater = begun(round);
        String shown = assignment(rater.get(round.path("/vote")));
        Person.ADMIN
                .api()
                .contentType("application/json")
                .post(round.api("/closure"))
                .then()
                .statusCode(200);
        htmx(rater, round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .then()
                .statusCode(200)
                .body(containsString("takes no more votes"));
        rater.get(round.path("/vote")).then().body(containsString("This round is closed"));
    }

    @Test
    void refusesStrangersForgedAssignmentsAndFormsWithoutTheirToken() {
        RoundCast round = RoundCast.open(1, 2);
        PageSession.ofStranger().get(round.path("/vote")).then().statusCode(302);
        PageSession rater = begun(round);
        String shown = assignment(rater.get(round.path("/vote")));
        PageSession other = begun(round);
        other.post(round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .then()
                .statusCode(404);
        other.post(round.path("/votes"), Map.of("assignment", "x", "choice", "left"))
                .then()
                .statusCode(404);
        other.post(round.path("/votes"), Map.of("assignment", shown, "choice", "up"))
                .then()
                .statusCode(400)
                .body(containsString("There is no choice"));
        rater.request()
                .contentType("application/x-www-form-urlencoded")
                .formParam("assignment", shown)
                .formParam("choice", "left")
                .post(round.path("/votes"))
                .then()
                .statusCode(400)
                .body(containsString("CSRF"));
        rater.get("/rounds/" + UUID.randomUUID() + "/vote").then().statusCode(404);
        rater.get("/rounds/new").then().statusCode(403);
        rater.post(round.path("/closure")).then().statusCode(403);
    }

    @Test
    void showsTheLastPageOfOwnVotesWhereThereIsNoSuchPage() {
        RoundCast round = RoundCast.open(2, 1);
        PageSession rater = begun(round);
        rater.get(round.path("/history?page=999")).then().body(containsString("You have not voted in this round yet"));
        vote(rater, round, "left").then().statusCode(303);
        rater.get(round.path("/history?page=999"))
                .then()
                .statusCode(200)
                .body(containsString("The first poem"))
                .body(not(containsString("You have not voted in this round yet")));
    }

    static PageSession begun(RoundCast round) {
        PageSession rater = PageSession.asNewRater();
        rater.post(round.path("/participation")).then().statusCode(303);
        rater.post(round.path("/practice"), Map.of("choice", "skip")).then().statusCode(303);
        return rater;
    }

    static Response vote(PageSession rater, RoundCast round, String choice) {
        String shown = assignment(rater.get(round.path("/vote")));
        return rater.post(round.path("/votes"), Map.of("assignment", shown, "choice", choice));
    }

    static Response htmx(PageSession rater, String path, Map<String, String> form) {
        String token = rater.csrfToken();
        return rater.request()
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded")
                .formParam("csrf-token", token)
                .formParams(form)
                .post(path);
    }

    static String assignment(Response page) {
        return page.htmlPath().getString("**.find { it.@name == 'assignment' }.@value");
    }
}
