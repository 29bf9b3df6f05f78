package org.kukai.web.annotation;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

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
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kukai.testing.Browsers.assertAccessible;

@QuarkusTest
class RoundAdminBrowserTest {
    private static final int PAIRS = 6;

    @TestHTTPResource("/")
    URI base;

    @ParameterizedTest
    @EnumSource(names = {"DARK", "NARROW"})
    void previewsOpensAndWatchesARound(Look look) {
        Poems.Duel duel = Poems.duel(PAIRS);
        try (BrowserContext browser = Browsers.open(look, base)) {
            Page page = browser.newPage();
            page.navigate("/sign-in");
            page.locator("main input[name=name]").fill(Person.ADMIN.name());
            page.locator("main input[name=password]").fill(Person.ADMIN.password());
            page.locator("main button").click();
            page.waitForURL(address -> !address.contains("/sign-in"));
            page.navigate("/rounds/new");
            page.locator("input[name=name]").fill("Watched " + look);
            page.locator("input[value=model-vs-model]").check();
            page.locator("select[name=one]").selectOption(duel.one());
            page.locator("select[name=other]").selectOption(duel.other());
            page.locator("input[name=votesAtMost]").fill("5");
            page.locator("input[name=settleEarly]").check();
            button(page, "Preview pairs and votes").click();
            assertThat(page.locator("#forecast figure.sample")).hasCount(3);
            assertThat(page.locator("input[name=name]")).hasValue("Watched " + look);
            assertAccessible(page);
            button(page, "Open the round").click();
            page.waitForURL(address -> !address.contains("/new"));
            String round = URI.create(page.url()).getPath();
            vote(round);
            assertThat(page.locator("#live .figure").first()).not().hasText("0");
            page.reload();
            assertThat(page.locator("table.shades")).isVisible();
            assertAccessible(page);
            button(page, "Pause the round").click();
            assertThat(button(page, "Resume the round")).isVisible();
            button(page, "Resume the round").click();
            assertThat(button(page, "Pause the round")).isVisible();
            Person.ADMIN.api().contentType("application/json").post("/api" + round + "/pause");
            assertThat(page.locator("#state")).hasText("paused", VotingBrowser.SLOWLY);
            assertThat(button(page, "Resume the round")).isVisible();
            assertAccessible(page);
            button(page, "Resume the round").click();
            assertThat(page.locator("#state")).hasText("open");
        }
    }

    private static void vote(String round) {
        Stream.generate(Person::newRater).limit(4).forEach(rater -> {
            for (int i = 0; i < 2; i++) {
                var next = rater.api().get("/api" + round + "/next");
                if (next.statusCode() == 200) {
                    rater.api()
                            .contentType("application/json")
                            .body(Map.of(
                                    "assignment", next.path("assignment"), "choice", i % 2 == 0 ? "left" : "right"))
                            .post("/api" + round + "/votes");
                }
            }
        });
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
