package org.kukai.web.annotation;

import java.net.URI;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.web.annotation.VotingBrowser.SLOWLY;
import static org.kukai.web.annotation.VotingBrowser.arrive;
import static org.kukai.web.annotation.VotingBrowser.awaitAhead;
import static org.kukai.web.annotation.VotingBrowser.choice;
import static org.kukai.web.annotation.VotingBrowser.fill;
import static org.kukai.web.annotation.VotingBrowser.listening;
import static org.kukai.web.annotation.VotingBrowser.number;

/** Two raters, one browser: what one of them has said is never the other's, and is not lost while the other is signed in. */
@QuarkusTest
class SharedBrowserTest {
    private static final String VOTES = "select count(*) from vote where round_id = cast(?1 as uuid)";

    @TestHTTPResource("/")
    URI base;

    @Test
    void keepsAVoteThatWaitsForItsRaterWhileSomebodyElseIsSignedIn() {
        RoundCast round = RoundCast.open(4, 2);
        Person ann = Person.newRater();
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round, ann));
            awaitAhead(page);
            page.route("**/votes", Route::abort);
            choice(page, "left").click();
            assertThat(page.locator("#trouble")).containsText("1 vote waits, because Kukai cannot be reached");
            signOut(browser);
            Page second = listening(arrive(browser, round));
            page.unroute("**/votes");
            assertThat(page.locator("#trouble"))
                    .hasText(
                            "Not saved yet: 1 vote waits, because somebody else is signed in here by now."
                                    + " What waits stays in this browser, and is sent when you are signed in again. Sign in",
                            SLOWLY);
            assertThat(number(VOTES, round)).isZero();
            choice(second, "right").click();
            assertThat(second.locator("#said")).hasText("Saved: right.", SLOWLY);
            assertThat(second.locator("#trouble")).isHidden();
            page.locator("#trouble a").click();
            fill(page, ann);
            assertThat(page.locator("#said")).hasText("Saved: left.", SLOWLY);
            assertThat(page.locator("#trouble")).isHidden();
        }
        assertThat(number(VOTES, round)).isEqualTo(2);
        assertThat(number(VOTES + " and choice = 'LEFT' and rater_id = '" + ann.id() + "'", round))
                .isOne();
    }

    @Test
    void undoesNothingOfWhoeverElseIsSignedIn() {
        RoundCast round = RoundCast.open(4, 2);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            choice(page, "left").click();
            assertThat(page.locator("#said")).hasText("Saved: left.", SLOWLY);
            awaitAhead(page);
            signOut(browser);
            Page second = listening(arrive(browser, round));
            choice(second, "right").click();
            assertThat(second.locator("#said")).hasText("Saved: right.", SLOWLY);
            page.keyboard().press("u");
            assertThat(page.locator("#trouble"))
                    .hasText("Nothing is undone, because somebody else is signed in here by now. Sign in", SLOWLY);
        }
        assertThat(number(VOTES, round)).isEqualTo(2);
    }

    @Test
    void takesNothingFromThePageOfSomebodyElse() {
        RoundCast round = RoundCast.open(3, 1);
        Person ben = Person.newRater();
        PageSession session = PageSession.as(ben);
        session.post(round.path("/participation"));
        session.post(round.path("/practice"), Map.of("choice", "skip"));
        String shown = VotePageTest.assignment(session.get(round.path("/vote")));
        Map<String, String> vote = Map.of("assignment", shown, "choice", "left");
        Response refused = from(Person.newRater(), session, round.path("/votes"), vote);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("Kukai-Account")).isEqualTo("other");
        assertThat(number(VOTES, round)).isZero();
        from(ben, session, round.path("/votes"), vote).then().statusCode(200);
        assertThat(number(VOTES, round)).isOne();
        from(Person.newRater(), session, round.path("/withdrawal"), Map.of())
                .then()
                .statusCode(401);
        from(Person.newRater(), session, round.path("/remarks"), Map.of("vote", shown, "comment", "the frog"))
                .then()
                .statusCode(401);
        assertThat(number(VOTES + " and comment is null", round)).isOne();
    }

    private static void signOut(BrowserContext browser) {
        browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("kukai-session"));
    }

    private static Response from(Person pageOf, PageSession session, String path, Map<String, String> form) {
        String token = session.csrfToken();
        return session.request()
                .header("HX-Request", "true")
                .header("Kukai-Visitor", pageOf.id())
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("csrf-token", token)
                .formParams(form)
                .post(path);
    }
}
