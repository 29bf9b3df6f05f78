package org.kukai.web.dictionary;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.kukai.testing.Coinages;
import org.kukai.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class WordApiTest {
    @RegisterExtension
    final Coinages coinages = new Coinages();

    @Test
    void setsAWordAndEveryCallCountsByIt() {
        String word = coinages.word();
        set(word, List.of(2, 3), "Listened to it")
                .statusCode(200)
                .body("own.counts", contains(2, 3))
                .body("own.reason", equalTo("Listened to it"))
                .body("own.by", equalTo("admin"))
                .body("count.source", equalTo("override"));
        Person.newRater()
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("words", List.of(word.toUpperCase(java.util.Locale.ROOT), word)))
                .post("/api/syllables")
                .then()
                .statusCode(200)
                .body("words[1].counts", contains(2, 3))
                .body("words[1].usual", equalTo(2))
                .body("words[1].source", equalTo("override"))
                .body("words[0].counts", contains(2, 3));
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("texts", List.of("the old " + word + "\nthe old pond\nthe old pond")))
                .post("/api/haiku/verdicts")
                .then()
                .statusCode(200)
                .body("scorer", containsString("+o"))
                .body("verdicts[0].lines[0].counts", contains(4, 5))
                .body("verdicts[0].lines[0].words[2].source", equalTo("override"));
    }

    @Test
    void takesAWordBackAndKeepsTheHistory() {
        String word = coinages.word();
        set(word, List.of(2), "First").statusCode(200);
        set(word, List.of(3), "Second").statusCode(200).body("history", hasSize(2));
        Person.ADMIN
                .api()
                .queryParam("reason", "A mistake")
                .delete("/api/syllables/" + word)
                .then()
                .statusCode(204);
        Person.ADMIN
                .api()
                .get("/api/syllables/" + word)
                .then()
                .statusCode(200)
                .body("own", nullValue())
                .body("count.source", equalTo("model"))
                .body("history.reason", contains("A mistake", "Second", "First"))
                .body("history[0].counts", nullValue());
        Person.ADMIN
                .api()
                .delete("/api/syllables/" + word)
                .then()
                .statusCode(404)
                .body("detail", startsWith("“" + word + "” has no counts"));
    }

    @Test
    void listsExportsAndImports() {
        String word = coinages.word();
        String other = coinages.word();
        set(word, List.of(2), "Listened to it").statusCode(200);
        Person.ADMIN
                .api()
                .queryParam("q", word)
                .get("/api/words")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].word", equalTo(word));
        Person.ADMIN
                .api()
                .get("/api/words/csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("word,counts,reason,who,when"))
                .body(containsString(word + ",2,Listened to it,admin,"));
        read(other + ",4|3,Read aloud\nbroken\n")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("rejected", equalTo(1))
                .body("rejections[0].line", equalTo(2))
                .body("rejections[0].detail", containsString("2 to 5 columns"));
        read(other + ",4|3,Read aloud\n").body("added", equalTo(0)).body("unchanged", equalTo(1));
    }

    @Test
    void refusesWhatIsWrongInPlainWords() {
        String word = coinages.word();
        set(word, List.of(2), " ").statusCode(400).body("detail", startsWith("Give a reason"));
        set(word, List.of(31), "x").statusCode(400).body("detail", containsString("from 1 to 30"));
        set("two%20words", List.of(2), "x").statusCode(400).body("detail", containsString("not one word"));
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"x\"}")
                .put("/api/syllables/" + word)
                .then()
                .statusCode(400)
                .body("detail", startsWith("Send {"));
        Person.newRater()
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("counts", List.of(2), "reason", "x"))
                .put("/api/syllables/" + word)
                .then()
                .statusCode(403);
        Person.ADMIN
                .api()
                .get("/api/words/csv")
                .then()
                .body(not(containsString(word)))
                .contentType(not(endsWith("json")));
    }

    private static ValidatableResponse set(String word, List<Integer> counts, String reason) {
        return Person.ADMIN
                .api()
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(Map.of("counts", counts, "reason", reason))
                .put("/api/syllables/" + word)
                .then();
    }

    private static ValidatableResponse read(String csv) {
        return Person.ADMIN
                .api()
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post("/api/words/csv")
                .then();
    }
}
