package org.kukai.web.annotation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.testing.Browsers.assertAccessible;
import static org.kukai.web.annotation.VotingBrowser.AS_SHOWN;
import static org.kukai.web.annotation.VotingBrowser.SLOWLY;
import static org.kukai.web.annotation.VotingBrowser.assignment;
import static org.kukai.web.annotation.VotingBrowser.choice;
import static org.kukai.web.annotation.VotingBrowser.listening;
import static org.kukai.web.annotation.VotingBrowser.number;

/** From the invitation to the thanks at the end: by keyboard, by touch, without JavaScript. */
@QuarkusTest
class RaterJourneyBrowserTest {
    private static final String VOTES = "select count(*) from vote where round_id = cast(?1 as uuid)";
    private static final int MOST_STOPS = 60;
    private static final int MOST_SWIPES = 10;

    @TestHTTPResource("/")
    URI base;

    @Test
    void onADesktopByKeyboardAlone() {
        RoundCast round = RoundCast.open(5, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = browser.newPage();
            page.navigate(invitation(round));
            assertAccessible(page);
            page.keyboard().type("Chiyo-ni " + UUID.randomUUID());
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Keep your link");
            assertAccessible(page);
            press(page, "Go on");
            assertThat(page).hasURL(Pattern.compile(".*/guidelines"));
            press(page, "Begin");
            assertThat(page).hasURL(Pattern.compile(".*/practice"));
            assertAccessible(page);
            press(page, "Left");
            assertThat(page.locator("h1")).hasText("So would most");
            assertAccessible(page);
            press(page, "Begin to vote");
            listening(page);
            key(page, "1", "Saved: left.");
            key(page, "Shift+Digit2", "Saved: right, clearly.");
            key(page, "u", "Your last vote is undone.");
            key(page, "0", "Saved: both alike.");
            key(page, "n", "Saved: neither.");
            key(page, "s", "Saved: skip.");
            assertAccessible(page);
            key(page, "ArrowRight", "Saved: right.");
            assertThat(page.locator("h1")).hasText("Thank you");
            assertAccessible(page);
        }
        assertThat(number(VOTES, round)).isEqualTo(5);
    }

    @Test
    void onAPhoneByTouchAndSwipe() {
        RoundCast round = RoundCast.open(4, 1);
        List<Response> answers = new ArrayList<>();
        StringBuilder seen = new StringBuilder();
        try (BrowserContext browser = Browsers.open(Look.PHONE, base)) {
            Page page = browser.newPage();
            page.onResponse(answers::add);
            Finger finger = Finger.on(page);
            page.navigate(invitation(round));
            page.locator("input[name=name]").fill("奥の細道 🍂 " + UUID.randomUUID());
            page.locator("main button.primary").click();
            page.locator("a.primary").click();
            page.locator("main button.primary").click();
            page.locator("button[value=skip]").click();
            listening(page);
            assertLargeTargets(page);
            String first = assignment(page);
            seen.append(page.content());
            finger.swipe("left", 10, 140);
            assertThat(assignment(page)).as("scrolling votes for nothing").isEqualTo(first);
            finger.swipe("left", 40, 0);
            assertThat(assignment(page)).as("a short swipe votes for nothing").isEqualTo(first);
            swipeAndVote(page, finger, "right");
            assertThat(page.locator("#said")).hasText("Saved: lower.", SLOWLY);
            seen.append(page.content());
            String second = assignment(page);
            choice(page, "left").click();
            page.waitForCondition(() -> !second.equals(assignment(page)));
            assertThat(page.locator("#said")).hasText("Saved: upper.", SLOWLY);
            swipeAndVote(page, finger, "left");
            assertThat(page.locator("#given")).hasText("3", SLOWLY);
            choice(page, "tie").click();
            assertThat(page.locator("h1")).hasText("Thank you", SLOWLY);
            seen.append(page.content());
            page.navigate(round.path("/history"));
            seen.append(page.content());
            // Reading an answer may bring another.
            List.copyOf(answers)
                    .forEach(answer ->
                            seen.append(answer.url()).append(answer.headers()).append(body(answer)));
        }
        assertThat(number(VOTES, round)).isEqualTo(4);
        assertThat(seen.toString()).contains("frog jumps");
        assertThat(seen.toString()).doesNotContain(round.secrets()).doesNotContainIgnoringCase("score");
    }

    @Test
    void withoutJavaScript() {
        RoundCast round = RoundCast.open(2, 1);
        try (BrowserContext browser = Browsers.openWithoutJavaScript(Look.NARROW, base)) {
            Page page = browser.newPage();
            page.navigate(invitation(round));
            page.locator("input[name=name]").fill("سلمى " + UUID.randomUUID());
            page.locator("main button.primary").click();
            page.locator("a.primary").click();
            page.locator("main button.primary").click();
            page.locator("button[value=right]").click();
            assertThat(page.locator("h1")).hasText("Most would choose otherwise");
            page.locator("a.primary").click();
            choice(page, "right").click();
            assertThat(page.locator(".flash")).hasText("Saved: lower.", SLOWLY);
            page.locator(".more summary").click();
            page.locator("input[value=slight]").check();
            page.locator("textarea[name=comment]").fill("the crow");
            page.locator("#standing [data-keep]").click();
            assertThat(page.locator(".flash")).hasText("Noted with your vote.");
            page.locator(".flag summary").click();
            page.locator("input[name=side][value=left]").check();
            page.locator("input[name=kind][value=offensive]").check();
            page.locator("button[name=then][value=skip]").click();
            assertThat(page.locator("h1")).hasText("Thank you");
            page.navigate(round.path("/history"));
            assertThat(page.locator("main")).containsText("lower, slightly", AS_SHOWN);
            assertThat(page.locator("main")).containsText("the crow");
        }
        assertThat(number(VOTES, round)).isEqualTo(2);
    }

    private static String invitation(RoundCast round) {
        String url = Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("role", "rater", "uses", 1, "round", round.id()))
                .post("/api/invitations")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
        return URI.create(url).getPath();
    }

    private static void key(Page page, String key, String said) {
        page.keyboard().press(key);
        assertThat(page.locator("#said")).hasText(said, SLOWLY);
    }

    /** Goes on by the tabulator to what is called so, and presses it. */
    private static void press(Page page, String name) {
        String url = page.url();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            String focused = (String) page.evaluate("document.activeElement.textContent.trim()");
            if (focused.startsWith(name)) {
                page.keyboard().press("Enter");
                page.waitForURL(now -> !now.equals(url));
                return;
            }
        }
        throw new AssertionError("no way by keyboard to " + name + " on " + url);
    }

    private static void assertLargeTargets(Page page) {
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('#voting button, #voting summary, #voting a')]
                    .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44)
                    .map(e => e.textContent.trim())""")).isEqualTo(List.of());
    }

    /** A browser that has just put another pair on the page may not know yet that it is swiped: then once more. */
    private static void swipeAndVote(Page page, Finger finger, String side) {
        String shown = assignment(page);
        for (int attempt = 0; attempt < MOST_SWIPES && shown.equals(assignment(page)); attempt++) {
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            finger.swipe(side, 220, 6);
            if (page.locator("#ballot[inert]").count() == 1) {
                return;
            }
        }
        assertThat(assignment(page)).as("a long swipe votes").isNotEqualTo(shown);
    }

    /** What a browser keeps of an answer; redirects have no body, and old ones are gone. */
    private static String body(Response answer) {
        try {
            return answer.text();
        } catch (PlaywrightException e) {
            return "";
        }
    }
}
