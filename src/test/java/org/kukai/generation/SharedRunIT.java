package org.kukai.generation;

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

/** Two nodes on one run, and kill -9 to one of them: the run is completed, and only what was in flight there is asked again. */
class SharedRunIT {
    private static final int IN_FLIGHT = 64;
    private static final int PROMPTS = 200;
    private static final int SAMPLES = 20;

    @TempDir
    Path folder;

    @Test
    void completesARunAlthoughANodeIsKilledHalfWay() {
        try (OpenAiServer server = OpenAiServer.start();
                Cluster cluster = Cluster.start(folder, 2)) {
            server.behave(request -> Answer.slow(Duration.ofMillis(200)));
            RemoteRuns survivor = new RemoteRuns(cluster.node(1));
            survivor.register("local", server);
            survivor.addPrompts("shared subject", PROMPTS);
            String run = survivor.order(
                    "shared subject",
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
            RunCast.until("half of it is asked", () -> server.requests() > all / 2);
            cluster.node(0).kill9();
            JsonPath ended = survivor.completed(run);
            assertThat(ended.getInt("completed")).isEqualTo(all);
            assertThat(ended.getInt("models[0].calls")).isEqualTo(all);
            int again = server.requests() - all;
            System.out.printf(
                    "two nodes, one killed: %d samples in %.1f s, %d calls made again, at most %d in flight%n",
                    all, RemoteRuns.seconds(ended), again, server.mostInFlight());
            assertThat(again).as("made again").isBetween(1, IN_FLIGHT);
            assertThat(server.mostInFlight()).isLessThanOrEqualTo(IN_FLIGHT);
        }
    }
}
