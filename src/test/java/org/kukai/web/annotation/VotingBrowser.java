package org.kukai.web.annotation;

import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.kukai.testing.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What browser tests of voting do again and again. */
final class VotingBrowser {
    /** For what a slow machine takes its time, and a pause before the next try. */
    static final LocatorAssertions.HasTextOptions SLOWLY =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000).setUseInnerText(true);

    /** Of two words for one thing the page shows one. */
    static final LocatorAssertions.ContainsTextOptions AS_SHOWN =
            new LocatorAssertions.ContainsTextOptions().setUseInnerText(true);

    private VotingBrowser() {}

    static Page arrive(BrowserContext browser, RoundCast round) {
        return arrive(browser, round, Person.newRater());
    }

    static Page arrive(BrowserContext browser, RoundCast round, Person rater) {
        Page page = signIn(browser, rater);
        page.navigate(round.path(""));
        assertThat(page).hasURL(Pattern.compile(".*/guidelines"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/practice"));
        page.locator("button[value=skip]").click();
        assertThat(page).hasURL(Pattern.compile(".*/vote"));
        return page;
    }

    /** Keys that are pressed before the script has come are lost. */
    static Page listening(Page page) {
        assertThat(page.locator("#voting")).hasAttribute("data-ready", "yes");
        return page;
    }

    static void awaitAhead(Page page) {
        page.waitForCondition(
                () -> "yes".equals(page.locator("#voting").getAttribute("data-ahead")),
                new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    static double now(Page page) {
        return ((Number) page.evaluate("performance.now()")).doubleValue();
    }

    static Page signIn(BrowserContext browser, Person person) {
        Page page = browser.newPage();
        page.navigate("/sign-in");
        fill(page, person);
        return page;
    }

    static void fill(Page page, Person person) {
        page.locator("input[name=name]").fill(person.name());
        page.locator("input[name=password]").fill(person.password());
        page.locator("main button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Of a pair that takes presses: one that has only just appeared does not yet. */
    static Locator choice(Page page, String value) {
        return page.locator("#ballot:not([data-fresh]) button[value=" + value + "]");
    }

    /** The turn that the page shows; empty at the end. */
    static String assignment(Page page) {
        return (String) page.evaluate("document.querySelector('#ballot input[name=assignment]')?.value ?? ''");
    }

    static long number(String sql, RoundCast round) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Panache.getEntityManager()
                                .createNativeQuery(sql)
                                .setParameter(1, round.id())
                                .getSingleResult())
                        .longValue());
    }

    /** Changes something of the round behind everybody's back. */
    static void change(String sql, RoundCast round) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery(sql)
                        .setParameter(1, round.id())
                        .executeUpdate());
    }
}
