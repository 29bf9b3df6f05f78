package org.kukai.web.syllable;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class SyllablePageTest {
    private static final String POEM = "An old silent pond\nA frog jumps into the pond\nSplash! Silence again.";

    @Test
    void countsWordsForScripts() {
        Person.newRater()
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("words", List.of("fire", "moonlit", "1999", "blorptastic", "春")))
                .post("/api/syllables")
                .then()
                .statusCode(200)
                .body("words.word", contains("fire", "moonlit", "1999", "blorptastic", "春"))
                .body("words[0].counts", contains(1, 2))
                .body("words[0].usual", equalTo(2))
                .body("words.source", contains("lexicon", "lexicon", "rule", "model", "unknown"));
    }

    @Test
    void refusesWordsThatAreNoList() {
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("word", "fire"))
                .post("/api/syllables")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void showsAnEmptyPageWithItsNextStep() {
        PageSession.asNewRater()
                .get("/syllables")
                .then()
                .statusCode(200)
                .body(containsString("Nothing to count yet"))
                .body(containsString("<textarea"));
    }

    @Test
    void showsTheEvidenceForEveryWordOfAPostedPoem() {
        PageSession.asNewRater()
                .post("/syllables", Map.of("poem", "Sure! Here is a haiku:\n\n" + POEM))
                .then()
                .statusCode(200)
                .body(containsString("<html"))
                .body(containsString("A haiku: 5-7-5"))
                .body(containsString("silent"))
                .body(containsString("lexicon"))
                .body(containsString("words before the poem"));
    }

    @Test
    void answersATypingReaderWithTheVerdictAlone() {
        PageSession.asNewRater()
                .post(
                        "/syllables/verdict",
                        Map.of("poem", "An old, very silent pond\nA frog jumps into the pond\nSplash"))
                .then()
                .statusCode(200)
                .body(not(containsString("<html")))
                .body(containsString("2 syllables too many in line 1."))
                .body(containsString("4 syllables too few in line 3."));
    }

    @Test
    void readsAWordByItsNextCountAndPutsThatIntoTheLink() {
        PageSession rater = PageSession.asNewRater();
        String poem = "an old silent pond\nfire and memory and smoke\nsplash! silence again";

        rater.post("/syllables/verdict", Map.of("poem", poem))
                .then()
                .statusCode(200)
                .header("HX-Replace-Url", not(containsString("&read=")))
                .body(containsString("A haiku: 5-7-5 when it is read to fit"))
                .body(containsString("Line 2 fits when “fire” is read as one."));
        rater.post("/syllables/verdict", Map.of("poem", poem, "turn", "fire"))
                .then()
                .statusCode(200)
                .header("HX-Replace-Url", containsString("&read=fire%3A2"))
                .body(containsString("name=\"read\" form=\"counting\" value=\"fire:2\""));
        rater.post("/syllables/verdict", Map.of("poem", poem, "read", "fire:2 memory:3 nonsense", "turn", "fire"))
                .then()
                .statusCode(200)
                .header("HX-Replace-Url", containsString("&read=fire%3A1+memory%3A3"))
                .body(containsString("A haiku: 5-7-5<"))
                .body(not(containsString("nonsense")));
    }

    @Test
    void opensASharedReading() {
        PageSession.asNewRater()
                .request()
                .urlEncodingEnabled(false)
                .get("/syllables?poem=fire%0Aon%0Astone&read=fire%3A1")
                .then()
                .statusCode(200)
                .body(containsString("4 syllables too few in line 1."))
                .body(containsString("poem=fire%0Aon%0Astone&amp;read=fire%3A1"));
    }

    @Test
    void needsNoAccountSoThatASharedPoemOpensForAnybody() {
        PageSession stranger = PageSession.ofStranger();

        stranger.request()
                .urlEncodingEnabled(false)
                .get("/syllables?poem=fire%0Aon%0Astone&read=fire%3A1")
                .then()
                .statusCode(200)
                .body(containsString("4 syllables too few in line 1."))
                .body(containsString("href=\"/sign-in\""))
                .body(not(containsString("href=\"/rounds\"")))
                .body(not(containsString("Sign out")));
        stranger.post("/syllables/verdict", Map.of("poem", "moss on a cold stone"))
                .then()
                .statusCode(200)
                .body(not(containsString("<html")));
    }

    @Test
    void saysWhenATextIsTooLongForALinkAndRefusesReadingsWithoutEnd() {
        PageSession rater = PageSession.asNewRater();

        rater.post("/syllables/verdict", Map.of("poem", "moss\n".repeat(300)))
                .then()
                .statusCode(200)
                .header("HX-Replace-Url", equalTo("/syllables"))
                .body(containsString("too long for a link"));
        rater.post("/syllables/verdict", Map.of("poem", "moss", "read", "fire:1 ".repeat(200)))
                .then()
                .statusCode(413);
    }

    @Test
    void showsMarkupAsText() {
        PageSession.asNewRater()
                .post(
                        "/syllables",
                        Map.of("poem", "<script>alert(1)</script> moss\n\"><img src=x onerror=y>\n</textarea>"))
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")))
                .body(not(containsString("<img src=x")));
    }

    @Test
    void opensASharedPoemAndRefusesOneThatIsTooLong() {
        PageSession rater = PageSession.asNewRater();
        rater.request()
                .urlEncodingEnabled(false)
                .get("/syllables?poem=moss%0Aon+stone")
                .then()
                .statusCode(200)
                .body(containsString("moss\non stone</textarea>"));
        rater.post("/syllables", Map.of("poem", "moss ".repeat(5_000))).then().statusCode(413);
    }
}
