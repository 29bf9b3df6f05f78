package org.kukai.web.annotation;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.testing.Browsers.assertAccessible;

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
                    Page page = arrive(browser, round);
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
            Page page = arrive(browser, round);
            String first = assignment(page);
            page.keyboard().press("?");
            assertThat(page.locator("dialog")).isVisible();
            assertAccessible(page);
            page.keyboard().press("1");
            page.keyboard().press("Escape");
            assertThat(assignment(page)).isEqualTo(first);
            page.keyboard().press("s");
            assertThat(page.locator("#said")).hasText("Saved: skip.");
            assertThat(page.locator("#prompt")).isFocused();
            page.keyboard().press("u");
            assertThat(page.locator("#said")).hasText("Your last vote is undone.");
            assertThat(assignment(page)).isEqualTo(first);
        }
    }

    @Test
    void keepsAVoteThatCouldNotBeSentAndSendsItAgain() {
        RoundCast round = RoundCast.open(2, 1);
        try (BrowserContext browser = Browsers.open(Look.PHONE, base)) {
            Page page = arrive(browser, round);
            String first = assignment(page);
            browser.setOffline(true);
            choice(page, "left").click();
            assertThat(page.locator("#trouble")).containsText("Not saved yet");
            assertThat(assignment(page)).isEqualTo(first);
            browser.setOffline(false);
            assertThat(page.locator("#said")).hasText("Saved: left.");
            assertThat(page.locator("#trouble")).isHidden();
        }
    }

    @Test
    void saysThatAVoteWasNotSavedWhenTheSessionOrTheFormTokenHasEnded() {
        RoundCast round = RoundCast.open(2, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Person rater = Person.newRater();
            Page page = arrive(browser, round, rater);
            String first = assignment(page);
            browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("kukai-csrf"));
            choice(page, "left").click();
            assertThat(page.locator("#trouble")).containsText("not saved");
            assertThat(assignment(page)).isEqualTo(first);
            browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("kukai-session"));
            choice(page, "left").click();
            assertThat(page.locator("main")).containsText("Please sign in to go on.");
            fill(page, rater);
            assertThat(page).hasURL(Pattern.compile(".*/vote"));
            assertThat(page.locator("#trouble")).containsText("not saved");
            assertThat(assignment(page)).isEqualTo(first);
            choice(page, "left").click();
            assertThat(page.locator("#said")).hasText("Saved: left.");
            assertThat(page.locator("#trouble")).isHidden();
        }
    }

    @Test
    void worksWithoutJavaScript() {
        RoundCast round = RoundCast.open(2, 1);
        try (BrowserContext browser = Browsers.openWithoutJavaScript(Look.NARROW, base)) {
            Page page = arrive(browser, round);
            assertThat(page.locator("[data-help]")).isHidden();
            choice(page, "right").click();
            assertThat(page.locator(".flash")).hasText("Saved: right.");
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

    @Test
    void itsPagesAreAccessibleAndFitANarrowScreen() {
        RoundCast round = RoundCast.open(2, 1);
        for (Look look : List.of(Look.DARK, Look.NARROW)) {
            try (BrowserContext browser = Browsers.open(look, base)) {
                Page page = arrive(browser, round);
                check(page, round.path("/vote"), round.path("/guidelines"), "/rounds");
            }
            try (BrowserContext browser = Browsers.open(look, base)) {
                Page page = signIn(browser, Person.ADMIN);
                check(page, "/rounds", "/rounds/new", round.path(""));
            }
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

    private static Page arrive(BrowserContext browser, RoundCast round) {
        return arrive(browser, round, Person.newRater());
    }

    private static Page arrive(BrowserContext browser, RoundCast round, Person rater) {
        Page page = signIn(browser, rater);
        page.navigate(round.path(""));
        assertThat(page).hasURL(Pattern.compile(".*/guidelines"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/vote"));
        return page;
    }

    private static Page signIn(BrowserContext browser, Person person) {
        Page page = browser.newPage();
        page.navigate("/sign-in");
        fill(page, person);
        return page;
    }

    private static void fill(Page page, Person person) {
        page.locator("input[name=name]").fill(person.name());
        page.locator("input[name=password]").fill(person.password());
        page.locator("main button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private static Locator choice(Page page, String value) {
        return page.locator("#ballot button[value=" + value + "]");
    }

    /** The turn that the page shows; empty at the end. */
    private static String assignment(Page page) {
        return (String) page.evaluate("document.querySelector('#ballot input[name=assignment]')?.value ?? ''");
    }

    private static long number(String sql, RoundCast round) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Panache.getEntityManager()
                                .createNativeQuery(sql)
                                .setParameter(1, round.id())
                                .getSingleResult())
                        .longValue());
    }
}
