package org.kukai.web.security;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.testing.Person;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.RestAssuredConfig.config;

@QuarkusTest
class ApiContentTest {
    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "/", "application/", ";", "image/png"})
    void refusesAContentTypeThatIsNone(String type) {
        for (String path : new String[] {"/api/syllables", "/api/prompts"}) {
            Person.ADMIN
                    .api()
                    .config(config().encoderConfig(
                                    encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                    .header("Content-Type", type)
                    .body("{\"words\":[\"moss\"]}".getBytes(StandardCharsets.UTF_8))
                    .post(path)
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json");
        }
    }
}
