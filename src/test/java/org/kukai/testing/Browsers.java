package org.kukai.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The installed Chromium (Debian's package {@code chromium}, or the program that KUKAI_CHROMIUM names), driven by
 * Playwright. One process serves all tests of a JVM; each test opens a context of its own, which is like a fresh profile.
 * Where no Chromium is installed, tests that ask for one are skipped; with KUKAI_REQUIRE_BROWSER=true they fail.
 */
public final class Browsers {
    /** How a page is looked at. */
    public enum Look {
        LIGHT(1280, 900, ColorScheme.LIGHT),
        DARK(1280, 900, ColorScheme.DARK),
        PHONE(375, 812, ColorScheme.LIGHT),
        /** The narrowest screen that every page must fit. */
        NARROW(320, 640, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    /** Lists grow with every test that has run before, and one entry is like the others: a few tell, and take seconds instead of a minute. */
    private static final List<String> MORE_OF_THE_SAME = List.of(
            ".stack > section:nth-of-type(n+9)",
            "tbody > tr:nth-child(n+9)",
            "ol > li:nth-child(n+9)",
            "ul > li:nth-child(n+9)");

    private static @Nullable Browser browser;

    private Browsers() {}

    /** Opens a context (cookies of its own) whose relative addresses start at the base; close it. */
    public static BrowserContext open(Look look, URI base) {
        return open(look, base, true);
    }

    /** The same for somebody who switched JavaScript off. */
    public static BrowserContext openWithoutJavaScript(Look look, URI base) {
        return open(look, base, false);
    }

    /** Looks at a page that is open already in another way. */
    public static void look(Page page, Look look) {
        page.setViewportSize(look.width, look.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme));
    }

    private static BrowserContext open(Look look, URI base, boolean javaScript) {
        return browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(base.toString())
                        .setViewportSize(look.width, look.height)
                        .setColorScheme(look.scheme)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(javaScript));
    }

    /** Fails when axe finds a serious or critical violation on the page; the message names the elements. */
    public static void assertAccessible(Page page) {
        assertNothingSerious(page, new AxeBuilder(page));
    }

    /** The same of colours alone, for a page that was looked at already in others. */
    public static void assertReadable(Page page) {
        assertNothingSerious(page, new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    private static void assertNothingSerious(Page page, AxeBuilder axe) {
        MORE_OF_THE_SAME.forEach(axe::exclude);
        List<Rule> violations = axe.analyze().getViolations();
        assertThat(violations.stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList()))
                .as("what axe finds on %s", page.url())
                .isEmpty();
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            browser = launch(chromium());
        }
        return browser;
    }

    private static Path chromium() {
        String named = System.getenv("KUKAI_CHROMIUM");
        Path program = Path.of(named == null || named.isBlank() ? "/usr/bin/chromium" : named);
        boolean installed = Files.isExecutable(program);
        if (Boolean.parseBoolean(System.getenv("KUKAI_REQUIRE_BROWSER"))) {
            assertThat(installed).as("Chromium must be at %s", program).isTrue();
        }
        assumeTrue(installed, "no Chromium at " + program + "; install it or set KUKAI_CHROMIUM");
        return program;
    }

    private static Browser launch(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }
}
