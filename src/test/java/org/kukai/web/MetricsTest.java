package org.kukai.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.llm.Meters;
import org.kukai.llm.Models;
import org.kukai.llm.Sampling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/metrics.md} names what {@code /q/metrics} gives. */
@QuarkusTest
class MetricsTest {
    private static final Pattern NAME = Pattern.compile("^\\| `(kukai_\\w+)`", Pattern.MULTILINE);

    @Inject
    Models models;

    @Inject
    Meters meters;

    @Test
    void givesEveryFigureThatIsDocumentedToAdminsOnly() throws IOException {
        models.named("composer").complete("", "moss", Sampling.of(0.5, 64));
        meters.retried(UUID.randomUUID());
        String document = Files.readString(Path.of("docs/metrics.md"));
        List<String> names = NAME.matcher(document)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        String shown = given().auth()
                .preemptive()
                .basic("admin", "correct horse battery")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(names)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(shown).contains("\n" + name));
        assertThat(shown).contains("model=\"composer\"").contains("kind=\"release\"");
        given().get("/q/metrics").then().statusCode(401);
    }
}
