package org.kukai.web.annotation;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** What moves on a round's page while an admin looks at it. */
@QuarkusTest
class RoundWatchedTest {
    private PageSession admin;

    @BeforeEach
    void signIn() {
        admin = PageSession.asAdmin();
    }

    @Test
    void refreshesWhatChangesAlone() {
        RoundCast round = RoundCast.open(1, 2);
        admin.get(round.path("/live"))
                .then()
                .statusCode(200)
                .body(containsString("id=\"live\""))
                .body(not(containsString("<html")));
        admin.get(round.path("/figures"))
                .then()
                .statusCode(200)
                .body(containsString("id=\"figures\""))
                .body(not(containsString("<html")));
        PageSession.as(Person.newRater()).get(round.path("/live")).then().statusCode(403);
    }

    @Test
    void saysOnAPageThatIsOpenThatTheRoundIsSettledAndRenewsWhatCanBeDone() {
        RoundCast round = RoundCast.open(1, 1);
        String address = round.path("/live?shown=open");
        admin.get(round.path(""))
                .then()
                .body(containsString("hx-get=\"" + address + "\""))
                .body(containsString("pairs settled, 1 vote each"))
                .body(not(containsString("hx-swap-oob")));
        Person rater = Person.newRater();
        String shown = rater.api().get(round.api("/next")).path("assignment");
        rater.api()
                .contentType("application/json")
                .body(Map.of("assignment", shown, "choice", "left"))
                .post(round.api("/votes"))
                .then()
                .statusCode(201);
        admin.get(address)
                .then()
                .body(containsString("The round is settled now."))
                .body(containsString("<span id=\"state\" hx-swap-oob=\"true\"><span class=\"badge good\">settled"))
                .body(containsString("Every pair has its votes."), not(containsString("Pause the round")));
        admin.get(round.path("/live?shown=settled")).then().body(not(containsString("hx-swap-oob")));
        admin.get(round.path("/live?shown=%22x")).then().body(not(containsString("hx-swap-oob")));
    }
}
