package org.kukai.web.errors;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.generation.RunCast;
import org.kukai.testing.Person;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Whoever sends JSON of another shape than a call takes learns which field it is, and no name of a class. */
@QuarkusTest
class WrongBodyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /api/runs             | {"model":"composer","temperature":"hot"} | temperature  | a number, not “hot”.
            /api/runs             | {"model":"composer","prompts":{"limit":"all"}} | prompts.limit | a whole number, not “all”.
            /api/runs             | {"model":"composer","prompts":7}         | prompts      | an object, not 7.
            /api/releases         | {"minVotes":"many"}                      | minVotes     | a whole number, not “many”.
            /api/rounds           | {"pairs":"ten"}                          | pairs        | a whole number, not “ten”.
            /api/rounds           | {"pairs":true}                           | pairs        | a whole number, not true.
            /api/rounds           | {"pairs":1.9}                            | pairs        | a whole number, not 1.9.
            /api/runs             | {"model":"composer","seed":0.5}          | seed         | a whole number, not 0.5.
            /api/haiku/verdicts   | {"texts":"abc"}                          | texts        | a list, not “abc”.
            /api/syllables        | {"words":5}                              | words        | a list, not 5.
            /api/models           | {"baseUrl":[]}                           | baseUrl      | a text, not a list.
            /api/models           | {"baseUrl":{"a":1}}                      | baseUrl      | a text, not an object.
            /api/rounds           | {"settleEarly":"often"}                  | settleEarly  | true or false, not “often”.
            /api/rounds           | {"like":"the last"}                      | like         | an identifier (a UUID), not “the last”.
            /api/models           | {"promptPrice":"NaN"}                    | promptPrice  | a number, not “NaN”.
            /api/invitations      | {"uses":"x"}                             | uses         | a whole number, not “x”.
            /api/invitations      | {"uses":99999999999}                     | uses         | a whole number from -2147483648 to 2147483647.
            """)
    void namesTheFieldAndTheValue(String path, String body, String field, String wanted) {
        post(path, body)
                .body("detail", equalTo(field + " must be " + wanted))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].detail", equalTo("must be " + wanted));
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() {
        String name = RunCast.modelWithPrices("http://127.0.0.1:1/v1", "1", "2", "EUR");
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("{\"prise\":1}")
                .put("/api/models/" + name + "/prices")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("prise is not known here. Known are: completionPrice, currency, promptPrice."))
                .body("errors[0].field", equalTo("prise"));
        Person.ADMIN
                .api()
                .get("/api/models/" + name)
                .then()
                .body("promptPrice", equalTo(1), "currency", equalTo("EUR"));
        post("/api/runs", "{\"model\":\"composer\",\"prompts\":{\"limits\":3}}")
                .body(
                        "detail",
                        equalTo("prompts.limits is not known here. Known are: fewerThan, limit, search, split."));
        post("/api/runs", "{\"modell\":\"composer\"}").body("detail", containsString("modell is not known here."));
    }

    /** A body whose making is refused for its values; reading it wraps the refusal. */
    @Test
    void givesTheReasonAloneWhenValuesAreRefused() {
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("{\"attentionEvery\":-1,\"repeatEvery\":0,\"repeatGap\":5}")
                .put("/api/rounds/" + UUID.randomUUID() + "/checks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("Attention pairs come once in 5 to 1000 turns, or never (0); given: -1."));
    }

    @Test
    void namesThePlaceInAList() {
        post("/api/haiku/verdicts", "{\"texts\":[\"moss\",{}]}")
                .body("detail", equalTo("texts[1] must be a text, not an object."))
                .body("errors[0].index", equalTo(1))
                .body("errors[0].detail", equalTo("must be a text, not an object."));
    }

    @Test
    void saysWhatTheBodyMustBe() {
        post("/api/runs", "[]").body("detail", equalTo("The body must be an object, not a list."));
        post("/api/runs", "\"composer\"").body("detail", equalTo("The body must be an object, not “composer”."));
        post("/api/runs", "{\"model\":").body("detail", containsString("The request cannot be read"));
        post("/api/runs", "model=composer").body("detail", containsString("The request cannot be read"));
    }

    @Test
    void showsOnlyTheBeginningOfALongValue() {
        post("/api/rounds", "{\"pairs\":\"" + "x".repeat(500) + "\"}")
                .body("detail", equalTo("pairs must be a whole number, not “" + "x".repeat(60) + "…”."));
    }

    @Test
    void speaksOfCsrfTokensOnPagesOnly() {
        Person.ADMIN
                .api()
                .multiPart("file", "moss")
                .post("/api/syllables")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", allOf(containsString("application/json"), not(containsString("CSRF"))));
    }

    private static ValidatableResponse post(String path, String body) {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "detail",
                        allOf(not(containsString("CSRF")), not(containsString("kukai")), not(containsString("java"))));
    }
}
