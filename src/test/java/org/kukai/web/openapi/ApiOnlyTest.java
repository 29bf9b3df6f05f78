package org.kukai.web.openapi;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ApiOnlyTest {
    @Test
    void describesCallsAndNoPages() {
        JsonPath description =
                given().accept("application/json").get("/q/openapi").jsonPath();
        Map<String, Object> paths = description.getMap("paths");
        assertThat(paths.keySet().stream().filter(path -> !path.startsWith("/api/")))
                .containsExactlyInAnyOrder("/releases/{id}/files/{path}", "/releases/{id}/zip");
        assertThat(description.getMap("components.securitySchemes")).containsOnlyKeys("basic", "token");
    }
}
