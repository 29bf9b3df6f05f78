package org.kukai;

import java.nio.file.Path;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Browsers;
import org.kukai.testing.Browsers.Look;
import org.kukai.testing.PackagedKukai;

import static org.assertj.core.api.Assertions.assertThat;

/** The first minutes of a newcomer, with the program as it is packaged. */
class PackagedProgramIT {
    @TempDir
    Path folder;

    @Test
    void printsASetUpLinkThatLeadsToAPageForTheFirstAdmin() {
        try (PackagedKukai kukai = PackagedKukai.on(folder.resolve("data")).start();
                BrowserContext browser = Browsers.open(Look.LIGHT, kukai.address())) {
            Page page = browser.newPage();
            page.navigate(kukai.setUpPath().orElseThrow());

            assertThat(page.title()).contains("Kukai");
            assertThat(page.locator("form input[type=password]").count()).isPositive();
            Browsers.assertAccessible(page);
        }
    }

    @Test
    void keepsItsDataInTheHomeOfWhoeverStartsItWhenNoFolderIsNamed() {
        Path home = folder.resolve("home");
        try (PackagedKukai kukai = PackagedKukai.on(home.resolve(".kukai"))
                .with("KUKAI_DATA_DIR", "")
                .with("HOME", home.toString())
                .start()) {
            assertThat(kukai.setUpPath()).isPresent();
            assertThat(home.resolve(".kukai/postgresql/data/PG_VERSION")).exists();
        }
    }
}
