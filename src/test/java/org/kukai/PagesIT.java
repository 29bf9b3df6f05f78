package org.kukai;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.PackagedKukai;
import org.kukai.testing.SmallWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page of a small world, looked at in a browser: by axe, by keyboard, on a narrow screen. With {@code -Dscreenshots}
 * it also takes the pictures in {@code docs/screenshots}, and those of all other pages in {@code target/screenshots}.
 */
class PagesIT {
    private static final String RATER = SmallWorld.RATERS.getFirst();
    private static final Path PICTURES = Path.of("docs", "screenshots");
    private static final Path OTHER_PICTURES = Path.of("target", "screenshots");
    private static final Set<String> PICTURED = Set.of(
            "dashboard",
            "prompts",
            "run",
            "round",
            "guidelines",
            "practised",
            "vote",
            "votes-of-a-rater",
            "thanks",
            "briefing",
            "join",
            "round-adjudication",
            "round-new",
            "round-quality",
            "webhooks",
            "release",
            "syllables",
            "haiku",
            "rounds-of-a-rater",
            "round-ranking");
    private static final int MOST_STOPS = 300;

    @TempDir
    static Path folder;

    private static PackagedKukai kukai = PackagedKukai.on(Path.of("unused"));
    private static List<View> views = List.of();

    @BeforeAll
    static void buildTheWorld() {
        kukai = PackagedKukai.withAdminOn(folder.resolve("data")).start();
        SmallWorld world = SmallWorld.in(kukai);
        views = View.allOf(world);
    }

    @AfterAll
    static void leaveNothingBehind() {
        kukai.close();
    }

    @Test
    void haveNothingThatAxeCallsSeriousAndFitTheNarrowestScreen() {
        SoftAssertions all = new SoftAssertions();
        visitAll(Look.LIGHT, (view, page) -> {
            all.assertThatCode(() -> Browsers.assertAccessible(page))
                    .as(view.name())
                    .doesNotThrowAnyException();
            Browsers.look(page, Look.DARK);
            all.assertThatCode(() -> Browsers.assertReadable(page))
                    .as("%s, dark", view.name())
                    .doesNotThrowAnyException();
            Browsers.look(page, Look.NARROW);
            all.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("the width of %s", view.name())
                    .isLessThanOrEqualTo(320);
            Browsers.look(page, Look.LIGHT);
        });
        all.assertAll();
    }

    @Test
    void areWalkedThroughByKeyboardAlone() {
        SoftAssertions all = new SoftAssertions();
        visitAll(Look.LIGHT, (view, page) -> {
            int stops = (Integer) page.evaluate("""
                    () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                        .filter(e => !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0 && e.checkVisibility()
                            && !(e.type === 'radio' && !e.checked)).length""");
            List<String> unseen = new ArrayList<>();
            Map<String, Integer> reached = new HashMap<>();
            // Two more: where a field has the focus from the start, the way leads once around, past the browser itself.
            for (int stop = 0; stop < Math.min(stops, MOST_STOPS) + 2; stop++) {
                page.keyboard().press("Tab");
                String place = (String) page.evaluate("""
                        () => { const e = document.activeElement; const s = getComputedStyle(e);
                            const seen = s.outlineStyle !== 'none' || s.boxShadow !== 'none';
                            const all = [...document.querySelectorAll('*')];
                            return (seen ? '' : '!') + all.indexOf(e) + ' ' + e.outerHTML.slice(0, 90); }""");
                if (place.contains("<body")) {
                    continue;
                }
                reached.merge(place, 1, Integer::sum);
                if (place.startsWith("!")) {
                    unseen.add(place);
                }
            }
            all.assertThat(unseen)
                    .as("focus that cannot be seen on %s", view.name())
                    .isEmpty();
            all.assertThat(reached.size())
                    .as("the stops of the Tab key on %s", view.name())
                    .isGreaterThanOrEqualTo(Math.min(stops, MOST_STOPS) - 2);
        });
        all.assertAll();
    }

    @Test
    @EnabledIfSystemProperty(named = "screenshots", matches = ".*")
    void areShownInTheDocuments() {
        for (Look look : List.of(Look.LIGHT, Look.DARK, Look.PHONE)) {
            visitAll(look, (view, page) -> {
                Path folder = PICTURED.contains(view.name()) ? PICTURES : OTHER_PICTURES;
                String name = view.name() + "-" + look.name().toLowerCase(Locale.ROOT) + ".png";
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name))
                        .setFullPage(true));
            });
        }
        assertThat(PICTURES.resolve("vote-phone.png")).exists();
    }

    private interface Visit {
        void at(View view, Page page);
    }

    /** Opens each page as the one whom it is for, with nothing to complain about in the browser's console. */
    private static void visitAll(Look look, Visit visit) {
        for (String who : List.of("admin", RATER, View.STRANGER)) {
            try (BrowserContext browser = Browsers.open(look, kukai.address())) {
                Page page = browser.newPage();
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        complaints.add(page.url() + ": " + message.text());
                    }
                });
                if (!who.equals(View.STRANGER)) {
                    signIn(page, who, who.equals("admin") ? PackagedKukai.ADMIN_PASSWORD : SmallWorld.PASSWORD);
                }
                for (View view : views) {
                    if (view.who().equals(who)) {
                        Response answer = page.navigate(view.path());
                        assertThat(answer.status()).as(view.path()).isEqualTo(200);
                        page.waitForLoadState(LoadState.LOAD);
                        if (!view.press().isEmpty()) {
                            page.waitForResponse(
                                    next -> next.request().isNavigationRequest() && next.status() == 200,
                                    () -> page.locator(view.press()).first().click());
                            page.waitForLoadState(LoadState.LOAD);
                        }
                        visit.at(view, page);
                    }
                }
                assertThat(complaints).isEmpty();
            }
        }
    }

    private static void signIn(Page page, String name, String password) {
        page.navigate("/sign-in");
        page.locator("main input[name=name]").fill(name);
        page.locator("main input[name=password]").fill(password);
        page.locator("main button").click();
        page.waitForURL(address -> !address.contains("/sign-in"));
    }
}
