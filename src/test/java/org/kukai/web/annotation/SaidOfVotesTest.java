package org.kukai.web.annotation;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.kukai.web.annotation.VotePageTest.assignment;
import static org.kukai.web.annotation.VotePageTest.htmx;

/** What a rater is told of a vote: what it is called, whether it is new, and what it has replaced. */
@QuarkusTest
class SaidOfVotesTest {
    private static final String SAVED = "Saved: ";
    private static final String LEFT = "<span class=\"beside\">left</span><span class=\"stacked\">upper</span>";
    private static final String RIGHT = "<span class=\"beside\">right</span><span class=\"stacked\">lower</span>";

    @Test
    void callsEveryAnswerAsItsButtonDoesOnEveryPage() {
        RoundCast round = RoundCast.open(2, 1);
        PageSession rater = begun(Person.newRater(), round);
        rater.get(round.path("/vote")).then().body(containsString(">Both alike<"));
        VotePageTest.vote(rater, round, "tie").then().statusCode(303);
        rater.get(round.path("/vote")).then().body(containsString("Saved: both alike."));
        rater.get(round.path("/history"))
                .then()
                .body(containsString("<span class=\"badge\">both alike</span>"))
                .body(containsString(">Both alike</button>"));
        PageSession.asAdmin().get("/rounds/new").then().body(containsString("**Both alike**"));
    }

    @Test
    void tellsWhenAVoteWasGivenInWordsThatPeopleRead() {
        RoundCast round = RoundCast.open(1, 1);
        PageSession rater = begun(Person.newRater(), round);
        VotePageTest.vote(rater, round, "left").then().statusCode(303);
        assertThat(rater.get(round.path("/history")).asString())
                .containsPattern(
                        "<time datetime=\"[0-9-]+T[0-9:.]+Z\">[0-9]{1,2} [A-Z][a-z]{2} 20[0-9]{2}, [0-9]{2}:[0-9]{2} UTC</time>");
    }

    @Test
    void offersToUndoAVoteAsLongAsThatCanBeDone() {
        RoundCast round = RoundCast.open(3, 1);
        PageSession rater = begun(Person.newRater(), round);
        String hidden = "class=\"undo\" hidden";
        rater.get(round.path("/vote")).then().body(containsString(hidden));
        VotePageTest.vote(rater, round, "left").then().statusCode(303);
        rater.get(round.path("/vote")).then().body(not(containsString(hidden)));
        VotingBrowser.change(
                "update vote set cast_at = cast_at - interval '11 minutes' where round_id = cast(?1 as uuid)", round);
        rater.get(round.path("/vote")).then().statusCode(200).body(containsString(hidden));
        VotePageTest.vote(rater, round, "left").then().statusCode(303);
        rater.get(round.path("/vote")).then().body(not(containsString(hidden)));
    }

    @Test
    void saysThatAnEarlierVoteWasChangedWhenAnotherTabVotesOnTheSamePair() {
        RoundCast round = RoundCast.open(3, 1);
        Person ann = Person.newRater();
        PageSession one = begun(ann, round);
        PageSession other = PageSession.as(ann);
        String shown = assignment(one.get(round.path("/vote")));
        assertThat(assignment(other.get(round.path("/vote")))).isEqualTo(shown);
        htmx(one, round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .then()
                .body(containsString(SAVED + LEFT));
        htmx(other, round.path("/votes"), Map.of("assignment", shown, "choice", "right"))
                .then()
                .body(containsString("Changed to: " + RIGHT + ". Your earlier vote on that pair was: " + LEFT))
                .body(not(containsString(SAVED)));
        htmx(other, round.path("/votes"), Map.of("assignment", shown, "choice", "right"))
                .then()
                .body(containsString(SAVED + RIGHT));
        one.post(round.path("/votes"), Map.of("assignment", shown, "choice", "neither"));
        one.get(round.path("/vote")).then().body(containsString("Changed to: neither. Your earlier vote"));
    }

    private static PageSession begun(Person person, RoundCast round) {
        PageSession rater = PageSession.as(person);
        rater.post(round.path("/participation")).then().statusCode(303);
        rater.post(round.path("/practice"), Map.of("choice", "skip")).then().statusCode(303);
        return rater;
    }
}
