package org.kukai.web.prompt;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.haiku.Haiku;
import org.kukai.haiku.Verdict;
import org.kukai.prompt.Prompt;
import org.kukai.prompt.PromptIntake;
import org.kukai.prompt.Split;
import org.kukai.testing.PageSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class PromptsPageTest {
    private final String mark = UUID.randomUUID().toString();

    @Inject
    PromptIntake intake;

    @Inject
    Clock clock;

    @Test
    void listsSearchesAndPages() {
        List<String> texts = List.of("Apple " + mark, "Pear " + mark, "Plum " + mark);
        intake.addTexts(texts, Optional.of(Split.HELD_OUT), "a test");
        PageSession admin = PageSession.asAdmin();

        admin.request()
                .queryParam("q", "PLUM " + mark)
                .get("/prompts")
                .then()
                .statusCode(200)
                .body(allOf(containsString("Plum " + mark), not(containsString("Pear " + mark))));
        admin.get("/prompts?split=train&q=" + mark).then().body(containsString("No prompt fits"));
        admin.get("/prompts?size=2&q=" + mark)
                .then()
                .body(allOf(
                        containsString("Page 1 of 2"),
                        containsString("/prompts?q=" + mark + "&amp;size=2&amp;page=2")));
        admin.get("/prompts?split=other").then().statusCode(400).body(containsString("not “other”"));
    }

    @Test
    void showsScriptTagsAsText() {
        String script = "<script>alert('" + mark + "')</script>";
        intake.addTexts(List.of("Write of " + script), Optional.empty(), script);
        PageSession admin = PageSession.asAdmin();
        String list = admin.get("/prompts?q=" + mark).asString();
        assertThat(list).contains("&lt;script&gt;alert(&#39;" + mark).doesNotContain(script);
        String page = admin.get("/prompts/" + prompt("Write of " + script).id).asString();
        assertThat(page).contains("&lt;script&gt;").doesNotContain(script);
    }

    @Test
    void addsLinesWrittenByHandAndKeepsTheRefusedOnes() {
        PageSession admin = PageSession.asAdmin();
        admin.post("/prompts", Map.of("texts", "One " + mark + "\r\n\r\nTwo " + mark, "split", "train"))
                .then()
                .statusCode(303);
        admin.get("/prompts?q=" + mark).then().body(containsString("2 prompts were added."));

        admin.post("/prompts", Map.of("texts", "One " + mark + "\n17.\nThree " + mark))
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("1 prompt was added, 1 was there already, 1 was refused."),
                        containsString("The prompt has no word in it: “17.”"),
                        containsString(">17.</textarea>")));
        admin.post("/prompts", Map.of("texts", "x".repeat(100_000)))
                .then()
                .statusCode(400)
                .body(containsString("The prompt has 100,000 characters; at most 2,000 are taken."));
        admin.post("/prompts", Map.of("texts", " ", "split", "held-out"))
                .then()
                .statusCode(400)
                .body(containsString("<option value=\"held-out\" selected>"));
    }

    @Test
    void reportsWhatBecameOfAnUploadedFile() {
        PageSession admin = PageSession.asAdmin();
        String file = "prompt,note\nOne " + mark + ",a\n<b>" + mark + ",b,c\none " + mark + "!,d\n";
        Response answer = upload(admin, "<i>rows</i>.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(303);

        admin.get(path(answer))
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("&lt;i&gt;rows&lt;/i&gt;.csv"),
                        containsString("<data class=\"figure number\" value=\"1\">1</data><span class=\"label\">added"),
                        containsString("The row has 3 columns where the first row has 2."),
                        containsString("<td class=\"number\">3</td>")));
        admin.get("/prompts/new").then().body(containsString(path(answer)));
        assertThat(prompt("One " + mark).source).isEqualTo("file <i>rows</i>.csv");
    }

    @Test
    void refusesFilesThatCannotBeReadAndAddsNothing() {
        PageSession admin = PageSession.asAdmin();
        refused(upload(admin, "empty.txt", new byte[0]), 400, "There is no prompt in what was sent.");
        refused(upload(admin, "junk.txt", new byte[] {1, 2, 0, 3}), 400, "Line 1 holds a zero byte");
        refused(upload(admin, "rows.xlsx", new byte[] {1}), 400, "does not tell the format");
        byte[] latin = ("One " + mark + "\nété\n").getBytes(StandardCharsets.ISO_8859_1);
        refused(upload(admin, "latin.txt", latin), 400, "Line 2 is not UTF-8");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Prompt.findByText("One " + mark)))
                .isEmpty();
    }

    @Test
    void refusesAFiftyMegabyteUploadWithWords() {
        byte[] file = ("Large " + mark + " ").repeat(1_200_000).getBytes(StandardCharsets.UTF_8);
        assertThat(file).hasSizeGreaterThan(50_000_000);
        PageSession admin = PageSession.asAdmin();
        // As a stream, for REST Assured holds every byte of an array in an object of its own.
        Response answer = admin.request()
                .multiPart("csrf-token", admin.csrfToken())
                .multiPart("file", "large.txt", new ByteArrayInputStream(file))
                .post("/prompts/imports");
        refused(answer, 413, "larger than the 20,971,520 bytes");
    }

    @Test
    void showsAPromptWithItsHaikuAndKeepsItThen() {
        intake.addTexts(List.of("Asked " + mark), Optional.of(Split.TRAIN), "a test");
        QuarkusTransaction.requiringNew().run(() -> {
            keep("an old silent pond\na <b>frog</b> jumps into the pond\nsplash silence again", 4);
            keep("no poem", 0);
        });
        Prompt prompt = prompt("Asked " + mark);
        PageSession admin = PageSession.asAdmin();

        admin.get("/prompts/" + prompt.id)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("a &lt;b&gt;frog&lt;/b&gt; jumps"),
                        containsString("score 4 of 4"),
                        containsString("score 0 of 4"),
                        containsString("<span class=\"word\">pond</span>"),
                        not(containsString("/removal"))));
        admin.get("/prompts?q=" + mark).then().body(containsString("4 of 4"));
        admin.post("/prompts/" + prompt.id + "/removal")
                .then()
                .statusCode(409)
                .body(containsString("what was asked is part of the record"));
    }

    @Test
    void removesAPromptWithoutHaiku() {
        intake.addTexts(List.of("Unasked " + mark), Optional.empty(), "a test");
        Prompt prompt = prompt("Unasked " + mark);
        PageSession admin = PageSession.asAdmin();
        admin.get("/prompts/" + prompt.id).then().body(containsString("No haiku yet."));
        admin.post("/prompts/" + prompt.id + "/removal")
                .then()
                .statusCode(303)
                .header("Location", containsString("/prompts"));
        admin.get("/prompts/" + prompt.id).then().statusCode(404);
    }

    @Test
    void addsTheStarterSetByButton() {
        PageSession admin = PageSession.asAdmin();
        admin.post("/prompts/starter-set").then().statusCode(303);
        admin.get("/prompts/new").then().body(containsString("Add the starter set: 644 prompts"));
        admin.post("/prompts/starter-set").then().statusCode(303);
        admin.get("/prompts").then().body(containsString("nothing was added"));
    }

    @Test
    void isForAdmins() {
        PageSession rater = PageSession.asNewRater();
        rater.get("/prompts").then().statusCode(403);
        rater.post("/prompts", Map.of("texts", "x")).then().statusCode(equalTo(403));
    }

    private void keep(String text, int score) {
        Prompt prompt = Prompt.findByText("Asked " + mark).orElseThrow();
        Verdict verdict = new Verdict(text, score == 4, false, score, false, null, List.of(), List.of());
        Haiku.keep(prompt, verdict, "test", clock.instant());
    }

    private static Prompt prompt(String text) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Prompt.findByText(text).orElseThrow());
    }

    private static Response upload(PageSession admin, String name, byte[] content) {
        return admin.upload("/prompts/imports", "file", name, content, Map.of("split", "train"));
    }

    private static String path(Response answer) {
        String location = answer.header("Location");
        return location.substring(location.indexOf("/prompts/imports/"));
    }

    private static void refused(Response answer, int status, String words) {
        answer.then().statusCode(status).body(containsString(words));
    }
}
