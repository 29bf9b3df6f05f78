package org.kukai.web.dataset;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.dataset.ReleaseFixture;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.kukai.web.dataset.ReleaseCalls.finished;
import static org.kukai.web.dataset.ReleaseCalls.fresh;
import static org.kukai.web.dataset.ReleaseCalls.order;
import static org.kukai.web.dataset.ReleaseCalls.ready;

@QuarkusTest
class ReleasesTest {
    private static final String PARQUET = "data/train-00000-of-00001.parquet";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void bringPoemsAndVotes() throws Exception {
        ReleaseFixture.tell(database);
    }

    @Test
    void buildsAReleaseInTheBackgroundAndServesFilesThatAreWhole() throws Exception {
        JsonPath release = ready(order(Map.of("name", fresh(), "testShare", 0.2)));
        assertThat(release.getLong("rows.train")).isPositive();
        assertThat(release.getLong("rows.test")).isPositive();
        assertThat(release.<String>getList("files.path"))
                .containsExactly(
                        "README.md",
                        "manifest.json",
                        PARQUET,
                        "data/test-00000-of-00001.parquet",
                        "jsonl/train.jsonl",
                        "jsonl/test.jsonl");
        for (ReleaseApi.FileItem file : release.getList("files", ReleaseApi.FileItem.class)) {
            byte[] content = Person.ADMIN.api().get(file.url()).asByteArray();
            assertThat(content).hasSize(Math.toIntExact(file.bytes()));
            assertThat(sha256(content)).isEqualTo(file.sha256());
            assertThat(given().get(file.signedUrl()).asByteArray()).isEqualTo(content);
        }
        given().get(release.getString("signedZipUrl"))
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", containsString("attachment"));
    }

    @Test
    void refusesOrdersThatMakeNoSense() {
        String name = fresh();
        ready(order(Map.of("name", name)));
        refused(Map.of("name", name.toUpperCase(java.util.Locale.ROOT)), 409, "already");
        refused(Map.of("name", " "), 400, "1 to 100 characters");
        refused(Map.of(), 400, "no name");
        refused(Map.of("name", fresh(), "policy", "taste"), 400, "There is no policy “taste”");
        refused(Map.of("name", fresh(), "license", "wtfpl"), 400, "There is no licence “wtfpl”");
        refused(Map.of("name", fresh(), "minAgreement", 1.5), 400, "from 0 to 1; this is 1.5");
        refused(Map.of("name", fresh(), "testShare", 1), 400, "from 0 to 0.9");
        refused(Map.of("name", fresh(), "minScoreDifference", 5), 400, "from 0 to 4");
        refused(Map.of("name", fresh(), "minVotes", 0), 400, "from 1 to");
    }

    @Test
    void givesANameToOneOfThoseWhoAskForItAtTheSameTime() {
        String name = fresh();
        List<Integer> answers = java.util.stream.IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> Person.ADMIN
                        .api()
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", name))
                        .post("/api/releases")
                        .statusCode())
                .sorted()
                .toList();
        assertThat(answers).containsExactly(202, 409, 409, 409);
    }

    @Test
    void failsWithAReasonAndCanBeTriedAgain() {
        String id = order(Map.of("name", fresh(), "policy", "human", "minVotes", 1000));
        JsonPath failed = finished(id);
        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("reason")).contains("below-quorum").contains("Collect more votes");
        PageSession admin = PageSession.asAdmin();
        admin.get("/releases/" + id)
                .then()
                .body(allOf(containsString("below-quorum"), containsString("Build it again")));
        admin.post("/releases/" + id + "/retry").then().statusCode(303);
        assertThat(finished(id).getString("status")).isEqualTo("failed");
        String fine = ready(order(Map.of("name", fresh()))).getString("id");
        admin.post("/releases/" + fine + "/retry").then().statusCode(409);
    }

    @Test
    void orderedByFormItShowsItselfWithPoemsAsText() {
        PageSession admin = PageSession.asAdmin();
        admin.get("/releases/new").then().statusCode(200).body(containsString("rows to train on"));
        admin.get("/releases/forecast?minVotes=0").then().body(containsString("from 1 to 1000; this is 0"));
        String name = fresh() + " <script>alert(1)</script>";
        Response ordered = admin.post(
                "/releases", Map.of("name", name, "policy", "form", "minScoreDifference", "1", "license", "cc0-1.0"));
        assertThat(ordered.statusCode()).isEqualTo(303);
        String page = ordered.header("Location");
        String id = page.substring(page.lastIndexOf('/') + 1);
        ready(id);
        admin.get("/releases/" + id)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("load_dataset"),
                        containsString("trl dpo"),
                        containsString("signature="),
                        containsString("&lt;script&gt;alert(1)"),
                        not(containsString("<script>alert"))));
        admin.get("/releases").then().statusCode(200).body(containsString("&lt;script&gt;"));
        admin.get("/releases/" + id + "/progress").then().statusCode(204).header("HX-Refresh", "true");
        String lines = admin.request()
                .get("/releases/" + id + "/files/jsonl/train.jsonl")
                .asString();
        assertThat(lines).contains("<script>alert('moss')</script>").doesNotContain("held out");
        admin.post("/releases", Map.of("name", name, "policy", "form"))
                .then()
                .statusCode(409)
                .body(containsString("Choose another name"));
    }

    @Test
    void tellsBeforehandWhatTheTermsWouldGive() {
        given().auth()
                .preemptive()
                .basic("admin", "correct horse battery")
                .contentType(ContentType.JSON)
                .body(Map.of("policy", "form"))
                .post("/api/releases/preview")
                .then()
                .statusCode(200)
                .body("dropped.'held-out'", org.hamcrest.Matchers.greaterThan(0))
                .body("train", org.hamcrest.Matchers.greaterThan(0));
    }

    @Test
    void listsReleasesNewestFirst() {
        String older = order(Map.of("name", fresh()));
        String newer = order(Map.of("name", fresh()));
        List<String> ids = Person.ADMIN.api().get("/api/releases?size=200").path("items.id");
        assertThat(ids).containsSubsequence(newer, older);
    }

    private static void refused(Map<String, Object> order, int status, String detail) {
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(order)
                .post("/api/releases")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
