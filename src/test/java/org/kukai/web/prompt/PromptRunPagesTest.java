package org.kukai.web.prompt;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.generation.RunCast;
import org.kukai.prompt.writing.PromptRunCast;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PageSession;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class PromptRunPagesTest {
    private final String word = PromptRunCast.word();

    @Test
    void ordersReviewsAndApprovesByClicks() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.ok("1. Write a haiku about a " + word + ".\n2. Write one haiku about a "
                    + word + ".\n3. May we hear a haiku that the " + word + " left <1> behind?"));
            PageSession admin = PageSession.asAdmin();
            admin.get("/prompts/runs/new").then().statusCode(200).body(containsString("Ask the model"));
            Response ordered = order(admin, RunCast.model(server), Map.of("topics", word));
            ordered.then().statusCode(303);
            String page = ordered.header("Location").replaceFirst("^https?://[^/]+", "");
            UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
            PromptRunCast.ended(id);

            admin.get(page)
                    .then()
                    .statusCode(200)
                    .body(allOf(
                            containsString("Put 2 into the pool"),
                            containsString("left &lt;1&gt; behind"),
                            containsString("there is one like it: “Write a haiku about a " + word + ".”"),
                            not(containsString("hx-get"))));
            admin.get("/prompts/runs").then().body(containsString(page));
            admin.get(page + "/live").then().statusCode(200).header("HX-Refresh", "true");
            String rescue = between(admin.get(page + "?state=refused").asString(), page + "/candidates/", "/rescue");
            admin.post(page + "/candidates/" + rescue + "/rescue", Map.of("state", "refused", "reason", "", "page", 1))
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith(page + "?state=refused&reason=&page=1#candidates"));
            admin.get(page + "?state=refused").then().body(containsString("None of these any more."));
            String drop = between(admin.get(page + "?state=kept").asString(), page + "/candidates/", "/drop");
            admin.post(page + "/candidates/" + drop + "/drop").then().statusCode(303);
            admin.post(page + "/approval").then().statusCode(303);
            admin.get(page)
                    .then()
                    .body(allOf(
                            containsString("2 prompts were added to the pool."),
                            containsString("in the pool"),
                            not(containsString("into the pool</button>"))));
            admin.get("/prompts?q=" + word).then().body(containsString("prompt run " + id));
        }
    }

    @Test
    void showsARunThatWorksAndStopsIt() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.hang());
            PageSession admin = PageSession.asAdmin();
            String page = order(admin, RunCast.model(server), Map.of("topics", word))
                    .header("Location")
                    .replaceFirst("^https?://[^/]+", "");
            admin.get(page)
                    .then()
                    .body(allOf(
                            containsString("hx-get=\"" + page + "/live\""),
                            containsString("The first answers are on their way."),
                            containsString("<meta http-equiv=\"refresh\"")));
            admin.get(page + "/live").then().statusCode(200).body(containsString("id=\"live\""));
            admin.post(page + "/pause").then().statusCode(303);
            admin.get(page).then().body(containsString("paused"));
            admin.post(page + "/resumption").then().statusCode(303);
            admin.post(page + "/cancellation").then().statusCode(303);
            admin.get(page).then().body(allOf(containsString("cancelled"), containsString("Nothing was written.")));
        }
    }

    @Test
    void takesTopicsFromAFile() {
        PageSession admin = PageSession.asAdmin();
        byte[] file = ("one " + word + "\n\ntwo " + word + "\n").getBytes(StandardCharsets.UTF_8);
        Response answer = admin.upload("/prompts/runs/new", "file", "topics.txt", file, form("composer", Map.of()));
        answer.then().statusCode(303);
        admin.get(answer.header("Location").replaceFirst("^https?://[^/]+", ""))
                .then()
                .body(containsString("2 topics given by hand"));
    }

    @Test
    void keepsWhatWasWrittenInTheFormWhenItIsRefused() {
        PageSession admin = PageSession.asAdmin();
        order(admin, "composer", Map.of("topics", word, "perTopic", "many"))
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("must be a number that fits, not “many”"), containsString(">" + word + "<")));
        order(admin, "composer", Map.of("topics", " "))
                .then()
                .statusCode(400)
                .body(containsString("at least one topic"));
        order(admin, "composer", Map.of("about", "nothing")).then().statusCode(400);
        order(admin, "composer", Map.of("about", "proposed", "proposedTopics", "0"))
                .then()
                .statusCode(400)
                .body(containsString("1 to 5,000 topics, not 0"));
        byte[] junk = {1, 2, 0};
        admin.upload("/prompts/runs/new", "file", "topics.txt", junk, form("composer", Map.of()))
                .then()
                .statusCode(400)
                .body(containsString("zero byte"));
        admin.get("/prompts/runs/00000000-0000-7000-8000-000000000000").then().statusCode(404);
    }

    private static Response order(PageSession admin, String model, Map<String, String> fields) {
        return admin.post("/prompts/runs/new", form(model, fields));
    }

    private static Map<String, String> form(String model, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(Map.of("model", model, "about", "given", "perTopic", "3"));
        form.putAll(fields);
        return form;
    }

    private static String between(String page, String before, String after) {
        int end = page.indexOf(after);
        int start = page.lastIndexOf(before, end) + before.length();
        return page.substring(start, end);
    }
}
