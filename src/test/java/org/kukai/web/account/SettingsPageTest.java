package org.kukai.web.account;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class SettingsPageTest {
    private static final String FRESH = "seventeen syllables";

    @Test
    void changesThePasswordAndKeepsThisSessionAlone() {
        Person rater = Person.newRater();
        PageSession here = PageSession.as(rater);
        PageSession there = PageSession.as(rater);
        rater.api().get("/api/account").then().statusCode(200).body("name", equalTo(rater.name()));
        here.post("/settings/password", Map.of("current", rater.password(), "fresh", FRESH))
                .then()
                .statusCode(303);
        here.get("/settings").then().statusCode(200).body(containsString("signed out everywhere else"));
        there.get("/settings").then().statusCode(302);
        // Neither does the API still know the old one, although it was just right.
        rater.api().get("/api/account").then().statusCode(401);
        PageSession.as(new Person(rater.name(), FRESH)).get("/settings").then().statusCode(200);
    }

    @Test
    void keepsThePasswordWhenThePresentOneIsWrongOrTheNewOneWillNotDo() {
        Person rater = Person.newRater();
        PageSession session = PageSession.as(rater);
        session.post("/settings/password", Map.of("current", "a wrong one", "fresh", FRESH))
                .then()
                .statusCode(400)
                .body(containsString("The present password is not right."));
        session.post("/settings/password", Map.of("current", rater.password(), "fresh", "Password123"))
                .then()
                .statusCode(400)
                .body(containsString("among the first that anybody would try"));
        session.post("/settings/password", Map.of("current", rater.password(), "fresh", "五".repeat(25)))
                .then()
                .statusCode(400)
                .body(containsString("at most 72 bytes; this one has 75"));
        PageSession.as(rater).get("/settings").then().statusCode(200);
    }

    @Test
    void endsOtherSessions() {
        Person rater = Person.newRater();
        PageSession here = PageSession.as(rater);
        PageSession there = PageSession.as(rater);
        here.post("/settings/sessions-end").then().statusCode(303);
        here.get("/settings").then().statusCode(200);
        there.get("/settings").then().statusCode(302);
    }

    @Test
    void changesTheName() {
        Person rater = Person.newRater();
        PageSession session = PageSession.as(rater);
        session.post("/settings/name", Map.of("name", rater.name() + " II"))
                .then()
                .statusCode(303);
        session.get("/settings").then().body(containsString(rater.name() + " II"));
        session.post("/settings/name", Map.of("name", "admin"))
                .then()
                .statusCode(409)
                .body(containsString("The name “admin” is taken"));
        session.post("/settings/name", Map.of("name", "a:b")).then().statusCode(400);
        session.post("/settings/name", Map.of("name", "zero\u200bwidth"))
                .then()
                .statusCode(400)
                .body(containsString("cannot be seen"));
    }

    @Test
    void showsATokenOnceAndRevokesIt() {
        Person rater = Person.newRater();
        PageSession session = PageSession.as(rater);
        session.get("/settings/tokens").then().statusCode(200).body(containsString("No tokens yet"));
        session.post("/settings/tokens", Map.of("name", "<nightly>")).then().statusCode(303);
        String carried = session.cookies().get("kukai-once");
        String page = session.get("/settings/tokens")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asString();
        String token = page.replaceAll("(?s).*<pre id=\"token\">(kukai_[\\w-]{43})</pre>.*", "$1");
        assertThat(session.cookies()).doesNotContainKey("kukai-once");
        PageSession.asNewRater()
                .request()
                .cookie("kukai-once", carried)
                .get("/settings/tokens")
                .then()
                .statusCode(200)
                .body(not(containsString(token)));
        session.get("/settings/tokens")
                .then()
                .body(containsString("&lt;nightly&gt;"))
                .body(containsString("never"))
                .body(not(containsString(token)));
        TokenApiTest.with(token).get("/api/account").then().statusCode(200);
        String id = TokenApiTest.with(token).get("/api/tokens").jsonPath().getString("[0].id");
        PageSession.asNewRater()
                .post("/settings/tokens/" + id + "/revocation")
                .then()
                .statusCode(404);
        session.post("/settings/tokens/" + id + "/revocation").then().statusCode(303);
        TokenApiTest.with(token).get("/api/account").then().statusCode(401);
        session.post("/settings/tokens", Map.of("name", " "))
                .then()
                .statusCode(400)
                .body(containsString("1 to 100 characters"));
    }

    @Test
    void changesThePasswordByApi() {
        Person rater = Person.newRater();
        rater.api()
                .contentType(ContentType.JSON)
                .body(Map.of("current", rater.password(), "fresh", FRESH))
                .put("/api/account/password")
                .then()
                .statusCode(204);
        rater.api().get("/api/account").then().statusCode(401);
    }
}
