package org.kukai.web.prompt;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.prompt.PromptIntake;
import org.kukai.testing.Browsers;
import org.kukai.testing.Person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class PromptsBrowserTest {
    private final String mark = UUID.randomUUID().toString();

    @TestHTTPResource("/")
    URI base = URI.create("");

    @Inject
    PromptIntake intake;

    @Test
    void isPassableByEverybodyFromUploadToPrompt() {
        intake.addTexts(List.of("A long prompt " + "wordwordword".repeat(100) + mark), Optional.empty(), "a test");
        try (BrowserContext context = Browsers.open(Browsers.Look.LIGHT, base)) {
            Page page = context.newPage();
            signIn(page);
            page.navigate("/prompts/new");
            Browsers.assertAccessible(page);
            byte[] rows = ("prompt\nA heron " + mark + "\n7.\n").getBytes(UTF_8);
            page.locator("input[type=file]").setInputFiles(new FilePayload("rows.csv", "text/csv", rows));
            page.getByText("Upload", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("h1").textContent()).isEqualTo("What became of rows.csv");
            Browsers.assertAccessible(page);

            page.setViewportSize(320, 640);
            page.navigate("/prompts?q=" + mark);
            assertThat(page.locator("tbody tr").count()).isEqualTo(2);
            Browsers.assertAccessible(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
            page.getByText("A heron " + mark).click();
            Browsers.assertAccessible(page);
        }
    }

    private static void signIn(Page page) {
        page.navigate("/sign-in");
        page.getByLabel("Name").fill(Person.ADMIN.name());
        page.getByLabel("Password").fill(Person.ADMIN.password());
        page.getByLabel("Password").press("Enter");
        page.waitForURL("**/");
    }
}
