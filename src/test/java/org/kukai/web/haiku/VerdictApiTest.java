package org.kukai.web.haiku;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

@QuarkusTest
class VerdictApiTest {
    private static final String POEM = "An old silent pond\nA frog jumps into the pond\nSplash! Silence again.";

    @Test
    void judgesEveryTextInItsOrder() {
        judge(Map.of("texts", List.of("Sure! Here is a haiku:\n\n" + POEM, "moss")))
                .statusCode(200)
                .body("scorer", matchesPattern("\\d+\\.\\d+\\.[0-9a-f]{8}"))
                .body("verdicts", hasSize(2))
                .body("verdicts[0].text", equalTo(POEM))
                .body("verdicts[0].form575", equalTo(true))
                .body("verdicts[0].strict575", equalTo(true))
                .body("verdicts[0].score", equalTo(4))
                .body("verdicts[0].chatter", equalTo(true))
                .body("verdicts[0]", hasKey("problem"))
                .body("verdicts[0].problem", equalTo(null))
                .body("verdicts[0].lines.target", contains(5, 7, 5))
                .body("verdicts[0].lines[0].counts", contains(5))
                .body("verdicts[0].lines[0].onTarget", equalTo(true))
                .body("verdicts[0].lines[0].words.word", contains("An", "old", "silent", "pond"))
                .body("verdicts[0].lines[0].words[2].usual", equalTo(2))
                .body("verdicts[0].lines[0].words[2].source", equalTo("lexicon"))
                .body("verdicts[1].problem", equalTo("one-line"))
                .body("verdicts[1].score", equalTo(0));
    }

    @Test
    void takesAThousandTextsAndRefusesMore() {
        judge(Map.of("texts", Collections.nCopies(1_000, POEM))).statusCode(200).body("verdicts", hasSize(1_000));
        judge(Map.of("texts", Collections.nCopies(1_001, POEM)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("at most 1000 texts"));
    }

    @Test
    void refusesMoreThanFitsIntoTheMemory() {
        judge(Map.of("texts", Collections.nCopies(400, "word ".repeat(1_000))))
                .statusCode(413)
                .body("detail", containsString("at most 1000000 characters"));
    }

    @Test
    void saysWhatIsWrongWithACall() {
        judge(Map.of()).statusCode(400).contentType("application/problem+json").body("detail", containsString("texts"));
        judge(Map.of("texts", Arrays.asList("moss", null, "fern", null)))
                .statusCode(400)
                .body("detail", containsString("texts[1] is null"))
                .body("errors.index", contains(1, 3))
                .body("errors[0].detail", equalTo("is null, not a text."));
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("{\"texts\":")
                .post("/api/haiku/verdicts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void asksForASignIn() {
        given().contentType(ContentType.JSON)
                .body(Map.of("texts", List.of(POEM)))
                .post("/api/haiku/verdicts")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse judge(Object body) {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/haiku/verdicts")
                .then();
    }
}
