package org.kukai.web.syllable;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.testing.Browsers.assertAccessible;

@QuarkusTest
class SyllableBrowserTest {
    private static final String POEM = "an old silent pond\nfire and memory and smoke\nsplash! silence again";

    @TestHTTPResource("/")
    URI base;

    private static Page open(BrowserContext browser) {
        Page page = browser.newPage();
        page.navigate("/sign-in?next=%2Fsyllables");
        page.getByLabel("Name").fill(Person.ADMIN.name());
        page.getByLabel("Password").fill(Person.ADMIN.password());
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        // The field is there before the script that listens to it.
        page.waitForURL("**/syllables");
        return page;
    }

    private static Locator fire(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^fire")));
    }

    @Test
    void countsWhileTypingAndTurnsAWordByKeyboard() {
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = open(browser);
            page.getByLabel("Your poem").pressSequentially(POEM);
            assertThat(page.locator(".headline")).containsText("when it is read to fit");
            assertThat(page.getByText("Line 2 fits when “fire” is read as one."))
                    .isVisible();

            fire(page).focus();
            page.keyboard().press("Enter");
            assertThat(fire(page)).containsText("2 of 1 or 2");
            assertThat(page).hasURL(Pattern.compile(".*&read=fire%3A2"));
            assertThat(fire(page)).isFocused();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*&read=fire%3A1"));
            assertThat(page.locator(".headline")).not().containsText("read to fit");

            String link = page.getByLabel("A link to this poem").inputValue();
            page.navigate("/rounds");
            page.navigate(link);
            assertThat(page.getByLabel("Your poem")).hasValue(POEM);
            assertThat(fire(page)).containsText("1 of 1 or 2");
        }
    }

    @Test
    void turnsAWordWithoutJavaScript() {
        try (BrowserContext browser = Browsers.openWithoutJavaScript(Look.LIGHT, base)) {
            Page page = open(browser);
            page.getByLabel("Your poem").fill(POEM);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Count"))
                    .click();
            fire(page).click();
            assertThat(fire(page)).containsText("2 of 1 or 2");
            fire(page).click();
            assertThat(fire(page)).containsText("1 of 1 or 2");
            assertThat(page.getByLabel("Your poem")).hasValue(POEM);
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void isAccessibleAndFitsEveryScreen(Look look) {
        try (BrowserContext browser = Browsers.open(look, base)) {
            Page page = open(browser);
            page.getByLabel("Your poem")
                    .fill("Here is a haiku:\n\n" + POEM + "\n\nthe blorvaxian moon " + UUID.randomUUID());
            assertThat(page.locator(".counted")).isVisible();
            check(page, look + "-syllables-long");
            page.getByLabel("Your poem").fill("the blorvaxian moon\nfire in every flower now\nthe quiet of stones");
            assertThat(page.getByText("blorvaxian").last()).isVisible();
            assertThat(page.locator(".doubtful")).isVisible();
            check(page, look + "-syllables");
        }
    }

    private static void check(Page page, String picture) {
        assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling of %s", page.url())
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", picture + ".png"))
                .setFullPage(true));
    }
}
