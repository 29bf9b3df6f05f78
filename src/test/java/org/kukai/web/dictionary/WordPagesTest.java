package org.kukai.web.dictionary;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.kukai.correction.CorrectionCast;
import org.kukai.testing.Coinages;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** The pages of own words and of scoring anew, without a script, and the calls that tell the same. */
@QuarkusTest
class WordPagesTest {
    @RegisterExtension
    final Coinages coinages = new Coinages();

    private PageSession admin = PageSession.ofStranger();

    @BeforeEach
    void signIn() {
        admin = PageSession.asAdmin();
    }

    @Test
    void leadsFromAWordToItsCountsAndBack() {
        String word = coinages.word();
        String page = "/words/" + word;
        admin.get("/words?word=" + word.toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(303)
                .header("Location", endsWith(page));
        admin.get(page).then().statusCode(200).body(containsString("Nobody has decided"));
        admin.post(page + "/decision", Map.of("counts", "2|1", "reason", "<b>Heard</b>"))
                .then()
                .statusCode(303);
        admin.get(page)
                .then()
                .body(containsString("Counted as <strong>2 or 1</strong>"))
                .body(containsString("our own"))
                .body(containsString("&lt;b&gt;Heard"))
                .body(containsString("Take back"));
        admin.get("/words?q=" + word).then().body(containsString("href=\"" + page + "\""));
        admin.post(page + "/withdrawal", Map.of("reason", "")).then().statusCode(303);
        admin.get(page).then().body(containsString("taken back")).body(not(containsString("our own</span>")));
        admin.get("/words?q=" + word).then().body(not(containsString("href=\"" + page + "\"")));
    }

    @Test
    void tellsBeforeAWordIsSetHowManyScoresWouldChange() {
        String word = coinages.word();
        CorrectionCast.haikuWith(word, 3);
        admin.post("/words/" + word + "/preview", Map.of("counts", "2|1", "reason", "Heard so"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/words/" + word + "?counts=2%7C1&reason=Heard%20so"));
        admin.get("/words/" + word + "?counts=2&reason=Heard so")
                .then()
                .statusCode(200)
                .body(containsString("<strong><data class=\"number\" value=\"3\">"))
                .body(containsString("value=\"Heard so\""))
                .body(containsString("then 4"));
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("counts", List.of(2)))
                .post("/api/syllables/" + word + "/preview")
                .then()
                .statusCode(200)
                .body("found", equalTo(3))
                .body("exact", equalTo(true))
                .body("changed", equalTo(3))
                .body("become575", equalTo(3))
                .body("examples", hasSize(3));
        admin.get("/words/" + word + "?counts=none").then().statusCode(200).body(containsString("were taken back"));
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasWritten() {
        String word = coinages.word();
        admin.post("/words/" + word + "/decision", Map.of("counts", "two", "reason", "Heard so"))
                .then()
                .statusCode(400)
                .body(containsString("are no counts"))
                .body(containsString("value=\"Heard so\""));
        admin.post("/words/" + word + "/decision", Map.of("counts", "2", "reason", " "))
                .then()
                .statusCode(400)
                .body(containsString("Give a reason"));
        admin.get("/words/" + word + "?counts=31").then().statusCode(400).body(containsString("from 1 to 30"));
        admin.get("/words?word=two words").then().statusCode(400);
        admin.post("/words/" + word + "/withdrawal").then().statusCode(404);
    }

    @Test
    void sendsAndTakesTheListAsAFile() {
        String word = coinages.word();
        admin.upload("/word-list", "file", "words.csv", csv(word + ",3,Read aloud\n" + word), Map.of())
                .then()
                .statusCode(200)
                .body(containsString("Refused rows"))
                .body(containsString("2 to 5 columns"));
        admin.upload("/word-list", "file", "words.csv", csv(word + ",3,Read aloud\n"), Map.of())
                .then()
                .statusCode(303);
        admin.get("/words").then().body(containsString("0 words added, 0 changed, 1 there already."));
        admin.get("/word-list")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("kukai-words.csv"))
                .contentType(startsWith("text/csv"))
                .body(containsString(word + ",3,Read aloud,admin,"));
    }

    @Test
    void scoresAnewAndShowsHowFarItIs() {
        String word = coinages.word();
        List<UUID> poems = CorrectionCast.haikuWith(word, 2);
        admin.post("/words/" + word + "/decision", Map.of("counts", "2", "reason", "Heard so"))
                .then()
                .statusCode(303);
        admin.get("/rescoring").then().statusCode(200).body(containsString("another version"));
        String page = admin.post("/rescoring").then().statusCode(303).extract().header("Location");
        String path = page.substring(page.indexOf("/rescoring/"));
        CorrectionCast.until(
                "the page says completed", () -> admin.get(path).asString().contains("completed</span>"));
        admin.get(path + "/live")
                .then()
                .statusCode(200)
                .body(not(containsString("<html")))
                .body(not(containsString("hx-get")));
        assertThat(CorrectionCast.haiku(poems.getFirst()).score).isEqualTo((short) 4);
        Person.ADMIN
                .api()
                .get("/api" + path)
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("up", greaterThanOrEqualTo(2));
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .post("/api/rescoring")
                .then()
                .statusCode(202)
                .header("Location", containsString("/api/rescoring/"));
        admin.get("/rescoring").then().body(containsString(path));
        Person.ADMIN.api().get("/api/rescoring/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static byte[] csv(String rows) {
        return rows.getBytes(StandardCharsets.UTF_8);
    }
}
