package org.kukai.shape;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/** The files below {@code docker/}, read as text: no engine is needed to see that they name what exists. */
class ContainerFilesTest {
    private static final String DOCKERFILE =
            Sources.text(Path.of("docker/Dockerfile")).replace("\\\n", " ");
    private static final String COMPOSE = Sources.text(Path.of("docker/compose.yml"));
    private static final Pattern INSTRUCTION = Pattern.compile("^([A-Z]+) +(.*)$", Pattern.MULTILINE);
    private static final Pattern VARIABLE = Pattern.compile("\\b((?:KUKAI|QUARKUS)_[A-Z_]+)\\b");

    @Test
    void theImageRunsAsAnOrdinaryUserOnAJava25Runtime() {
        List<String> stages = all("FROM");
        String last = DOCKERFILE.substring(DOCKERFILE.lastIndexOf("\nFROM "));

        assertThat(stages).hasSize(2).allMatch(stage -> stage.contains(":25-"));
        assertThat(stages.getLast()).endsWith("-jre");
        assertThat(last.indexOf("\nUSER kukai")).isPositive().isLessThan(last.indexOf("\nENTRYPOINT"));
        assertThat(last).contains("useradd").contains("\nEXPOSE 8080").contains("\nSTOPSIGNAL SIGTERM");
        assertThat(all("ENTRYPOINT")).containsExactly("[\"java\", \"-jar\", \"quarkus-run.jar\"]");
        assertThat(all("COPY").getLast()).contains("target/quarkus-app/");
        assertThat(all("ADD")).isEmpty();
    }

    @Test
    void theImageKeepsItsDataInAVolumeOfItsUser() {
        assertThat(all("VOLUME")).containsExactly("/var/lib/kukai");
        assertThat(all("ENV").getFirst()).contains("KUKAI_DATA_DIR=/var/lib/kukai");
        assertThat(DOCKERFILE).contains("install -d -o kukai -g kukai -m 0700 /var/lib/kukai");
    }

    @Test
    void theImageTellsWhetherItIsReady() {
        assertThat(all("HEALTHCHECK"))
                .singleElement()
                .asString()
                .contains("--start-period=")
                .contains("http://127.0.0.1:8080/q/health/ready");
    }

    @Test
    void everyVariableIsOneThatTheConfigurationKnows() {
        String known = Sources.text(Path.of("docs/configuration.md")) + Sources.text(Path.of("docs/docker.md"));
        assertThat(VARIABLE.matcher(DOCKERFILE + COMPOSE).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).contains("`" + name + "`"));
    }

    @Test
    void composeStartsKukaiAfterItsDatabaseAndAModelServerOnlyWhenAskedFor() {
        Map<String, Object> compose = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(COMPOSE));
        Map<String, Object> services = map(compose.get("services"));
        Map<String, Object> kukai = map(services.get("kukai"));
        Map<String, Object> model = map(services.get("model"));

        assertThat(services).containsOnlyKeys("kukai", "database", "model");
        assertThat(map(kukai.get("build")))
                .containsEntry("context", "..")
                .containsEntry("dockerfile", "docker/Dockerfile");
        assertThat(map(map(kukai.get("depends_on")).get("database"))).containsEntry("condition", "service_healthy");
        assertThat(map(kukai.get("environment")))
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://database:5432/kukai")
                .containsKeys(
                        "KUKAI_PUBLIC_URL",
                        "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
                        "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST",
                        "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES");
        assertThat(kukai).doesNotContainKey("profiles");
        assertThat(model).containsEntry("profiles", List.of("model"));
        assertThat(map(compose.get("volumes"))).containsOnlyKeys("kukai-data", "database-data", "model-data");
    }

    @Test
    void noPasswordStandsInTheFiles() {
        assertThat(COMPOSE.lines().filter(line -> line.matches(".*(PASSWORD|SECRET): .*")))
                .isNotEmpty()
                .allMatch(line -> line.contains(": ${"));
    }

    private static List<String> all(String instruction) {
        return INSTRUCTION
                .matcher(DOCKERFILE)
                .results()
                .filter(found -> found.group(1).equals(instruction))
                .map(found -> found.group(2))
                .toList();
    }

    @SuppressWarnings("unchecked") // YAML maps have text keys
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
