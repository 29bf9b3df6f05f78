package org.kukai.web.correction;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.kukai.testing.Coinages;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What admins do with the words that raters report, by pages and by calls. */
@QuarkusTest
class WordRulingsTest {
    @RegisterExtension
    final Coinages coinages = new Coinages();

    private String word = "";
    private ReportCast ballot = new ReportCast("", "", List.of());

    @BeforeEach
    void openARound() {
        word = coinages.word();
        ballot = ReportCast.open(word);
    }

    @Test
    void closesReportsByAnAcceptedCountAndOpensThemAgain() {
        ballot.reported(2, 2);
        String id = rule("acceptance", Map.of("counts", List.of(2), "reason", "Two raters hear it"))
                .statusCode(200)
                .body("verdict", equalTo("accepted"))
                .extract()
                .path("id");
        assertThat(queued()).isNull();
        count().body("words[0].counts", equalTo(List.of(2))).body("words[0].source", equalTo("override"));
        rule("acceptance", Map.of("counts", List.of(3), "reason", "Late")).statusCode(404);
        count().body("words[0].counts", equalTo(List.of(2)));
        Person.ADMIN.api().delete("/api/word-rulings/" + id).then().statusCode(204);
        count().body("words[0].source", equalTo("model"));
        assertThat(queued()).isNotNull();
        Person.ADMIN.api().delete("/api/word-rulings/" + id).then().statusCode(409);
    }

    @Test
    void undoesNoRulingOverALaterDecision() {
        ballot.reported(2);
        String id = rule("acceptance", Map.of("counts", List.of(2), "reason", "Heard"))
                .extract()
                .path("id");
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("counts", List.of(3), "reason", "Heard better"))
                .put("/api/syllables/" + word)
                .then()
                .statusCode(200);
        Person.ADMIN
                .api()
                .delete("/api/word-rulings/" + id)
                .then()
                .statusCode(409)
                .body("detail", containsString("decided anew"));
        count().body("words[0].counts", equalTo(List.of(3)));
        assertThat(queued()).isNull();
    }

    @Test
    void dismissesByFormWithAReasonAndUndoesThat() {
        ballot.reported(2, 3);
        PageSession admin = PageSession.asAdmin();
        Map<String, Object> queued = queued();
        assertThat(queued)
                .containsEntry("reports", 2)
                .containsEntry("raters", 2)
                .containsEntry("poems", 1);
        admin.post("/word-reports/" + word + "/dismissal", Map.of("counts", "2", "reason", ""))
                .then()
                .statusCode(400);
        admin.post("/word-reports/" + word + "/dismissal", Map.of("counts", "2", "reason", "It is right"))
                .then()
                .statusCode(303);
        assertThat(queued()).isNull();
        Response rulings = admin.get("/word-rulings");
        rulings.then().statusCode(200).body(containsString("It is right"));
        String id = Person.ADMIN.api().get("/api/word-rulings").path("items.find { it.word == '" + word + "' }.id");
        admin.post("/word-rulings/" + id + "/withdrawal").then().statusCode(303);
        assertThat(queued()).isNotNull();
        rule("dismissal", Map.of("reason", "After all")).statusCode(200).body("withdrawnAt", nullValue());
    }

    @Test
    void showsTheQueueWithPoemsReportersAndWhatTheyHear() {
        List<Person> raters = ballot.reported(2, 2, 3);
        PageSession admin = PageSession.asAdmin();
        Response page = admin.get("/word-reports?page=1");
        String html = page.asString();
        for (int further = 2; !html.contains(word) && further < 20; further++) {
            html = admin.get("/word-reports?page=" + further).asString();
        }
        assertThat(html)
                .contains(word, raters.getFirst().name(), "hears 2", "hears 3", "a frog", "by 3 raters on 1 poem")
                .contains("/words/" + word + "?counts=2")
                .contains("action=\"/word-reports/" + word + "/acceptance\"");
        admin.post("/word-reports/" + word + "/acceptance", Map.of("counts", "2|3", "reason", "Both are heard"))
                .then()
                .statusCode(303);
        count().body("words[0].counts", equalTo(List.of(2, 3))).body("words[0].usual", equalTo(2));
        Person.newRater().api().get("/api/word-reports").then().statusCode(403);
    }

    private @Nullable Map<String, Object> queued() {
        return Person.ADMIN.api().get("/api/word-reports?size=200").path("items.find { it.word == '" + word + "' }");
    }

    private ValidatableResponse rule(String act, Map<String, Object> body) {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/word-reports/" + word + "/" + act)
                .then();
    }

    private ValidatableResponse count() {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("words", List.of(word)))
                .post("/api/syllables")
                .then()
                .statusCode(200);
    }
}
