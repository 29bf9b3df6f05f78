package org.kukai.web.annotation;

import java.net.URI;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.web.annotation.VotingBrowser.SLOWLY;
import static org.kukai.web.annotation.VotingBrowser.arrive;
import static org.kukai.web.annotation.VotingBrowser.choice;
import static org.kukai.web.annotation.VotingBrowser.listening;
import static org.kukai.web.annotation.VotingBrowser.number;

/** A flag that a rater has begun and not sent: it is neither lost nor sent by itself. */
@QuarkusTest
class UnsentFlagBrowserTest {
    private static final String FLAGS = "select count(*) from poem_flag where round_id = cast(?1 as uuid)";

    @TestHTTPResource("/")
    URI base;

    @Test
    void waitsForItsPairWhenTheRaterVotesOrLeaves() {
        RoundCast round = RoundCast.open(4, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            begin(page);
            choice(page, "left").click();
            assertThat(page.locator("#said")).hasText("Saved: left.", SLOWLY);
            assertThat(page.locator("#trouble"))
                    .hasText("The flag that you had begun was not sent. Undo your last vote to go on with it.");
            assertThat(page.locator(".flag details, .flag[open]")).hasCount(0);
            page.locator("#standing form.undo button").click();
            assertThat(page.locator("#said")).hasText("Your last vote is undone.", SLOWLY);
            assertBegun(page);
            page.navigate(round.path("/guidelines"));
            page.navigate(round.path("/vote"));
            assertBegun(page);
            assertThat(number(FLAGS, round)).isZero();
            page.locator(".flag button[value=stay]").click();
            assertThat(page.locator("#said")).containsText("the poem is flagged");
            choice(page, "left").click();
            assertThat(page.locator("#said")).hasText("Saved: left.", SLOWLY);
            assertThat(page.locator("#trouble")).isHidden();
        }
        assertThat(number(FLAGS + " and note = 'by Issa'", round)).isOne();
    }

    @Test
    void isSaidNotToBeSentInPlaceOfTheThanksForTheOneBefore() {
        RoundCast round = RoundCast.open(4, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            begin(page);
            page.locator(".flag button[value=stay]").click();
            assertThat(page.locator("#said")).containsText("the poem is flagged");
            begin(page);
            page.locator("input[name=side][value=left]").check();
            page.route("**/flags", Route::abort);
            page.locator(".flag button[value=stay]").click();
            assertThat(page.locator("#trouble"))
                    .hasText("The flag is not sent, for Kukai cannot be reached. It is not tried again by itself:"
                            + " press its button again in a moment.");
            assertThat(page.locator("#said")).hasText("");
            page.unroute("**/flags");
            page.locator(".flag button[value=stay]").click();
            assertThat(page.locator("#said")).containsText("the poem is flagged");
            assertThat(page.locator("#trouble")).isHidden();
        }
        assertThat(number(FLAGS, round)).isEqualTo(2);
    }

    private static void begin(Page page) {
        page.locator(".flag summary").click();
        page.locator("input[name=side][value=right]").check();
        page.locator("input[name=kind][value=copied]").check();
        page.locator("input[name=note]").fill("by Issa");
    }

    private static void assertBegun(Page page) {
        assertThat(page.locator(".flag input[name=note]")).isVisible();
        assertThat(page.locator(".flag input[name=note]")).hasValue("by Issa");
        assertThat(page.locator(".flag input[value=right]")).isChecked();
        assertThat(page.locator(".flag input[value=copied]")).isChecked();
    }
}
