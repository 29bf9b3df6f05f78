package org.kukai.web.quality;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

/** How the pages by which an admin watches rounds and raters are laid out. */
@QuarkusTest
class AdminPagesBrowserTest {
    private static final int PAIRS = 12;

    /** The height of what stands on one line, padding included. */
    private static final int A_LINE = 46;

    private String round = "";

    @TestHTTPResource("/")
    URI base;

    /** One rater who always clicks left, one who has come and not voted. */
    @BeforeEach
    void letRatersCome() {
        round = Person.ADMIN
                .api()
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "A round with a long name " + UUID.randomUUID(),
                        "pairing",
                        "model-vs-model",
                        "models",
                        Poems.duel(PAIRS).models(),
                        "pairs",
                        PAIRS,
                        "votesPerPair",
                        2))
                .post("/api/rounds")
                .path("id");
        Person.newRater().api().get("/api/rounds/" + round + "/next").then().statusCode(200);
        Person lefty = Person.newRater();
        Response next = lefty.api().get("/api/rounds/" + round + "/next");
        while (next.statusCode() == 200) {
            lefty.api()
                    .contentType("application/json")
                    .body(Map.of("assignment", next.path("assignment"), "choice", "left"))
                    .post("/api/rounds/" + round + "/votes");
            next = lefty.api().get("/api/rounds/" + round + "/next");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "NARROW"})
    void keepFiguresOfRatersInOnePiece(Look look) {
        look(look, "/rounds/" + round + "/quality", page -> {
            assertThat(all(page, "td.number .label", "e.textContent.replace(/\\s/g, ' ')"))
                    .as("nothing to test, nothing told")
                    .isNotEmpty()
                    .doesNotContain("p = 1.00");
            assertThat(all(page, "td.number .label", "e.getClientRects().length"))
                    .containsOnly(1);
            assertThat(
                            all(
                                    page,
                                    "td.number",
                                    "(r => (r.selectNodeContents(e), r.getBoundingClientRect().height))(document.createRange())"))
                    .allSatisfy(height ->
                            assertThat(((Number) height).doubleValue()).isLessThan(A_LINE + 14));
        });
    }

    @Test
    void showThatATableGoesOnAndKeepTheNamesOfItsRows() {
        look(Look.NARROW, "/rounds/" + round + "/quality", page -> {
            assertThat(all(page, ".scroll", "e.scrollWidth > e.clientWidth")).containsExactly(true);
            assertThat(all(page, ".scroll", "getComputedStyle(e).backgroundImage.includes('gradient')"))
                    .containsExactly(true);
            assertThat(all(
                            page,
                            ".scroll",
                            "(e.scrollLeft = 300, e.querySelector('tbody th').getBoundingClientRect().left"
                                    + " - e.getBoundingClientRect().left)"))
                    .containsExactly(0);
        });
    }

    @Test
    void showWhichOfTheTabsIsOpen() {
        for (String path : List.of("/quality", "/checks", "/adjudication", "/adjudication?show=decided")) {
            look(
                    Look.LIGHT,
                    "/rounds/" + round + path,
                    page -> assertThat(
                                    all(
                                            page,
                                            "nav.tabs",
                                            "[...e.querySelectorAll('a')].filter(a => getComputedStyle(a).boxShadow !== 'none').length"))
                            .as(path)
                            .isNotEmpty()
                            .containsOnly(1));
        }
        for (String path : List.of("/flagged-poems", "/words", "/rescoring")) {
            look(
                    Look.LIGHT,
                    path,
                    page -> assertThat(all(page, "nav.tabs a[aria-current]", "getComputedStyle(e).boxShadow"))
                            .as(path)
                            .hasSize(1)
                            .doesNotContain("none"));
        }
    }

    @Test
    void listRoundsWithTheirVotesInSightOnAPhone() {
        look(
                Look.LIGHT,
                "/rounds",
                page -> assertThat(
                                all(page, "form[role=search] label", "e.getBoundingClientRect().height <= " + A_LINE))
                        .containsOnly(true));
        look(Look.PHONE, "/rounds", page -> {
            assertThat(all(page, "form[role=search] label", "e.getBoundingClientRect().height <= " + A_LINE))
                    .containsOnly(true);
            assertThat(all(
                            page,
                            "tbody tr:first-child progress + .label",
                            "e.getBoundingClientRect().right <= innerWidth && e.getBoundingClientRect().height < "
                                    + A_LINE))
                    .containsExactly(true);
        });
    }

    @Test
    void setAFigureBesideItsDrawing() {
        look(
                Look.LIGHT,
                "/rounds/" + round,
                page -> assertThat(
                                all(
                                        page,
                                        "#figures figure.columns",
                                        "e.getBoundingClientRect().left - e.previousElementSibling.getBoundingClientRect().right"))
                        .singleElement()
                        .satisfies(
                                gap -> assertThat(((Number) gap).doubleValue()).isBetween(8.0, 40.0)));
        look(
                Look.NARROW,
                "/rounds/" + round,
                page -> assertThat(
                                all(
                                        page,
                                        "#figures figure.columns",
                                        "e.getBoundingClientRect().top - e.previousElementSibling.getBoundingClientRect().bottom >= 8"))
                        .containsExactly(true));
    }

    private interface Visit {
        void at(Page page);
    }

    /** What is true of each element that is so selected. */
    private static List<Object> all(Page page, String selector, String said) {
        return List.copyOf((List<?>) page.evalOnSelectorAll(selector, "all => all.map(e => " + said + ")"));
    }

    private void look(Look look, String path, Visit visit) {
        try (BrowserContext browser = Browsers.open(look, base)) {
            Page page = browser.newPage();
            page.navigate("/sign-in");
            page.locator("main input[name=name]").fill(Person.ADMIN.name());
            page.locator("main input[name=password]").fill(Person.ADMIN.password());
            page.locator("main button").click();
            page.waitForURL(address -> !address.contains("/sign-in"));
            page.navigate(path);
            visit.at(page);
        }
    }
}
