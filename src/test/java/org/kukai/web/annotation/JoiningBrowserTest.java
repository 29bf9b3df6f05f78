package org.kukai.web.annotation;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import static org.kukai.web.annotation.VotingBrowser.SLOWLY;
import static org.kukai.web.annotation.VotingBrowser.arrive;
import static org.kukai.web.annotation.VotingBrowser.choice;
import static org.kukai.web.annotation.VotingBrowser.listening;
import static org.kukai.web.annotation.VotingBrowser.number;
import static org.kukai.web.annotation.VotingBrowser.signIn;

/** What a rater has to do from the link to the first vote, what a phone shows, when a break is suggested, what is printed. */
@QuarkusTest
class JoiningBrowserTest {
    /** Join, go on with the link kept, begin, pass over the practice pair, vote. */
    private static final int TAPS = 5;

    private static final int CENTIMETRES = 10;
    private static final double PIXELS_A_CENTIMETRE = 96 / 2.54;

    @TestHTTPResource("/")
    URI base;

    @Test
    void fromTheLinkToTheFirstVoteAreFiveTapsAndOneField() {
        RoundCast round = RoundCast.open(2, 1);
        try (BrowserContext browser = Browsers.open(Look.PHONE, base)) {
            browser.addInitScript("""
                    document.addEventListener("click", (tap) => {
                      if (tap.isTrusted) localStorage.setItem("taps", 1 + Number(localStorage.getItem("taps")));
                    }, true);
                    document.addEventListener("input", (typed) => localStorage.setItem("field-" + typed.target.name, "yes"), true);""");
            Page page = browser.newPage();
            touch(browser, page);
            long start = System.nanoTime();
            page.navigate(invitation(round));
            assertThat(page.locator("input[name=name]")).isFocused();
            page.keyboard().type("Issa " + UUID.randomUUID().toString().substring(0, 8));
            page.locator("main button.primary").click();
            assertThat(page.locator("h1")).hasText("Keep your link");
            page.locator("a.primary").click();
            page.locator("main button.primary").click();
            assertThat(page).hasURL(Pattern.compile(".*/practice"));
            page.locator("button[value=skip]").click();
            listening(page);
            choice(page, "left").click();
            assertThat(page.locator("#said")).hasText("Saved: upper.", SLOWLY);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("From the link to the first vote saved the program took %.1f s.%n", seconds);
            assertThat(page.evaluate("Number(localStorage.getItem('taps'))")).isEqualTo(TAPS);
            assertThat(page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('field-')).join()"))
                    .isEqualTo("field-name");
        }
        assertThat(number("select count(*) from vote where round_id = cast(?1 as uuid)", round))
                .isOne();
    }

    @Test
    void showsNoKeysWhereAFingerPointsOrThePageIsNarrow() {
        RoundCast round = RoundCast.open(2, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            Page page = listening(arrive(browser, round));
            assertThat(page.locator(".standing [data-help] kbd")).isVisible();
            assertThat(page.locator(".others button[value=skip] kbd")).isVisible();
            touch(browser, page);
            page.reload();
            assertThat(page.evaluate("matchMedia('(pointer: coarse)').matches")).isEqualTo(true);
            assertThat(page.locator(".standing [data-help]")).isVisible();
            assertThat(page.locator("#voting kbd:visible")).hasCount(0);
        }
        try (BrowserContext browser = Browsers.open(Look.PHONE, base)) {
            Page page = listening(arrive(browser, round));
            assertThat(page.locator("#voting kbd:visible")).hasCount(0);
        }
    }

    @Test
    void suggestsABreakAfterFiftyVotesAndGoesOnWhenTheRaterDoes() {
        RoundCast round = RoundCast.open(4, 1);
        Person ann = Person.newRater();
        try (BrowserContext browser = Browsers.open(Look.PHONE, base)) {
            Page page = listening(arrive(browser, round, ann));
            choice(page, "left").click();
            assertThat(page.locator("#said")).hasText("Saved: upper.", SLOWLY);
            assertThat(page.locator("#tired")).isHidden();
            voted(round, ann, 49);
            choice(page, "right").click();
            assertThat(page.locator("#tired")).isVisible();
            assertThat(page.locator("#tired")).containsText("a short break");
            assertAccessible(page);
            page.locator("#tired button").click();
            assertThat(page.locator("#tired")).isHidden();
            choice(page, "left").click();
            assertThat(page.locator("#given")).hasText("3", SLOWLY);
            assertThat(page.locator("#tired")).isHidden();
        }
        RoundCast plain = RoundCast.open(3, 1);
        try (BrowserContext browser = Browsers.openWithoutJavaScript(Look.PHONE, base)) {
            Page page = arrive(browser, plain, ann);
            choice(page, "left").click();
            assertThat(page.locator(".flash")).hasText("Saved: upper.", SLOWLY);
            voted(plain, ann, 49);
            choice(page, "left").click();
            assertThat(page.locator(".flash")).containsText("a short break");
        }
    }

    @Test
    void printsAnInvitationAsItsCodeAndLinkAlone() {
        RoundCast round = RoundCast.open(1, 1);
        try (BrowserContext browser = Browsers.open(Look.LIGHT, base)) {
            browser.addInitScript("window.print = () => document.body.setAttribute('data-printed', 'yes');");
            Page page = signIn(browser, Person.ADMIN);
            page.navigate(round.path(""));
            page.locator("form[action$='/invitations'] button").click();
            assertThat(page.locator("svg.qr")).isVisible();
            String link = page.locator("#link").inputValue();
            assertThat(link).contains("/join/");
            page.locator("[data-print]").click();
            assertThat(page.locator("body[data-printed=yes]")).hasCount(1);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("header.site")).isHidden();
            assertThat(page.locator("footer.site")).isHidden();
            assertThat(page.locator(".poster button:visible, .poster a.button:visible"))
                    .hasCount(0);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("#link")).isHidden();
            assertThat(page.locator(".on-paper")).isVisible();
            assertThat(page.locator(".on-paper")).hasText(link);
            assertThat(page.locator("svg.qr").boundingBox().width)
                    .isBetween(0.9 * CENTIMETRES * PIXELS_A_CENTIMETRE, 1.1 * CENTIMETRES * PIXELS_A_CENTIMETRE);
            assertThat(page.pdf()).hasSizeGreaterThan(1_000);
        }
    }

    private static void touch(BrowserContext browser, Page page) {
        CDPSession touch = browser.newCDPSession(page);
        JsonObject on = new JsonObject();
        on.addProperty("enabled", true);
        touch.send("Emulation.setTouchEmulationEnabled", on);
    }

    private static String invitation(RoundCast round) {
        String url = Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("role", "rater", "uses", 1, "round", round.id()))
                .post("/api/invitations")
                .path("url");
        return URI.create(url).getPath();
    }

    /** As if the rater had given so many votes without a pause. */
    private static void voted(RoundCast round, Person rater, int votes) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("""
                                update participation set streak = :votes, streak_since = now() - interval '10 minutes', last_vote_at = now()
                                where round_id = cast(:round as uuid) and rater_id = cast(:rater as uuid)""")
                        .setParameter("votes", votes)
                        .setParameter("round", round.id())
                        .setParameter("rater", rater.id())
                        .executeUpdate());
    }
}
