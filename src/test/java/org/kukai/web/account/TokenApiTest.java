package org.kukai.web.account;

import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class TokenApiTest {
    @Inject
    EntityManager database;

    @Test
    void makesTokensThatTheDatabaseKnowsOnlyByTheirHash() {
        Person rater = Person.newRater();
        JsonPath made = make(rater.api(), Map.of("name", "nightly"), 200);
        String token = made.getString("token");
        rater.api()
                .get("/api/tokens")
                .then()
                .body("", hasSize(1))
                .body("[0].role", equalTo("rater"))
                .body("[0].lastUsedAt", nullValue());
        with(token).get("/api/tokens").then().statusCode(200).body("[0].lastUsedAt", notNullValue());
        String row = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select t::text from api_token t where id = cast(?1 as uuid)", String.class)
                        .setParameter(1, made.getString("id"))
                        .getSingleResult()
                        .toString());
        assertThat(row).doesNotContain(token).contains("nightly");
    }

    @Test
    void refusesARevokedOrUnknownToken() {
        Person rater = Person.newRater();
        JsonPath made = make(rater.api(), Map.of("name", "short-lived"), 200);
        Person.newRater()
                .api()
                .delete("/api/tokens/" + made.getString("id"))
                .then()
                .statusCode(404);
        rater.api().delete("/api/tokens/" + made.getString("id")).then().statusCode(204);
        with(made.getString("token")).get("/api/tokens").then().statusCode(401);
        with("kukai_guess").get("/api/tokens").then().statusCode(401);
        rater.api().delete("/api/tokens/" + made.getString("id")).then().statusCode(404);
    }

    @Test
    void neverDoesMoreThanItsOwnerMayNow() {
        Person admin = Person.newAdmin();
        String token = make(admin.api(), Map.of("name", "all"), 200).getString("token");
        with(token).get("/api/accounts").then().statusCode(200);
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("role", "rater"))
                .put("/api/accounts/" + admin.id() + "/role")
                .then()
                .statusCode(200);
        with(token).get("/api/accounts").then().statusCode(403);
        Person.ADMIN
                .api()
                .post("/api/accounts/" + admin.id() + "/disablement")
                .then()
                .statusCode(200);
        with(token).get("/api/tokens").then().statusCode(401);
    }

    @Test
    void cannotMakeATokenThatMayDoMoreThanItself() {
        Person admin = Person.newAdmin();
        String token =
                make(admin.api(), Map.of("name", "votes", "role", "rater"), 200).getString("token");
        with(token).get("/api/accounts").then().statusCode(403);
        make(with(token), Map.of("name", "more", "role", "admin"), 403);
        String second = make(with(token), Map.of("name", "same"), 200).getString("token");
        with(second).get("/api/accounts").then().statusCode(403);
    }

    static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static JsonPath make(RequestSpecification caller, Map<String, ?> wanted, int status) {
        return caller.contentType(ContentType.JSON)
                .body(wanted)
                .post("/api/tokens")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }
}
