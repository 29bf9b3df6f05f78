package org.kukai.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Answer;
import org.kukai.testing.Cluster;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL is killed and started again in the middle of a run: that only delays it. */
class DatabaseRestartIT {
    private static final int IN_FLIGHT = 16;
    private static final int PROMPTS = 60;
    private static final int SAMPLES = 20;

    @TempDir
    Path folder;

    @Test
    void onlyDelaysARun() throws IOException {
        try (OpenAiServer server = OpenAiServer.start();
                Cluster cluster = Cluster.start(folder, 1)) {
            server.behave(request -> Answer.slow(Duration.ofMillis(60)));
            RemoteRuns runs = new RemoteRuns(cluster.node(0));
            runs.register("local", server);
            runs.addPrompts("restarted subject", PROMPTS);
            String run = runs.order(
                    "restarted subject",
                    Map.of(
                            "model",
                            "local",
                            "samplesPerPrompt",
                            SAMPLES,
                            "samplesPerCall",
                            1,
                            "maxInFlight",
                            IN_FLIGHT));
            int all = PROMPTS * SAMPLES;
            RunCast.until("a third of it is asked", () -> server.requests() > all / 3);
            cluster.killDatabase();
            // What is asked meanwhile is answered by an error, as it has to be.
            RunCast.until(
                    "the database is back",
                    Duration.ofMillis(500),
                    Duration.ofMinutes(1),
                    () -> runs.api().get("/api/runs/" + run).statusCode() == 200);
            JsonPath ended = runs.completed(run);
            assertThat(ended.getInt("completed")).isEqualTo(all);
            assertThat(ended.getInt("failed")).isZero();
            assertThat(server.requests()).isEqualTo(all);
        }
    }
}
