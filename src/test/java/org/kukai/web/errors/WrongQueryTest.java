package org.kukai.web.errors;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** A query parameter that is no number is called by its name. */
@QuarkusTest
class WrongQueryTest {
    @ParameterizedTest
    @ValueSource(strings = {"score=x", "page=x", "size=1.5", "page=99999999999"})
    void namesAParameterThatIsNoNumber(String query) {
        String name = query.substring(0, query.indexOf('='));
        String value = query.substring(query.indexOf('=') + 1);
        Person.ADMIN
                .api()
                .get("/api/haiku?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(name + " must be a whole number"))
                .body("detail", containsString(value))
                .body("errors[0].field", equalTo(name));
    }

    @Test
    void refusesACharacterThatCannotBeStored() {
        Person.ADMIN
                .api()
                .urlEncodingEnabled(false)
                .get("/api/prompts?q=%00")
                .then()
                .statusCode(400)
                .body("detail", containsString("cannot be stored"));
    }

    @Test
    void namesAParameterOfAPageToo() {
        PageSession.as(Person.ADMIN)
                .request()
                .accept("text/html")
                .get("/runs?page=x")
                .then()
                .statusCode(400)
                .body(containsString("page must be a whole number"));
    }

    @Test
    void knowsNothingUnderAnIdentifierThatIsNone() {
        Person.ADMIN.api().get("/api/rounds/x?page=y").then().statusCode(404);
        Person.ADMIN.api().get("/api/runs/x/attempts?page=1").then().statusCode(404);
        given().get("/nowhere?page=x").then().statusCode(404);
    }
}
