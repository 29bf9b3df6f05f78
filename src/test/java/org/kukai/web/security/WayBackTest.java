package org.kukai.web.security;

import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.generation.RunCast;
import org.kukai.testing.PageSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

/** Whoever is refused is not left standing: a form leads back to its page, and every page of an error has the way on. */
@QuarkusTest
class WayBackTest {
    @Test
    void leadsBackToThePageWithTheReasonAndWhatWasTyped() {
        PageSession admin = PageSession.asAdmin();
        String page = admin.post(
                        "/runs/new",
                        Map.of(
                                "model",
                                "composer",
                                "search",
                                RunCast.prompts(1),
                                "samples",
                                "1",
                                "temperature",
                                "0.7",
                                "maxTokens",
                                "64",
                                "userTemplate",
                                "{prompt}"))
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        RunCast.ended(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
        admin.postFrom(page, page + "/budget", Map.of("tokens", "0", "money", ""))
                .then()
                .statusCode(303)
                .header("Location", endsWith(page));
        admin.get(page)
                .then()
                .statusCode(200)
                .body(containsString("A budget of tokens is 1 or more, not 0"), containsString("role=\"alert\""))
                .body(containsString("name=\"tokens\" value=\"0\""));
        admin.get(page)
                .then()
                .body(not(containsString("A budget of tokens is 1 or more")))
                .body(containsString("name=\"tokens\" value=\"\""));
        admin.postFrom(page, page + "/pause", Map.of()).then().statusCode(303);
        admin.get(page).then().body(containsString("This run is completed, so it cannot be paused."));
    }

    @Test
    void leadsNowhereElseThanToAPageOfItsOwn() {
        PageSession admin = PageSession.asAdmin();
        String act = "/runs/" + UUID.randomUUID() + "/pause";
        admin.post(act).then().statusCode(404);
        admin.request()
                .header("Referer", "http://elsewhere.example/runs")
                .header("X-CSRF-TOKEN", admin.csrfToken())
                .post(act)
                .then()
                .statusCode(404);
        admin.postFrom(act, act, Map.of()).then().statusCode(404);
        admin.postFrom("/runs?page=1", act, Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith("/runs?page=1"));
    }

    @Test
    void keepsNoSecretThatWasTyped() {
        PageSession admin = PageSession.asAdmin();
        admin.postFrom(
                        "/settings",
                        "/models/" + UUID.randomUUID() + "/prices",
                        Map.of("prompt", "1", "apiKey", "sk-secret", "password", "secret"))
                .then()
                .statusCode(303);
        assertThat(admin.cookies().get("kukai-typed")).contains("prompt=1").doesNotContain("secret");
    }

    @Test
    void showsTheNavigationOnPagesOfErrorsToWhoeverIsSignedIn() {
        String nav = "<nav aria-label=\"Main\">";
        PageSession rater = PageSession.asNewRater();
        rater.get("/runs").then().statusCode(403).body(containsString(nav), containsString("href=\"/rounds\""));
        rater.get("/nowhere").then().statusCode(404).body(containsString(nav), containsString("href=\"/rounds\""));
        PageSession admin = PageSession.asAdmin();
        admin.get("/runs/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body(containsString(nav), containsString("/models"));
        PageSession.ofStranger()
                .get("/nowhere")
                .then()
                .statusCode(404)
                .body(not(containsString("href=\"/rounds\"")), containsString("href=\"/sign-in\""));
    }
}
