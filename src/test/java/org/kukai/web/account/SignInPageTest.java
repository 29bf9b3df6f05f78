package org.kukai.web.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class SignInPageTest {
    private static final String PASSWORD = "correct horse battery";

    @Test
    void sendsAStrangerToTheSignInPageAndBack() {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/?x=1")
                .then()
                .statusCode(302)
                .header("Location", equalTo("/sign-in?next=%2F%3Fx%3D1"));
    }

    @Test
    void leadsAVoterBackWhoseSessionHasEnded() {
        PageSession stranger = PageSession.ofStranger();
        String token = stranger.csrfToken();
        Map.of(
                        "http://localhost/rounds/1/vote?x=1",
                        "%2Frounds%2F1%2Fvote%3Fx%3D1",
                        "http://x//evil.example",
                        "%2F",
                        "?",
                        "%2F")
                .forEach((shown, next) -> stranger.request()
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", shown)
                        .contentType(ContentType.URLENC)
                        .formParam("csrf-token", token)
                        .post("/rounds/" + UUID.randomUUID() + "/votes")
                        .then()
                        .statusCode(401)
                        .header("HX-Redirect", equalTo("/sign-in?next=" + next)));
        stranger.get("/sign-in?next=/rounds").then().body(containsString("Please sign in to go on."));
        stranger.get("/sign-in").then().body(not(containsString("Please sign in to go on.")));
    }

    @Test
    void saysThatAFormWasNotSavedAndLeadsBackToThePageThatItStoodOn() {
        String round = "/rounds/" + UUID.randomUUID();
        PageSession stranger = PageSession.ofStranger();
        String signIn = sent(stranger, round + "/votes", round + "/vote?x=1");
        stranger.get(signIn).then().body(containsString("What you sent was not saved"));
        Person rater = Person.newRater();
        stranger.post(
                        "/sign-in",
                        Map.of("name", rater.name(), "password", rater.password(), "next", round + "/vote?x=1"))
                .then()
                .statusCode(303)
                .header("Location", endsWith(round + "/vote?x=1"));
        assertThat(signIn).endsWith("/sign-in?next=" + encoded(round + "/vote?x=1") + "&unsaved=true");
    }

    @Test
    void leadsBackFromAFormToPagesOfItsOwnAlone() {
        String round = "/rounds/" + UUID.randomUUID();
        for (String referer : new String[] {"http://evil.example/rounds", "?", "http://localhost:1/rounds", ""}) {
            assertThat(sentFrom(PageSession.ofStranger(), round + "/votes", referer))
                    .endsWith("?next=" + encoded(round + "/vote") + "&unsaved=true");
            assertThat(sentFrom(PageSession.ofStranger(), round + "/withdrawal", referer))
                    .contains("?next=" + encoded(round + "/vote"));
            assertThat(sentFrom(PageSession.ofStranger(), "/settings/password", referer))
                    .contains("?next=%2F&");
        }
        assertThat(sent(PageSession.ofStranger(), round + "/votes", "//evil.example"))
                .contains("?next=%2F&");
    }

    private static String sent(PageSession session, String path, String page) {
        return sentFrom(session, path, RestAssured.baseURI + ":" + RestAssured.port + page);
    }

    private static String sentFrom(PageSession session, String path, String referer) {
        String token = session.csrfToken();
        return session.request()
                .header("Referer", referer)
                .contentType(ContentType.URLENC)
                .formParam("csrf-token", token)
                .formParam("choice", "left")
                .post(path)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    @Test
    void keepsTheFormTokenAsLongAsTheSession() {
        assertThat(given().get("/sign-in").detailedCookie("kukai-csrf").getMaxAge())
                .isEqualTo(Duration.ofDays(30).toSeconds());
    }

    @Test
    void signsInByFormAndKnowsTheVisitorAfterwards() {
        var page = given().get("/sign-in");
        String token =
                page.htmlPath().getString("**.find { it.@name == 'kukai-csrf' || it.@name == 'csrf-token' }.@value");
        var answer = given().redirects()
                .follow(false)
                .cookies(page.cookies())
                .contentType(ContentType.URLENC)
                .formParam("csrf-token", token)
                .formParam("name", "ADMIN")
                .formParam("password", PASSWORD)
                .post("/sign-in");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.detailedCookie("kukai-session").isHttpOnly()).isTrue();
        assertThat(answer.detailedCookie("kukai-session").getSameSite()).isEqualTo("Lax");
        given().cookies(answer.cookies())
                .accept("text/html")
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("Dashboard"));
    }

    @Test
    void refusesAFormWithoutItsCsrfTokenAndSaysWhy() {
        given().accept("text/html")
                .contentType(ContentType.URLENC)
                .formParam("name", "admin")
                .formParam("password", PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(400)
                .body(containsString("CSRF token"));
    }

    @Test
    void refusesContentThatIsNotAFormOnPages() {
        given().accept("text/html")
                .contentType("text/plain")
                .body("x")
                .post("/sign-out")
                .then()
                .statusCode(400)
                .body(containsString("This address takes forms"));
    }

    @Test
    void answersScriptsWithAProblem() {
        given().get("/api/nothing").then().statusCode(404).contentType("application/problem+json");
        given().get("/")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Basic"));
        given().auth().preemptive().basic("admin", "wrong").get("/").then().statusCode(401);
    }

    @Test
    void keepsMetricsForAdmins() {
        given().get("/q/metrics").then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("admin", PASSWORD)
                .get("/q/metrics")
                .then()
                .statusCode(200);
    }

    @Test
    void forbidsInlineScript() {
        given().get("/sign-in")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'"));
    }
}
