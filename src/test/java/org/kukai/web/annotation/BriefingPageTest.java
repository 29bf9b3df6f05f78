package org.kukai.web.annotation;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.kukai.web.annotation.VotePageTest.assignment;
import static org.kukai.web.annotation.VotePageTest.begun;
import static org.kukai.web.annotation.VotePageTest.htmx;
import static org.kukai.web.annotation.VotePageTest.vote;

@QuarkusTest
class BriefingPageTest {
    @Test
    void showsChangedGuidelinesBeforeTheNextVoteAndKeepsTheVotes() {
        RoundCast round = RoundCast.open(3, 1);
        PageSession rater = begun(round);
        vote(rater, round, "left").then().statusCode(303);
        PageSession admin = PageSession.asAdmin();
        admin.post(round.path("/briefing/guidelines"), Map.of("text", "Read them *aloud*."))
                .then()
                .statusCode(303);
        admin.get(round.path("/briefing")).then().statusCode(200).body(containsString("This is version 2."));
        rater.get(round.path("/vote")).then().statusCode(303).header("Location", endsWith("/guidelines"));
        rater.get(round.path("/guidelines"))
                .then()
                .body(containsString("have changed"))
                .body(containsString("<em>aloud</em>"));
        rater.post(round.path("/participation"), Map.of("version", "1")).then().statusCode(303);
        rater.get(round.path("/vote")).then().statusCode(303);
        rater.post(round.path("/participation"), Map.of("version", "2")).then().statusCode(303);
        rater.get(round.path("/vote")).then().statusCode(200).body(containsString("1</data> vote given"));
    }

    @Test
    void tellsWhoeverVotesThatTheGuidelinesHaveChanged() {
        RoundCast round = RoundCast.open(3, 1);
        PageSession rater = begun(round);
        String shown = assignment(rater.get(round.path("/vote")));
        PageSession.asAdmin()
                .post(round.path("/briefing/guidelines"), Map.of("text", "Otherwise."))
                .then()
                .statusCode(303);
        htmx(rater, round.path("/votes"), Map.of("assignment", shown, "choice", "left"))
                .then()
                .statusCode(200)
                .body(containsString("Saved: <span class=\"beside\">left"))
                .body(containsString("data-unread=\"" + round.path("/guidelines")));
    }

    @Test
    void handsTheGuidelinesToAScriptWithThePairAndAgainWhenTheyHaveChanged() {
        RoundCast round = RoundCast.open(3, 1);
        Person ann = Person.newRater();
        ann.api().get(round.api("/guidelines")).then().body("read", equalTo(false));
        ann.api()
                .get(round.api("/next"))
                .then()
                .statusCode(200)
                .body("guidelines.version", equalTo(1))
                .body("guidelines.text", containsString("Read **both**."));
        ann.api().get(round.api("/guidelines")).then().body("read", equalTo(true));
        ann.api().get(round.api("/next")).then().body("$", not(hasKey("guidelines")));
        PageSession.as(ann).get(round.path("/vote")).then().statusCode(200);
        brief(round, "/guidelines", Map.of("text", "Read them aloud.")).statusCode(200);
        PageSession.as(ann).get(round.path("/vote")).then().statusCode(303).header("Location", endsWith("/guidelines"));
        ann.api()
                .get(round.api("/next"))
                .then()
                .body("guidelines.version", equalTo(2))
                .body("guidelines.text", equalTo("Read them aloud."));
        PageSession.as(ann).get(round.path("/vote")).then().statusCode(200);
    }

    @Test
    void givesTheRoundAPracticePairOfItsOwnAndTakesItAway() {
        RoundCast round = RoundCast.open(1, 1);
        PageSession admin = PageSession.asAdmin();
        admin.get(round.path("/briefing")).then().statusCode(200).body(containsString("This is the built-in pair"));
        admin.post(
                        round.path("/briefing/practice"),
                        Map.of(
                                "prompt", "Write a haiku about a heron.",
                                "left", "grey\r\nheron",
                                "right", "one leg in the pond",
                                "better", "right",
                                "reason", "It stands there."))
                .then()
                .statusCode(303);
        PageSession rater = PageSession.asNewRater();
        rater.get(round.path("/practice")).then().body(containsString("one leg in the pond"));
        rater.get(round.path("/practice?chose=right"))
                .then()
                .body(containsString("So would most"))
                .body(containsString("It stands there."));
        admin.post(round.path("/briefing/practice-removal")).then().statusCode(303);
        rater.get(round.path("/practice")).then().body(not(containsString("one leg in the pond")));
    }

