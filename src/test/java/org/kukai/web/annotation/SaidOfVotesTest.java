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
                .body(containsString("Saved: left."));
        htmx(other, round.path("/votes"), Map.of("assignment", shown, "choice", "right"))
                .then()
                .body(containsString("Changed to: right. Your earlier vote on that pair was: left."))
                .body(not(containsString("Saved")));
        htmx(other, round.path("/votes"), Map.of("assignment", shown, "choice", "right"))
                .then()
                .body(containsString("Saved: right."));
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
