package org.kukai.web.correction;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.kukai.testing.Coinages;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** From a rater who hears a word otherwise to an admin's ruling, by pages and by calls. */
@QuarkusTest
class WordReportsTest {
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
    void showsCountsAfterTheVoteAloneAndThenTheVoteStands() {
        Person rater = Person.newRater();
        String unvoted = rater.api().get(ballot.round() + "/next").path("assignment");
        ReportCast.disclose(rater, unvoted).statusCode(404);
        ReportCast.report(rater, unvoted, "left", word, 2).statusCode(404);
        String voted = ballot.vote(rater, "left");
        ReportCast.report(rater, voted, "left", word, 2).statusCode(409).body("detail", containsString("Look at how"));
        ReportCast.disclose(Person.newRater(), voted).statusCode(404);
        ReportCast.disclose(rater, voted)
                .statusCode(200)
                .body("disclosed", equalTo(true))
                .body("left.words.word", hasItem(word))
                .body("left.words[0].counts", not(hasSize(0)));
        rater.api()
                .delete(ballot.round() + "/votes/last")
                .then()
                .statusCode(409)
                .body("detail", containsString("stands"));
        rater.api()
                .contentType(ContentType.JSON)
                .body(Map.of("assignment", voted, "choice", "right"))
                .post(ballot.round() + "/votes")
                .then()
                .statusCode(409);
        rater.api()
                .contentType(ContentType.JSON)
                .body(Map.of("assignment", voted, "choice", "left"))
                .post(ballot.round() + "/votes")
                .then()
                .statusCode(200);
    }

    @Test
    void showsNothingOfAPairThatWasSkipped() {
        Person rater = Person.newRater();
        ReportCast.disclose(rater, ballot.vote(rater, "skip"))
                .statusCode(409)
                .body("detail", containsString("skipped"));
    }

    @Test
    void tellsRatersNeitherAuthorsNorScoresNorWhatOthersReport() {
        Person first = Person.newRater();
        String voted = ballot.vote(first, "left");
        ReportCast.disclose(first, voted);
        ReportCast.report(first, voted, "left", word, 2).statusCode(201);
        Person second = Person.newRater();
        String other = ballot.vote(second, "right");
        PageSession browser = PageSession.as(second);
        StringBuilder seen = new StringBuilder();
        String page = "/assignments/" + other + "/words";
        Response before = browser.get(page);
        before.then().statusCode(200).body(not(containsString("class=\"chip\"")));
        seen.append(before.getHeaders()).append(before.asString());
        browser.post("/assignments/" + other + "/disclosure")
                .then()
                .statusCode(303)
                .header("Location", endsWith(page));
        Response after = browser.get(page);
        after.then().statusCode(200).body(containsString("class=\"chip\""));
        seen.append(after.getHeaders()).append(after.asString());
        seen.append(ReportCast.disclose(second, other).extract().asString());
        assertThat(seen.toString())
                .contains(word)
                .doesNotContain(ballot.secrets())
                .doesNotContain(first.name())
                .doesNotContainIgnoringCase("score")
                .doesNotContainIgnoringCase("575")
                .doesNotContainIgnoringCase("5-7-5");
    }

    @Test
    void takesAReportByFormOnce() {
        Person rater = Person.newRater();
        PageSession browser = PageSession.as(rater);
        String voted = ballot.vote(rater, "tie");
        String page = ballot.round().substring("/api".length());
        browser.post(page + "/participation").then().statusCode(303);
        browser.get(page + "/vote").then().body(containsString("/assignments/" + voted + "/words"));
        browser.post("/assignments/" + voted + "/disclosure").then().statusCode(303);
        Map<String, String> form = Map.of("side", "left", "word", word, "heard", "2", "note", "one breath");
        browser.post("/assignments/" + voted + "/reports", form).then().statusCode(303);
        browser.get("/assignments/" + voted + "/words")
                .then()
                .body(containsString("is reported."))
                .body(containsString("reported</span>"));
        browser.post("/assignments/" + voted + "/reports", form).then().statusCode(303);
        browser.get("/assignments/" + voted + "/words").then().body(containsString("already"));
        browser.post("/assignments/" + voted + "/reports", Map.of("side", "right", "word", word, "heard", ""))
                .then()
                .statusCode(303);
        browser.get("/assignments/" + voted + "/words").then().body(containsString("A count is from 1 to 30"));
    }

    @Test
    void refusesWhatIsNoReport() {
        Person rater = Person.newRater();
        String voted = ballot.vote(rater, "left");
        ReportCast.disclose(rater, voted);
        ReportCast.report(rater, voted, "left", "nowhere", 2)
                .statusCode(400)
                .body("detail", containsString("not a word of that poem"));
        ReportCast.report(rater, voted, "up", word, 2).statusCode(400);
        ReportCast.report(rater, voted, "left", word, 31).statusCode(400);
        ReportCast.report(rater, voted, "left", "sound", 1).statusCode(400).body("detail", containsString("already"));
        ReportCast.report(rater, voted, "left", word, 2).statusCode(201);
        ReportCast.report(rater, voted, "left", word, 2).statusCode(200);
        ReportCast.report(rater, voted, "right", word, 2).statusCode(201);
    }

    @Test
    void boundsHowMuchOneRaterReports() {
        Person rater = Person.newRater();
        String voted = ballot.vote(rater, "left");
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, 30)
                        .forEach(i -> Panache.getEntityManager()
                                .createNativeQuery(
                                        "insert into word_report (id, word, haiku_id, assignment_id, rater_id, counted, heard, note, reported_at)"
                                                + " select gen_random_uuid(), 'w" + i
                                                + "', h.id, a.id, ?1, '{1}', 2, '', now()"
                                                + " from (select id from haiku limit 1) h, (select id from assignment limit 1) a")
                                .setParameter(1, rater.id())
                                .executeUpdate()));
        ReportCast.disclose(rater, voted);
        ReportCast.report(rater, voted, "left", word, 2)
                .statusCode(429)
                .body("detail", containsString("30 words within an hour"));
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("delete from word_report where rater_id = ?1")
                        .setParameter(1, rater.id())
                        .executeUpdate());
    }
}
