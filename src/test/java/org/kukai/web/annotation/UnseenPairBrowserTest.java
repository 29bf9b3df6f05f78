package org.kukai.web.annotation;

import java.net.URI;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.web.annotation.VotingBrowser.SLOWLY;
import static org.kukai.web.annotation.VotingBrowser.arrive;
import static org.kukai.web.annotation.VotingBrowser.assignment;
import static org.kukai.web.annotation.VotingBrowser.awaitAhead;
import static org.kukai.web.annotation.VotingBrowser.choice;
import static org.kukai.web.annotation.VotingBrowser.listening;
import static org.kukai.web.annotation.VotingBrowser.number;

/** A pair that has only just appeared: whoever presses again by habit votes for nothing, and keys are as quick as ever. */
@QuarkusTest
class UnseenPairBrowserTest {
    private static final String VOTES = "select count(*) from vote where round_id = cast(?1 as uuid)";

    /** All in one go, as no hand could. */
    private static final String PRESS_AND = """
            () => {
              const press = () => document.querySelector("#ballot button[value=right]")
                  .dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
              const touch = (type, clientX) => document.querySelector("#ballot [data-swipe=left] .poem")
                  .dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary: true, pointerType: "touch", pointerId: 7, clientX, clientY: 9 }));
              press();
              MOVE
            }""";

    @TestHTTPResource("/")
    URI base;

    @Test
    void isNotVotedOnByADoubleClick() {
        RoundCast round = RoundCast.open(4, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = settled(browser, round);
            BoundingBox button = choice(page, "right").boundingBox();
            page.mouse().dblclick(button.x + button.width / 2, button.y + button.height / 2);
            assertOneVoteAndGoOn(page, round);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"press();", "touch('pointerdown', 9); touch('pointerup', 300);"})
    void isNotVotedOnByASecondTapOrASwipeThatBeganAtOnce(String move) {
        RoundCast round = RoundCast.open(4, 1);
        try (BrowserContext browser = Browsers.open(Look.PHONE, base)) {
            Page page = settled(browser, round);
            page.evaluate(PRESS_AND.replace("MOVE", move));
            assertOneVoteAndGoOn(page, round);
        }
    }

    @Test
    void takesKeysAtOnce() {
        RoundCast round = RoundCast.open(7, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            for (String key : List.of("1", "2", "0", "n", "s", "ArrowLeft")) {
                String shown = assignment(page);
                page.keyboard().press(key);
                page.waitForCondition(() -> !shown.equals(assignment(page)));
            }
            assertThat(page.locator("#said")).hasText("Saved: left.", SLOWLY);
        }
        assertThat(number(VOTES, round)).isEqualTo(6);
    }

    private static Page settled(BrowserContext browser, RoundCast round) {
        Page page = listening(arrive(browser, round));
        awaitAhead(page);
        assertThat(page.locator("#ballot:not([data-fresh])")).hasCount(1);
        return page;
    }

    private static void assertOneVoteAndGoOn(Page page, RoundCast round) {
        assertThat(page.locator("#said")).containsText("Saved: ");
        choice(page, "tie").click();
        assertThat(page.locator("#said")).hasText("Saved: both alike.", SLOWLY);
        assertThat(number(VOTES, round)).isEqualTo(2);
        assertThat(number(VOTES + " and choice = 'RIGHT'", round)).isOne();
    }
}
