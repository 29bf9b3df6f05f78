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
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kukai.web.annotation.VotingBrowser.SLOWLY;
import static org.kukai.web.annotation.VotingBrowser.arrive;
import static org.kukai.web.annotation.VotingBrowser.choice;
import static org.kukai.web.annotation.VotingBrowser.listening;

/** Where poems stand one above the other, no page calls them left and right, neither to the eye nor to the ear. */
@QuarkusTest
class StackedPoemsBrowserTest {
    private static final Pattern WORDS_BESIDE = Pattern.compile("\\b([Ll]eft|[Rr]ight)\\b(?! answer)");
    private static final Pattern WORDS_STACKED = Pattern.compile("\\b([Uu]pper|[Ll]ower)\\b");

    /** Puts two lines into a poem that take some rows each, and tells where the rows begin, those of one line that begin alike once. */
    private static final String PLACES = """
            poem => {
                poem.style.width = '12em';
                poem.style.padding = 0;
                poem.textContent = 'a frog that jumps and jumps into the pond\\nin the evening a sound of old water';
                const range = document.createRange();
                range.selectNodeContents(poem);
                const rows = [...range.getClientRects()].filter(row => row.width > 1);
                return rows.map(row => row.left > rows[0].left + 5 ? 'further in' : 'line')
                        .filter((place, i, places) => place !== places[i - 1]);
            }""";

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

    @ParameterizedTest
    @ValueSource(strings = {"/vote", "/history", "/practice"})
    void keepALineThatIsTooLongForItsPlaceApartFromTheNext(String path) {
        RoundCast round = RoundCast.open(3, 1);
        try (BrowserContext browser = Browsers.open(Look.NARROW, base)) {
            Page page = listening(arrive(browser, round));
            choice(page, "left").click();
            assertThat(page.locator("#said")).hasText("Saved: upper.", SLOWLY);
            page.navigate(round.path(path));
            Object places = page.locator("blockquote.poem").first().evaluate(PLACES);
            Assertions.assertThat(places)
                    .as("where the rows of two lines begin")
                    .isEqualTo(List.of("line", "further in", "line", "further in"));
        }
    }

    /** Every line but the first would be set in there, whether it is too long or not. */
    @Test
    void setNoLineFurtherInWhereAPoemIsTyped() {
        try (BrowserContext browser = Browsers.open(Look.NARROW, base)) {
            Page page = browser.newPage();
            page.navigate("/syllables");
            assertThat(page.locator("textarea.poem").first()).hasCSS("text-indent", "0px");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
