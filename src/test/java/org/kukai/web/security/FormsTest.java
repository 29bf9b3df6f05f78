package org.kukai.web.security;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Forms that do not come from a page of the one who is signed in change nothing. */
@QuarkusTest
class FormsTest {
    private PageSession rater = PageSession.ofStranger();

    @BeforeEach
    void signIn() {
        rater = PageSession.asNewRater();
    }

    @Test
    void takesAFormWithItsTokenInAFieldOrInTheHeader() {
        String token = rater.csrfToken();
        assertThat(form().formParam("csrf-token", token)
                        .post("/settings/sessions-end")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void takesTheTokenInTheHeaderAsHtmxSendsIt() {
        String token = rater.csrfToken();
        assertThat(form().header("X-CSRF-TOKEN", token)
                        .header("HX-Request", "true")
                        .post("/settings/sessions-end")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void refusesATokenThatIsMissingWrongOrOfAnotherSession() {
        refused(form().post("/settings/sessions-end"));
        refused(form().formParam("csrf-token", "").post("/settings/sessions-end"));
        refused(form().formParam("csrf-token", "guessed").post("/settings/sessions-end"));
        String foreign = PageSession.asNewRater().csrfToken();
        refused(form().formParam("csrf-token", foreign).post("/settings/sessions-end"));
        refused(form().header("X-CSRF-TOKEN", foreign).post("/settings/sessions-end"));
    }

    @Test
    void refusesAFileUploadWithoutItsToken() {
        byte[] file = "moss".getBytes(StandardCharsets.UTF_8);
        refused(rater.request().multiPart("file", "prompts.txt", file).post("/settings/sessions-end"));
        refused(rater.request()
                .multiPart("csrf-token", "guessed")
                .multiPart("file", "prompts.txt", file)
                .post("/settings/sessions-end"));
        assertThat(rater.upload("/settings/sessions-end", "file", "prompts.txt", file, Map.of())
                        .statusCode())
                .isNotEqualTo(400);
    }

    @Test
    void refusesOtherContentThanForms() {
        for (String type : new String[] {"text/plain", "application/json", "application/xml"}) {
            assertThat(rater.request()
                            .contentType(type)
                            .body("{}")
                            .post("/settings/sessions-end")
                            .statusCode())
                    .as(type)
                    .isIn(400, 415);
        }
        refused(rater.request()
                .contentType(ContentType.JSON)
                .header("X-CSRF-TOKEN", "guessed")
                .body("{}")
                .post("/settings/sessions-end"));
    }

    @Test
    void refusesWhatAnotherSiteMadeTheBrowserSend() {
        String token = rater.csrfToken();
        form().header("Sec-Fetch-Site", "cross-site")
                .formParam("csrf-token", token)
                .post("/settings/sessions-end")
                .then()
                .statusCode(403)
                .body(containsString("Another site sent this form"));
        assertThat(form().header("Sec-Fetch-Site", "same-origin")
                        .formParam("csrf-token", token)
                        .post("/settings/sessions-end")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void recoversFromADamagedCookie() {
        for (PageSession session : new PageSession[] {rater, PageSession.ofStranger()}) {
            Map<String, String> cookies = new HashMap<>(session.cookies());
            cookies.put("kukai-csrf", "damaged!");
            Response answer = given().accept("text/html").cookies(cookies).get("/sign-in");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.cookie("kukai-csrf")).isEmpty();
            assertThat(answer.asString()).contains("Open the page again");
        }
    }

    @Test
    void neverTakesASessionOnTheApi() {
        String token = rater.csrfToken();
        given().cookies(rater.cookies()).get("/api/account").then().statusCode(401);
        given().cookies(rater.cookies())
                .header("X-CSRF-TOKEN", token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "stolen"))
                .post("/api/tokens")
                .then()
                .statusCode(401);
        given().get("/api/account").then().statusCode(401);
    }

    @Test
    void takesJsonOnTheApiThatIsCalledAFormButNotFromAnotherSite() {
        Person person = Person.newRater();
        String body = "{\"name\":\"by curl -d\"}";
        person.api()
                .contentType(ContentType.URLENC)
                .body(body)
                .post("/api/tokens")
                .then()
                .statusCode(200);
        person.api()
                .header("Sec-Fetch-Site", "cross-site")
                .contentType(ContentType.URLENC)
                .body(body)
                .post("/api/tokens")
                .then()
                .statusCode(403);
    }

    private RequestSpecification form() {
        return rater.request().contentType(ContentType.URLENC);
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("CSRF token");
    }
}
