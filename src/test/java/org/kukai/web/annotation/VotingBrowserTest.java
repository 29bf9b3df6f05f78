package org.kukai.web.annotation;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.testing.Browsers.assertAccessible;
import static org.kukai.web.annotation.VotingBrowser.AS_SHOWN;
import static org.kukai.web.annotation.VotingBrowser.SLOWLY;
import static org.kukai.web.annotation.VotingBrowser.arrive;
import static org.kukai.web.annotation.VotingBrowser.assignment;
import static org.kukai.web.annotation.VotingBrowser.choice;
import static org.kukai.web.annotation.VotingBrowser.listening;
import static org.kukai.web.annotation.VotingBrowser.number;
import static org.kukai.web.annotation.VotingBrowser.signIn;

@QuarkusTest
class VotingBrowserTest {
    private static final int PAIRS = 20;
    private static final int VOTES = 3;
    private static final List<String> KEYS = List.of("1", "2", "0", "n");
    private static final List<String> BUTTONS = List.of("left", "right", "tie", "neither");

    @TestHTTPResource("/")
    URI base;

    @Test
    void threeRatersFinishARoundByKeysAndClicks() {
        RoundCast round = RoundCast.open(PAIRS, VOTES);
        StringBuilder seen = new StringBuilder();
        List<BrowserContext> browsers = Stream.of(Look.LIGHT, Look.DARK, Look.PHONE)
                .map(look -> Browsers.open(look, base))
                .toList();
        List<Page> pages = browsers.stream()
                .map(browser -> {
                    Page page = listening(arrive(browser, round));
                    page.onResponse(answer -> seen.append(answer.headers()));
                    return page;
                })
                .toList();
        for (int i = 0; i < PAIRS; i++) {
            for (int rater = 0; rater < VOTES; rater++) {
                Page page = pages.get(rater);
                seen.append(page.content());
                String shown = assignment(page);
                if (rater == 0) {
                    page.keyboard().press(KEYS.get(i % KEYS.size()));
                } else {
                    choice(page, BUTTONS.get((i + rater) % BUTTONS.size())).click();
                }
                page.waitForCondition(() -> !shown.equals(assignment(page)));
            }
        }
        pages.forEach(page -> assertThat(page.locator("h1")).hasText("Thank you"));
        browsers.forEach(BrowserContext::close);
        assertThat(number("select count(*) from vote where round_id = cast(?1 as uuid)", round))
                .isEqualTo(PAIRS * VOTES);
        assertThat(number("select max(votes) from pair where round_id = cast(?1 as uuid)", round))
                .isEqualTo(VOTES);
        assertThat(number("select count(*) from assignment where first_on_left and round_id = cast(?1 as uuid)", round))
                .isBetween(1L, PAIRS * VOTES - 1L);
        assertThat(seen.toString()).doesNotContain(round.secrets()).doesNotContainIgnoringCase("score");
    }

    @Test
    void undoesShowsItsKeysAndReadsOutWhatItDid() {
        RoundCast round = RoundCast.open(3, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            String first = assignment(page);
            page.keyboard().press("?");
            assertThat(page.locator("dialog")).isVisible();
            assertAccessible(page);
            page.keyboard().press("1");
            page.keyboard().press("Escape");
            assertThat(assignment(page)).isEqualTo(first);
            page.keyboard().press("s");
            assertThat(page.locator("#said")).hasText("Saved: skip.", SLOWLY);
            assertThat(page.locator("#prompt")).isFocused();
            page.keyboard().press("u");
            assertThat(page.locator("#said")).hasText("Your last vote is undone.", SLOWLY);
            assertThat(assignment(page)).isEqualTo(first);
        }
    }

