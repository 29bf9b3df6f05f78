package org.kukai.web.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.testing.Browsers.assertAccessible;

@QuarkusTest
class ModelsBrowserTest {
    @TestHTTPResource("/")
    URI base;

    private static Page signIn(BrowserContext browser) {
        Page page = browser.newPage();
        page.navigate("/sign-in?next=%2Fmodels");
        page.getByLabel("Name").fill(Person.ADMIN.name());
        page.getByLabel("Password").fill(Person.ADMIN.password());
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        return page;
    }

    /** The list of models is looked at in a small world of its own, by {@code PagesIT}. */
    @ParameterizedTest
    @EnumSource(Look.class)
    void whatATestSaysIsAccessibleAndFitsEveryScreen(Look look) {
        try (BrowserContext browser = Browsers.open(look, base)) {
            Page page = signIn(browser);
            page.getByLabel("Test composer").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It answers");
            check(page, look + "-check");
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

    @Test
    void addsTestsAndRemovesAModelWithoutJavaScript() {
        String name = "browser-" + UUID.randomUUID();
        try (OpenAiServer server = OpenAiServer.start();
                BrowserContext browser = Browsers.openWithoutJavaScript(Look.LIGHT, base)) {
            Page page = signIn(browser);
            page.getByLabel("Name").fill(name);
            page.getByLabel("Base URL").fill(server.baseUrl());
            page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true))
                    .fill("some/model");
            page.keyboard().press("Enter");
            assertThat(page.locator(".flash")).containsText(name);
            page.getByLabel("Test " + name).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It answers");
            page.getByText("Back to the models").click();
            page.getByLabel("Remove " + name).click();
            page.getByLabel("Bring " + name + " back").click();
            assertThat(page.getByLabel("Remove " + name)).isVisible();
        }
    }
}