    @Test
    void keepsWhatWasTypedIntoABriefingThatIsRefused() {
        RoundCast round = RoundCast.open(1, 1);
        PageSession admin = PageSession.asAdmin();
        String tooLong = "an image that stays with me for very much longer";
        admin.post(round.path("/briefing/tags"), Map.of("tags", "sound\n" + tooLong))
                .then()
                .statusCode(400)
                .body(containsString("A reason has at most 40 characters"))
                .body(containsString("sound\n" + tooLong + "</textarea>"))
                .body(containsString("Read **both**."));
        admin.post(
                        round.path("/briefing/practice"),
                        Map.of("prompt", "Heron", "left", "grey", "right", "", "better", "right", "reason", "So."))
                .then()
                .statusCode(400)
                .body(containsString("The right poem has 1 to 500 characters"))
                .body(containsString("value=\"Heron\""), containsString("This is the built-in pair"));
        admin.post(round.path("/briefing/guidelines"), Map.of("text", "y".repeat(20_001)))
                .then()
                .statusCode(400)
                .body(containsString("y".repeat(20_001) + "</textarea>"));
        admin.get(round.path("/briefing")).then().statusCode(200).body(not(containsString("yyy")));
    }

    @Test
    void refusesABriefingThatMakesNoSense() {
        RoundCast round = RoundCast.open(1, 1);
        brief(round, "/tags", Map.of("tags", List.of("a", "a"))).statusCode(400);
        brief(round, "/tags", Map.of("tags", List.of("x".repeat(41)))).statusCode(400);
        brief(round, "/guidelines", Map.of("text", "x".repeat(20_001))).statusCode(400);
        brief(round, "/practice", Map.of("prompt", "Moss", "left", "a", "right", "", "better", "left", "reason", "b"))
                .statusCode(400);
        brief(round, "/practice", Map.of("prompt", "Moss", "left", "a", "right", "b", "better", "tie", "reason", "b"))
                .statusCode(400);
        brief(round, "/practice", Map.of("prompt", "Moss", "left", "a", "right", "b", "better", "right", "reason", "b"))
                .statusCode(200)
                .body("better", equalTo("right"));
        brief(round, "/guidelines", Map.of("text", "Other")).statusCode(200).body("version", equalTo(2));
        brief(round, "/guidelines", Map.of("text", "Other")).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void clearsTheReasonsByAnEmptyListAndByNothingElse() {
        RoundCast round = RoundCast.open(1, 1);
        brief(round, "/tags", Map.of("tags", List.of("image"))).statusCode(200);
        refuses(round, "/tags", Collections.singletonMap("tags", null))
                .isEqualTo("Give the reasons as a list in the field tags; an empty list takes them all away.");
        refuses(round, "/tags", Map.of()).startsWith("Give the reasons as a list");
        Person.ADMIN.api().get(round.api("/guidelines")).then().body("tags", equalTo(List.of("image")));
        brief(round, "/tags", Map.of("tags", List.of())).statusCode(200).body("tags", equalTo(List.of()));
    }

    @Test
    void saysWhatIsWrongWithABriefing() {
        RoundCast round = RoundCast.open(1, 1);
        refuses(round, "/guidelines", Map.of("text", "x".repeat(20_001)))
                .isEqualTo("The guidelines have at most 20000 characters; these have 20001.");
        refuses(round, "/guidelines", Map.of("text", "a\0b")).startsWith("The guidelines can hold no zero character");
        refuses(round, "/practice", practice("prompt", "a\0")).startsWith("The prompt can hold no zero character");
        refuses(round, "/practice", practice("prompt", ""))
                .isEqualTo("The prompt has 1 to 500 characters; this one has 0.");
        refuses(round, "/practice", practice("better", "up"))
                .isEqualTo("Say which of the two poems: left or right, not “up”.");
        refuses(round, "/practice", practice("better", "tie"))
                .isEqualTo("Say which of the two poems: left or right, not “tie”.");
    }

    private static Map<String, String> practice(String field, String value) {
        Map<String, String> body =
                new HashMap<>(Map.of("prompt", "Moss", "left", "a", "right", "b", "better", "left", "reason", "c"));
        body.put(field, value);
        return body;
    }

    private static AbstractStringAssert<?> refuses(RoundCast round, String what, Map<String, ?> body) {
        return assertThat(brief(round, what, body).statusCode(400).extract().<String>path("detail"));
    }

    static ValidatableResponse brief(RoundCast round, String what, Map<String, ?> body) {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(body)
                .put(round.api(what))
                .then();
    }
}
