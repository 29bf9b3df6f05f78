package org.kukai.web.dataset;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Orders releases by the API and waits for them. */
final class ReleaseCalls {
    private ReleaseCalls() {}

    static String order(Map<String, Object> order) {
        Response answer =
                Person.ADMIN.api().contentType(ContentType.JSON).body(order).post("/api/releases");
        answer.then().statusCode(202).body("status", equalTo("building"));
        assertThat(answer.header("Location")).endsWith("/api/releases/" + answer.path("id"));
        return answer.path("id");
    }

    static JsonPath ready(String id) {
        JsonPath release = finished(id);
        assertThat(release.getString("status")).as(release.getString("reason")).isEqualTo("ready");
        return release;
    }

    static JsonPath finished(String id) {
        for (int i = 0; i < 600; i++) {
            JsonPath release = Person.ADMIN.api().get("/api/releases/" + id).jsonPath();
            if (!release.getString("status").equals("building")) {
                return release;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("still building after a minute: " + id);
    }

    static String fresh() {
        return "Release " + UUID.randomUUID();
    }
}