    @Test
    void noticesASureVoteByShiftAndKeepsWhatIsSaidOfItLater() {
        RoundCast round = RoundCast.open(3, 1);
        PageSession.asAdmin()
                .post(round.path("/briefing/tags"), Map.of("tags", "image\nsound"))
                .then()
                .statusCode(303);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            page.keyboard().press("Shift+Digit1");
            assertThat(page.locator("#said")).hasText("Saved: left, clearly.", SLOWLY);
            page.locator(".more summary").click();
            assertThat(page.locator("input[value=clear]")).isChecked();
            page.locator("input[value=sound]").check();
            page.locator("textarea[name=comment]").fill("1 2 0 n s: the frog");
            page.locator("#standing [data-keep]").click();
            assertThat(page.locator("#said")).hasText("Noted with your vote.");
            page.locator(".flag summary").click();
            assertAccessible(page);
            page.locator("input[name=side][value=right]").check();
            page.locator("input[name=kind][value=copied]").check();
            String flagged = assignment(page);
            page.locator("button[value=skip]", new Page.LocatorOptions().setHasText("Flag it"))
                    .click();
            page.waitForCondition(() -> !flagged.equals(assignment(page)));
            page.navigate(round.path("/history"));
            assertThat(page.locator("main")).containsText("1 2 0 n s: the frog");
            assertThat(page.locator("main")).containsText("left, clearly", AS_SHOWN);
            assertAccessible(page);
            page.locator("button", new Page.LocatorOptions().setHasText("Take the flag back"))
                    .click();
            assertThat(page.locator(".flash")).hasText("The flag is taken back.");
        }
        assertThat(number(
                        "select count(*) from vote where strength = 'CLEAR' and reasons = '{sound}' and round_id = cast(?1 as uuid)",
                        round))
                .isOne();
    }

    @Test
    void saysThatTheVoteIsSavedWhereTheGuidelinesHaveChangedMeanwhile() {
        RoundCast round = RoundCast.open(3, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            BriefingPageTest.brief(round, "/guidelines", Map.of("text", "Read them aloud."))
                    .statusCode(200);
            choice(page, "left").click();
            assertThat(page.locator("article.guidelines")).containsText("These guidelines have changed");
            assertThat(page.locator(".flash[role=status]")).hasText("Saved: left.", SLOWLY);
        }
        assertThat(number("select count(*) from vote where round_id = cast(?1 as uuid)", round))
                .isOne();
    }

    @Test
    void worksWithoutJavaScript() {
        RoundCast round = RoundCast.open(2, 1);
        try (BrowserContext browser = Browsers.openWithoutJavaScript(Look.NARROW, base)) {
            Page page = arrive(browser, round);
            assertThat(page.locator("[data-help]")).isHidden();
            choice(page, "right").click();
            assertThat(page.locator(".flash")).hasText("Saved: lower.", SLOWLY);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo my last vote"))
                    .click();
            assertThat(page.locator(".flash")).hasText("Your last vote is undone.");
            choice(page, "tie").click();
            choice(page, "neither").click();
            assertThat(page.locator("h1")).hasText("Thank you");
        }
        assertThat(number("select count(*) from vote where round_id = cast(?1 as uuid)", round))
                .isEqualTo(2);
    }

    /** Wide they are looked at by {@code PagesIT}, with all other pages. */
    @Test
    void itsPagesAreAccessibleOnANarrowScreenToo() {
        RoundCast round = RoundCast.open(2, 1);
        try (BrowserContext browser = Browsers.open(Look.NARROW, base)) {
            Page page = listening(arrive(browser, round));
            check(page, round.path("/vote"), round.path("/guidelines"), round.path("/practice"));
            check(page, round.path("/practice?chose=left"), round.path("/history"));
        }
        try (BrowserContext browser = Browsers.open(Look.NARROW, base)) {
            Page page = signIn(browser, Person.ADMIN);
            check(page, round.path(""), round.path("/briefing"));
        }
    }

    private static void check(Page page, String... paths) {
        for (String path : paths) {
            page.navigate(path);
            assertAccessible(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels that %s sticks out", path)
                    .isEqualTo(0);
        }
    }
}
