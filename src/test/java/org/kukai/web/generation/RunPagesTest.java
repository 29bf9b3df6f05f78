package org.kukai.web.generation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.generation.RunCast;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class RunPagesTest {
    @Test
    void ordersARunByFormAndShowsItToItsEnd() {
        try (OpenAiServer server = OpenAiServer.start()) {
            PageSession admin = PageSession.asAdmin();
            String model = RunCast.model(server);
            admin.get("/runs/new?model=" + model)
                    .then()
                    .statusCode(200)
                    .body(containsString("value=\"" + model + "\" checked"));
            Response ordered = admin.post("/runs/new", form(model, RunCast.prompts(2)));
            assertThat(ordered.statusCode()).isEqualTo(303);
            String page = ordered.header("Location").replaceFirst("^https?://[^/]+", "");
            RunCast.ended(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
            admin.get(page)
                    .then()
                    .statusCode(200)
                    .body(containsString("completed"), containsString("100.0 %"), containsString("Latest haiku"))
                    .body(containsString("samples, 100 %"), not(containsString("hx-trigger=\"every")));
            admin.get("/runs").then().statusCode(200).body(containsString(model));
        }
    }

    @Test
    void showsWhatEachModelMadeAndFiltersRuns() {
        try (OpenAiServer good = OpenAiServer.start();
                OpenAiServer bad = OpenAiServer.start()) {
            bad.behave(request -> Answer.status(400, "no such thing"));
            String one = RunCast.model(good);
            String other = RunCast.model(bad);
            String run = Person.ADMIN
                    .api()
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "models", List.of(one, other),
                            "samplesPerPrompt", 2,
                            "prompts", Map.of("search", RunCast.prompts(2))))
                    .post("/api/runs")
                    .path("id");
            RunCast.ended(UUID.fromString(run));
            PageSession admin = PageSession.asAdmin();
            admin.get("/runs/" + run)
                    .then()
                    .statusCode(200)
                    .body(matchesPattern("(?s).*" + one + "\\s*</th>\\s*<td class=\"number\"><data[^>]*>4</data>.*"))
                    .body(matchesPattern("(?s).*" + other + "\\s*</th>\\s*<td class=\"number\"><data[^>]*>0</data>.*"));
            String path = "/runs/" + run;
            assertThat(admin.get("/runs?model=" + other + "&status=completed").asString())
                    .contains(path);
            assertThat(admin.get("/runs?model=" + other + "&status=paused").asString())
                    .contains("No run fits")
                    .doesNotContain(path);
            assertThat(admin.get("/runs?model=" + other.substring(1)).asString())
                    .contains("No run fits");
            assertThat(admin.get("/runs?page=100000").asString()).contains("There is no such page");
            admin.get("/runs?status=good").then().statusCode(400).body(containsString("A status is"));
        }
    }

    @Test
    void movesWhileItRunsAndTakesEveryAct() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.hang());
            PageSession admin = PageSession.asAdmin();
            String page = admin.post("/runs/new", form(RunCast.model(server), RunCast.prompts(2)))
                    .header("Location")
                    .replaceFirst("^https?://[^/]+", "");
            admin.get(page)
                    .then()
                    .body(containsString("hx-trigger=\"every 2s\""), containsString("<noscript><meta http-equiv"));
            admin.get(page + "/live").then().body(containsString("<progress"), not(containsString("<html")));
            admin.post(page + "/pause").then().statusCode(303);
            admin.get(page).then().body(containsString("Resume"), containsString("paused"));
            admin.post(page + "/resumption").then().statusCode(303);
            admin.post(page + "/cancellation").then().statusCode(303);
            admin.get(page).then().body(containsString("cancelled"), not(containsString("id=\"cancel\"")));
        }
    }

    @Test
    void showsFailuresByReasonWithTextEscaped() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.status(400, "<script>alert(1)</script>"));
            PageSession admin = PageSession.asAdmin();
            String page = admin.post("/runs/new", form(RunCast.model(server), RunCast.prompts(2)))
                    .header("Location")
                    .replaceFirst("^https?://[^/]+", "");
            RunCast.ended(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
            admin.get(page)
                    .then()
                    .body(containsString("What went wrong"), containsString("Retry failed"))
                    .body(containsString("&lt;script&gt;"), not(containsString("<script>alert")));
        }
    }

    @Test
    void showsWhySamplesWillBeTriedAgain() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.next(Answer.tooMany("60"));
            PageSession admin = PageSession.asAdmin();
            String page = admin.post("/runs/new", form(RunCast.model(server), RunCast.prompts(2)))
                    .header("Location")
                    .replaceFirst("^https?://[^/]+", "");
            RunCast.until(
                    "a call was refused", () -> admin.get(page).asString().contains("The server asks to slow down"));
            admin.post(page + "/cancellation").then().statusCode(303);
        }
    }

    @Test
    void showsTheFormAgainWithWhatWasWrong() {
        PageSession admin = PageSession.asAdmin();
        Map<String, String> form = form("composer", RunCast.prompts(1));
        form.put("userTemplate", "Write a poem");
        form.put("temperature", "hot");
        admin.post("/runs/new", form)
                .then()
                .statusCode(400)
                .body(containsString("The temperature must be a number"), containsString("Write a poem"));
        form.put("temperature", "0.5");
        admin.post("/runs/new", form).then().statusCode(400).body(containsString("where the prompt goes"));
        form.put("model", "gone");
        form.put("userTemplate", "{prompt}");
        admin.post("/runs/new", form).then().statusCode(400).body(containsString("no model named"));
    }

    @Test
    void estimatesWithAndWithoutScript() {
        PageSession admin = PageSession.asAdmin();
        Map<String, String> form = form("composer", RunCast.prompts(3));
        admin.post("/runs/new/estimate", form)
                .then()
                .statusCode(200)
                .body(containsString("3 prompts × 2 = 6 samples"), containsString("<html"));
        form.put("samples", "0");
        admin.post("/runs/new/estimate", form).then().statusCode(200).body(containsString("not 0"));
    }

    @Test
    void saysThatTheComposerIsNoLanguageModelWhereverItIsNamed() {
        PageSession admin = PageSession.asAdmin();
        String page = admin.post("/runs/new", form("composer", RunCast.prompts(1)))
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        RunCast.ended(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
        String named = "composer (built in, not a language model)";
        for (String path : List.of("/runs", "/runs/new", page, "/rounds/new")) {
            assertThat(admin.get(path).asString()).as(path).contains(named);
        }
    }

    @Test
    void isForAdminsOnly() {
        assertThat(PageSession.asNewRater().get("/runs").statusCode()).isEqualTo(403);
        assertThat(PageSession.ofStranger().get("/runs/new").statusCode()).isEqualTo(302);
    }

    private static Map<String, String> form(String model, String word) {
        return new HashMap<>(Map.of(
                "model", model,
                "split", "train",
                "search", word,
                "limit", "",
                "samples", "2",
                "temperature", "0.7",
                "maxTokens", "64",
                "maxInFlight", "2",
                "systemTemplate", "You are a poet.",
                "userTemplate", "{prompt}"));
    }
}
