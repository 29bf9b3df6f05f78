package org.kukai.web.annotation;

import java.net.URI;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.web.annotation.VotingBrowser.SLOWLY;
import static org.kukai.web.annotation.VotingBrowser.arrive;
import static org.kukai.web.annotation.VotingBrowser.assignment;
import static org.kukai.web.annotation.VotingBrowser.awaitAhead;
import static org.kukai.web.annotation.VotingBrowser.change;
import static org.kukai.web.annotation.VotingBrowser.choice;
import static org.kukai.web.annotation.VotingBrowser.listening;
import static org.kukai.web.annotation.VotingBrowser.number;

/** What a rater has written about a vote and not kept by its button: nothing of it vanishes. */
@QuarkusTest
class UnkeptRemarksBrowserTest {
    private static final String WITH_THE_FIRST = """
            select count(*) from vote where comment = 'the frog' and choice = 'LEFT' and round_id = cast(?1 as uuid)""";

    private static final LocatorAssertions.ContainsTextOptions IN_TIME =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @TestHTTPResource("/")
    URI base;

    @Test
    void isKeptWithItsVoteWhenTheNextVoteIsGiven() {
        RoundCast round = RoundCast.open(4, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = voted(browser, round);
            write(page, "the frog");
            choice(page, "right").click();
            assertThat(page.locator("#said")).containsText("What you wrote is kept with its vote.", IN_TIME);
            assertThat(page.locator("#given")).hasText("2");
            assertThat(page.locator("#standing textarea")).hasValue("");
            assertThat(number(WITH_THE_FIRST, round)).isOne();
        }
    }

    @Test
    void waitsWithTheVotesWhileTheServerCannotBeReached() {
        RoundCast round = RoundCast.open(5, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = voted(browser, round);
            awaitAhead(page);
            write(page, "the frog");
            page.route("**/votes", route -> route.abort());
            page.route("**/remarks", route -> route.abort());
            choice(page, "right").click();
            assertThat(page.locator("#trouble")).containsText("1 vote waits and 1 remark waits");
            page.reload();
            assertThat(page.locator("#trouble")).containsText("1 vote waits and 1 remark waits");
            page.unroute("**/votes");
            page.unroute("**/remarks");
            assertThat(page.locator("#said")).containsText("What you wrote is kept with its vote.", IN_TIME);
            assertThat(page.locator("#trouble")).isHidden();
            assertThat(number(WITH_THE_FIRST, round)).isOne();
        }
    }

    @Test
    void isThereAgainAfterTheVoteWasUndoneAndGivenAgainOrThePageWasLeft() {
        RoundCast round = RoundCast.open(4, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = voted(browser, round);
            write(page, "the frog");
            page.locator("#standing form.undo button").click();
            assertThat(page.locator("#said")).hasText("Your last vote is undone.", SLOWLY);
            choice(page, "left").click();
            assertThat(page.locator("#standing textarea")).hasValue("the frog");
            page.navigate(round.path("/guidelines"));
            page.navigate(round.path("/vote"));
            assertThat(page.locator("#standing textarea")).hasValue("the frog");
            page.locator(".remarks [data-keep]").click();
            assertThat(page.locator("#said")).hasText("Noted with your vote.", SLOWLY);
            assertThat(number(WITH_THE_FIRST, round)).isOne();
        }
    }

    @Test
    void isToldWithItsWordsWhenItIsRefused() {
        RoundCast round = RoundCast.open(4, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = voted(browser, round);
            write(page, "the frog");
            change(
                    "update vote set cast_at = cast_at - interval '11 minutes' where round_id = cast(?1 as uuid)",
                    round);
            choice(page, "right").click();
            assertThat(page.locator("#trouble")).containsText("What you wrote about a vote was not kept.", IN_TIME);
            assertThat(page.locator("#trouble")).containsText("older than 10 minutes");
            assertThat(page.locator("#trouble")).containsText("“the frog”");
            assertThat(page.locator("#given")).hasText("2");
        }
    }

    @Test
    void isSentAlongWithTheNextVoteWithoutJavaScript() {
        RoundCast round = RoundCast.open(4, 1);
        try (BrowserContext browser = Browsers.openWithoutJavaScript(Look.NARROW, base)) {
            Page page = arrive(browser, round);
            choice(page, "left").click();
            assertThat(page.locator(".flash")).hasText("Saved: upper.", SLOWLY);
            String shown = assignment(page);
            page.locator("#standing .more summary").click();
            page.locator("#standing input[value=slight]").check();
            page.locator("#standing input[value=slight]").press("Enter");
            assertThat(page.locator(".flash")).hasText("Noted with your vote.");
            assertThat(assignment(page)).as("Enter votes for nothing").isEqualTo(shown);
            write(page, "the frog");
            choice(page, "right").click();
            assertThat(page.locator(".flash")).containsText("What you wrote is kept with the vote before.");
            assertThat(page.locator("#standing textarea")).hasValue("");
            choice(page, "tie").click();
            assertThat(page.locator(".flash")).not().containsText("What you wrote");
        }
        assertThat(number(WITH_THE_FIRST, round)).isOne();
        assertThat(number(
                        "select count(*) from vote where strength is not null and round_id = cast(?1 as uuid)", round))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({"true, left", "false, upper"})
    void isKeptWithTheVoteWhenThatIsChangedAmongOnesOwn(boolean script, String first) {
        RoundCast round = RoundCast.open(4, 1);
        try (BrowserContext browser =
                script ? Browsers.open(Look.LIGHT, base) : Browsers.openWithoutJavaScript(Look.NARROW, base)) {
            Page page = script ? listening(arrive(browser, round)) : arrive(browser, round);
            choice(page, "left").click();
            assertThat(page.locator(script ? "#said" : ".flash")).hasText("Saved: " + first + ".", SLOWLY);
            page.navigate(round.path("/history"));
            Locator row = page.locator(".history details");
            row.locator("summary").click();
            row.locator("textarea").fill("the frog");
            row.locator("input[value=slight]").check();
            row.locator("input[value=slight]").press("Enter");
            assertThat(page.locator(".flash")).hasText("Noted with your vote.");
            assertThat(number(WITH_THE_FIRST, round))
                    .as("Enter changes no choice")
                    .isOne();
            row.locator("summary").click();
            row.locator("textarea").fill("the pond");
            row.locator("button[value=neither]").click();
            assertThat(page.locator(".flash")).containsText("Changed to: neither.");
            assertThat(page.locator(".flash")).containsText("What you wrote is kept with it.");
            row.locator("summary").click();
            assertThat(row.locator("textarea")).hasValue("the pond");
            row.locator("textarea").fill("");
            row.locator("button[value=right]").click();
            assertThat(page.locator(".flash")).containsText("Changed to: ");
            assertThat(page.locator(".flash")).not().containsText("What you wrote");
        }
        assertThat(number(
                        "select count(*) from vote where comment is null and strength is null and choice = 'RIGHT'"
                                + " and round_id = cast(?1 as uuid)",
                        round))
                .isOne();
    }

    private static Page voted(BrowserContext browser, RoundCast round) {
        Page page = listening(arrive(browser, round));
        choice(page, "left").click();
        assertThat(page.locator("#said")).hasText("Saved: left.", SLOWLY);
        return page;
    }

    private static void write(Page page, String comment) {
        page.locator("#standing .more summary").click();
        page.locator("#standing textarea").fill(comment);
    }
}
