package org.kukai.web.annotation;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.kukai.web.annotation.VotePageTest.assignment;
import static org.kukai.web.annotation.VotePageTest.begun;
import static org.kukai.web.annotation.VotePageTest.htmx;

/** What people are told who come to a round, or are in it, when it takes no votes. */
@QuarkusTest
class NothingToVoteOnTest {
    @ParameterizedTest
    @CsvSource({"closure, This round is closed", "pause, paused just now"})
    void tellsANewcomerAtOnceThatARoundIsClosedOrPaused(String act, String told) {
        RoundCast round = RoundCast.open(2, 1);
        RoundCast other = RoundCast.open(2, 1);
        change(round, act);
        PageSession.asNewRater()
                .get(round.path("/vote"))
                .then()
                .statusCode(200)
                .body(containsString(told))
                .body(containsString(other.path("/vote")))
                .body(not(containsString("Your progress")))
                .body(not(containsString("You have voted on")))
                .body(not(containsString("you go on where you were")));
    }

    @Test
    void tellsANewcomerAtOnceThatARoundHasAllItsVotes() {
        RoundCast round = RoundCast.open(1, 1);
        PageSession first = begun(round);
        VotePageTest.vote(first, round, "left").then().statusCode(303);
        first.get(round.path("/vote"))
                .then()
                .body(containsString("has all its votes now. You have voted on <strong>1"));
        PageSession late = PageSession.asNewRater();
        late.get(round.path("/vote"))
                .then()
                .statusCode(200)
                .body(containsString("This round has all its votes"))
                .body(containsString("Thank you for coming"))
                .body(not(containsString("look in again")));
    }

    @Test
    void letsWhoHoldsAPairOfAPausedRoundReadChangedGuidelinesAndAnswer() {
        RoundCast round = RoundCast.open(2, 1);
        PageSession rater = begun(round);
        String shown = assignment(rater.get(round.path("/vote")));
        BriefingPageTest.brief(round, "/guidelines", Map.of("text", "Read them aloud."));
        change(round, "pause");
        rater.get(round.path("/vote")).then().statusCode(303);
        rater.post(round.path("/participation")).then().statusCode(303);
        assertThat(assignment(rater.get(round.path("/vote")))).isEqualTo(shown);
    }

    @Test
    void tellsOnceThatAVoteWasNotCountedAndNoFullProgressWhenTheRoundIsClosedUnderARater() {
        RoundCast round = RoundCast.open(30, 1);
        PageSession rater = begun(round);
        VotePageTest.vote(rater, round, "left").then().statusCode(303);
        String shown = assignment(rater.get(round.path("/vote")));
        change(round, "pause");
        rater.get(round.path("/vote"));
        change(round, "closure");
        String told = htmx(rater, round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .asString();
        assertThat(told).containsOnlyOnce("takes no more votes: what you have just sent was not counted");
        assertThat(told).contains("Thank you for the <strong>1</strong>").doesNotContain("<progress");
    }

    @Test
    void showsHowMuchOfAPausedRoundIsDone() {
        RoundCast round = RoundCast.open(30, 1);
        PageSession rater = begun(round);
        VotePageTest.vote(rater, round, "left").then().statusCode(303);
        change(round, "pause");
        rater.get(round.path("/vote")).then().body(containsString("<progress max=\"30\" value=\"1\">"));
    }

    @Test
    void promisesNoOtherPairToWhoComesTooLate() {
        RoundCast round = RoundCast.open(1, 1);
        PageSession late = begun(round);
        String shown = assignment(late.get(round.path("/vote")));
        VotingBrowser.change(
                "update assignment set leased_until = now() - interval '1 minute' where round_id = cast(?1 as uuid)",
                round);
        VotePageTest.vote(begun(round), round, "right").then().statusCode(303);
        htmx(late, round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .then()
                .body(containsString("Your vote on it was not counted."))
                .body(not(containsString("here is another pair")));
    }

    private static void change(RoundCast round, String act) {
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .post(round.api("/" + act))
                .then()
                .statusCode(200);
    }
}
