package org.kukai.web.annotation;

import java.net.URI;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kukai.testing.Browsers.assertAccessible;
import static org.kukai.web.annotation.VotingBrowser.signIn;

/** The practice page is used like the voting page that it teaches, and shows afterwards what was asked and chosen. */
@QuarkusTest
class PracticeBrowserTest {
    @TestHTTPResource("/")
    URI base;

    @ParameterizedTest
    @CsvSource({"1, left", "ArrowRight, right", "Shift+Digit2, right", "0, tie", "n, neither"})
    void takesTheKeysOfTheVotingPage(String key, String choice) {
        RoundCast round = RoundCast.open(1, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = practising(browser, round);
            assertThat(page.locator("#practice")).hasAttribute("data-ready", "yes");
            page.keyboard().press("?");
            assertThat(page.locator("dialog")).isVisible();
            assertThat(page.locator("dialog")).not().containsText("undo");
            assertAccessible(page);
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).isHidden();
            page.keyboard().press(key);
            assertThat(page).hasURL(Pattern.compile(".*/practice\\?chose=" + choice));
        }
    }

    @Test
    void takesTheSwipeOfTheVotingPage() {
        RoundCast round = RoundCast.open(1, 1);
        try (BrowserContext browser = Browsers.open(Look.PHONE, base)) {
            Page page = practising(browser, round);
            Finger finger = Finger.on(page);
            assertThat(page.locator("#practice")).hasAttribute("data-ready", "yes");
            finger.swipe("left", 40, 0);
            assertThat(page).hasURL(Pattern.compile(".*/practice"));
            finger.swipe("right", 220, 6);
            assertThat(page).hasURL(Pattern.compile(".*/practice\\?chose=right"));
        }
    }

    @Test
    void showsAfterwardsThePromptTheChoiceAndTheWayOnInTheMiddle() {
        RoundCast round = RoundCast.open(1, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = practising(browser, round);
            page.locator("button[value=right]").click();
            assertThat(page.locator(".asked")).containsText("Write a haiku about the first snow.");
            assertThat(page.locator(".side").first()).not().containsText("your choice");
            assertThat(page.locator(".side").last()).containsText("your choice");
            assertAccessible(page);
            BoundingBox button = page.locator("a.primary").boundingBox();
            BoundingBox main = page.locator("main").boundingBox();
            assertThat(button.x + button.width / 2).isCloseTo(main.x + main.width / 2, within(2.0));
            page.navigate(round.path("/practice?chose=tie"));
            assertThat(page.locator(".asked")).containsText("You said: both alike.");
        }
    }

    private static Page practising(BrowserContext browser, RoundCast round) {
        Page page = signIn(browser, Person.newRater());
        page.navigate(round.path("/practice"));
        assertThat(page.locator("main button[value=left]")).isVisible();
        return page;
    }
}
