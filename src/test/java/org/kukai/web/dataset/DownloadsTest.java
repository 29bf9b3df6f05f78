package org.kukai.web.dataset;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.dataset.ReleaseFixture;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.kukai.web.dataset.ReleaseCalls.fresh;
import static org.kukai.web.dataset.ReleaseCalls.order;
import static org.kukai.web.dataset.ReleaseCalls.ready;

@QuarkusTest
class DownloadsTest {
    private static final String PARQUET = "data/train-00000-of-00001.parquet";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void bringPoemsAndVotes() throws Exception {
        ReleaseFixture.tell(database);
    }

    @Test
    void servesRangesAndKnowsWhatTheCallerHas() {
        JsonPath release = ready(order(Map.of("name", fresh())));
        String url = Person.ADMIN
                .api()
                .get("/api/releases/" + release.getString("id"))
                .path("files[2].signedUrl");
        Response whole = given().get(url);
        byte[] content = whole.asByteArray();
        String tag = whole.header("ETag");
        assertThat(tag).isEqualTo("\"" + release.getString("files[2].sha256") + "\"");
        assertThat(whole.header("Content-Length")).isEqualTo(String.valueOf(content.length));
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.header("Content-Encoding")).isNull();

        Response part = given().header("Range", "bytes=4-19").get(url);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 4-19/" + content.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(content, 4, 20));
        given().header("Range", "bytes=" + content.length + "-")
                .get(url)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + content.length);
        given().header("Range", "bytes=0-0")
                .header("If-Range", "\"another\"")
                .get(url)
                .then()
                .statusCode(200);
        given().header("Range", "bytes=0-0")
                .header("If-Range", tag)
                .get(url)
                .then()
                .statusCode(206);
        given().header("If-None-Match", tag).get(url).then().statusCode(304).header("ETag", tag);
        given().head(url)
                .then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(content.length))
                .header("ETag", tag);
    }

    @Test
    void sendsStrangersAwayAndTakesNoTamperedLink() {
        JsonPath release = ready(order(Map.of("name", fresh())));
        String url = release.getString("files[2].url");
        String signed = release.getString("files[2].signedUrl");
        given().get(url).then().statusCode(401).header("WWW-Authenticate", startsWith("Basic"));
        given().accept("text/html").redirects().follow(false).get(url).then().statusCode(302);
        given().get(release.getString("zipUrl")).then().statusCode(401);
        Person.newRater().api().get(url).then().statusCode(403);
        PageSession.asAdmin().request().get(url).then().statusCode(200);
        given().get(signed.replace(PARQUET, "jsonl/train.jsonl")).then().statusCode(403);
        given().get(signed.replaceFirst("expires=\\d", "expires=9")).then().statusCode(403);
        given().get(signed.substring(0, signed.length() - 3))
                .then()
                .statusCode(403)
                .body(containsString("out of date"));
        given().get(release.getString("signedZipUrl").replace("/zip?", "/files/manifest.json?"))
                .then()
                .statusCode(403);
        given().get("/releases").then().statusCode(401);
        given().get("/api/releases").then().statusCode(401);
        Person.newRater().api().get("/api/releases").then().statusCode(403);
        PageSession.asNewRater().get("/releases").then().statusCode(403);
        Person.ADMIN.api().get(url.replace("data/", "data/no-")).then().statusCode(404);
        Person.ADMIN.api().get("/releases/" + UUID.randomUUID() + "/zip").then().statusCode(404);
    }
}
