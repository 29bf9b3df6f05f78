package org.kukai.web.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/http-api.md} and the program describe the same calls. */
@QuarkusTest
class HttpApiDocumentTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z]+ /[^`]*)` \\|", Pattern.MULTILINE);

    @Test
    void namesEveryCallThatThereIsAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        ROW.matcher(Files.readString(Path.of("docs/http-api.md")))
                .results()
                .forEach(row -> described.add(row.group(1)));

        assertThat(described).isEqualTo(calls());
    }

    private static Set<String> calls() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        Set<String> calls = new TreeSet<>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(method ->
                        Set.of("get", "post", "put", "delete", "patch").contains(method))
                .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return calls;
    }
}
