package org.kukai.generation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Cluster;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Two packaged programs on one PostgreSQL keep the limit of a run's requests together; {@link org.kukai.llm.gate} has the whole minute. */
class SharedRateLimitIT {
    private static final int PER_MINUTE = 1_800;
    private static final int PROMPTS = 60;
    private static final int SAMPLES = 5;
    private static final Duration SPAN = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void twoNodesKeepOneLimitOfRequests() {
        try (OpenAiServer server = OpenAiServer.start();
                Cluster cluster = Cluster.start(folder, 2)) {
            RemoteRuns runs = new RemoteRuns(cluster.node(0));
            runs.register("local", server);
            runs.addPrompts("limited subject", PROMPTS);
            JsonPath ended = runs.completed(runs.order(
                    "limited subject",
                    Map.of(
                            "model",
                            "local",
                            "samplesPerPrompt",
                            SAMPLES,
                            "samplesPerCall",
                            1,
                            "requestsPerMinute",
                            PER_MINUTE)));
            int all = PROMPTS * SAMPLES;
            assertThat(ended.getInt("completed")).isEqualTo(all);
            assertThat(server.requests()).isEqualTo(all);
            // Calls may begin up to 0.4 seconds after their time.
            double atMost = PER_MINUTE / 60.0 * (SPAN.toMillis() / 1000.0 + 0.4);
            assertThat(server.mostWithin(SPAN)).isLessThanOrEqualTo((int) Math.ceil(atMost));
            for (int node : List.of(0, 1)) {
                String metrics = new RemoteRuns(cluster.node(node))
                        .api()
                        .get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
                assertThat(metrics).as("node %d took part", node).contains("kukai_llm_calls_seconds_count");
            }
        }
    }
}
