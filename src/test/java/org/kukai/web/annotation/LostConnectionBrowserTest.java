package org.kukai.web.annotation;

import java.net.URI;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.web.annotation.VotingBrowser.SLOWLY;
import static org.kukai.web.annotation.VotingBrowser.arrive;
import static org.kukai.web.annotation.VotingBrowser.assignment;
import static org.kukai.web.annotation.VotingBrowser.awaitAhead;
import static org.kukai.web.annotation.VotingBrowser.choice;
import static org.kukai.web.annotation.VotingBrowser.fill;
import static org.kukai.web.annotation.VotingBrowser.listening;
import static org.kukai.web.annotation.VotingBrowser.now;
import static org.kukai.web.annotation.VotingBrowser.number;

/** Votes that cannot be sent at once: none is lost, none is doubled, and none is said to be saved before it is. */
@QuarkusTest
class LostConnectionBrowserTest {
    private static final double CUT_MILLIS = 10_000;

    @TestHTTPResource("/")
    URI base;

    @Test
    void storesWhatIsVotedWhileTheNetworkIsCutForTenSeconds() {
        RoundCast round = RoundCast.open(5, 1);
        try (BrowserContext browser = Browsers.open(Look.PHONE, base)) {
            Page page = listening(arrive(browser, round));
            awaitAhead(page);
            browser.setOffline(true);
            double cut = now(page);
            choice(page, "left").click();
            choice(page, "right").click();
            assertThat(page.locator("#trouble")).containsText("Not saved yet: 2 votes wait");
            page.waitForCondition(
                    () -> now(page) - cut > CUT_MILLIS, new Page.WaitForConditionOptions().setTimeout(3 * CUT_MILLIS));
            assertThat(page.locator("#trouble")).isVisible();
            assertThat(page.locator("#said")).hasText("");
            assertThat(number("select count(*) from vote where round_id = cast(?1 as uuid)", round))
                    .isZero();
            browser.setOffline(false);
            assertThat(page.locator("#said")).hasText("Saved: lower.", SLOWLY);
            assertThat(page.locator("#trouble")).isHidden();
            assertThat(page.locator("#given")).hasText("2");
            choice(page, "tie").click();
            assertThat(page.locator("#said")).hasText("Saved: both alike.", SLOWLY);
        }
        assertThat(number("select count(*) from vote where round_id = cast(?1 as uuid)", round))
                .isEqualTo(3);
    }

    @Test
    void keepsVotesThatWaitOverAReload() {
        RoundCast round = RoundCast.open(3, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            page.route("**/votes", route -> route.abort());
            choice(page, "left").click();
            assertThat(page.locator("#trouble")).containsText("1 vote waits");
            page.reload();
            assertThat(page.locator("#trouble")).containsText("1 vote waits");
            page.unroute("**/votes");
            assertThat(page.locator("#said")).hasText("Saved: left.", SLOWLY);
            assertThat(page.locator("#trouble")).isHidden();
            assertThat(page.locator("#given")).hasText("1");
        }
    }

    @Test
    void takesBackAVoteThatHasNotBeenSentYet() {
        RoundCast round = RoundCast.open(3, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            awaitAhead(page);
            String first = assignment(page);
            browser.setOffline(true);
            page.keyboard().press("1");
            assertThat(page.locator("#trouble")).containsText("1 vote waits");
            page.keyboard().press("u");
            assertThat(page.locator("#said")).hasText("Your last vote is taken back before it was sent.");
            assertThat(assignment(page)).isEqualTo(first);
            browser.setOffline(false);
            page.keyboard().press("2");
            assertThat(page.locator("#said")).hasText("Saved: right.", SLOWLY);
        }
        assertThat(number("select count(*) from vote where choice = 'RIGHT' and round_id = cast(?1 as uuid)", round))
                .isOne();
    }

    @Test
    void renewsItsTokenAndAsksToSignInBeforeItSendsAVoteThatWaits() {
        RoundCast round = RoundCast.open(3, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Person rater = Person.newRater();
            Page page = listening(arrive(browser, round, rater));
            browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("kukai-csrf"));
            choice(page, "left").click();
            assertThat(page.locator("#said")).hasText("Saved: left.", SLOWLY);
            browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("kukai-session"));
            choice(page, "tie").click();
            assertThat(page.locator("#trouble")).containsText("you are signed out");
            page.locator("#trouble a").click();
            fill(page, rater);
            assertThat(page).hasURL(Pattern.compile(".*/vote"));
            assertThat(page.locator("#said")).hasText("Saved: both alike.", SLOWLY);
            assertThat(page.locator("#trouble")).isHidden();
        }
        assertThat(number("select count(*) from vote where round_id = cast(?1 as uuid)", round))
                .isEqualTo(2);
    }

    @Test
    void saysThatTheAccountIsDisabledAndKeepsTheVote() {
        RoundCast round = RoundCast.open(3, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Person rater = Person.newRater();
            Page page = listening(arrive(browser, round, rater));
            awaitAhead(page);
            Person.ADMIN
                    .api()
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/accounts/" + rater.id() + "/disablement")
                    .then()
                    .statusCode(200);
            choice(page, "left").click();
            assertThat(page.locator("#trouble"))
                    .containsText("Not saved: 1 vote waits, because your account has been disabled.");
            page.navigate(round.path("/vote"));
            assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
            assertThat(page.locator(".problem")).containsText("Your account is disabled");
        }
    }

    @Test
    void showsOneBannerWhenTheRoundIsClosedUnderARater() {
        RoundCast round = RoundCast.open(3, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            Person.ADMIN
                    .api()
                    .contentType("application/json")
                    .post(round.api("/closure"))
                    .then()
                    .statusCode(200);
            choice(page, "left").click();
            assertThat(page.locator("h1")).hasText("This round is closed", SLOWLY);
            assertThat(page.locator(".problem:visible")).hasCount(1);
            assertThat(page.locator("#trouble")).containsText("was not counted");
            assertThat(page.locator("progress")).hasCount(0);
            assertThat(page.locator("#standing")).not().containsText("to go");
        }
    }
}
