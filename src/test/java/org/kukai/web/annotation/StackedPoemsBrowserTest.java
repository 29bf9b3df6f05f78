package org.kukai.web.annotation;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kukai.web.annotation.VotingBrowser.SLOWLY;
import static org.kukai.web.annotation.VotingBrowser.arrive;
import static org.kukai.web.annotation.VotingBrowser.choice;

/** Where poems stand one above the other, no page calls them left and right, neither to the eye nor to the ear. */
@QuarkusTest
class StackedPoemsBrowserTest {
    private static final Pattern WORDS_BESIDE = Pattern.compile("\\b([Ll]eft|[Rr]ight)\\b(?! answer)");
    private static final Pattern WORDS_STACKED = Pattern.compile("\\b([Uu]pper|[Ll]ower)\\b");

    @TestHTTPResource("/")
    URI base;

    @ParameterizedTest
    @EnumSource(names = {"NARROW", "LIGHT"})
    void areCalledByWhereTheyStandWithoutJavaScript(Look look) {
        boolean stacked = look == Look.NARROW;
        String one = stacked ? "Upper" : "Left";
        String other = stacked ? "Lower" : "Right";
        RoundCast round = RoundCast.open(3, 1);
        try (BrowserContext browser = Browsers.openWithoutJavaScript(look, base)) {
            Page page = arrive(browser, round);
            assertThat(button(page, one)).isVisible();
            assertThat(button(page, other)).isVisible();
            choice(page, "right").click();
            assertThat(page.locator(".flash")).hasText("Saved: " + other.toLowerCase(Locale.ROOT) + ".", SLOWLY);
            page.navigate(round.path("/history"));
            assertThat(page.locator(".history .badge").first()).hasText(other.toLowerCase(Locale.ROOT), SLOWLY);
            page.locator(".history summary").first().click();
            assertThat(button(page, one)).isVisible();
            for (String path : List.of("/vote", "/history", "/practice", "/practice?chose=left", "/guidelines")) {
                page.navigate(round.path(path));
                assertThat(page.locator("main"))
                        .not()
                        .containsText(stacked ? WORDS_BESIDE : WORDS_STACKED, VotingBrowser.AS_SHOWN);
            }
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
