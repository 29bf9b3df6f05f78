package org.kukai.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Answer;
import org.kukai.testing.Cluster;
import org.kukai.testing.OpenAiRequest;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs against a model server that takes 200 ms to answer: how near they come to what it could give, and what they pay when one answer in ten
 * goes wrong. Not part of the tests; {@code docs/benchmarks.md} holds the commands and the figures.
 */
class ServedRunBenchmark {
    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final int IN_FLIGHT = 64;
    private static final int PROMPTS = 640;

    @TempDir
    Path folder;

    @Test
    void keepsASlowServerBusy() throws IOException {
        try (OpenAiServer server = OpenAiServer.start();
                Cluster cluster = Cluster.start(folder, 1)) {
            server.behave(request -> Answer.slow(LATENCY));
            RemoteRuns runs = new RemoteRuns(cluster.node(0));
            runs.register("local", server);
            runs.addPrompts("slow subject", PROMPTS);
            measure(cluster, runs, server, 5);
            measure(cluster, runs, server, 20);
        }
    }

    private static void measure(Cluster cluster, RemoteRuns runs, OpenAiServer server, int samples) throws IOException {
        Duration used = cluster.processorTime();
        int before = server.requests();
        Duration served = server.busy();
        Map<String, Object> settings =
                Map.of("model", "local", "samplesPerPrompt", samples, "samplesPerCall", 1, "maxInFlight", IN_FLIGHT);
        JsonPath ended = runs.completed(runs.order("slow subject", settings));
        int calls = server.requests() - before;
        double ideal = (double) PROMPTS * samples * LATENCY.toMillis() / 1000 / IN_FLIGHT;
        double seconds = RemoteRuns.seconds(ended);
        double inUse = server.busy().minus(served).toMillis() / 1000.0 / seconds / IN_FLIGHT;
        double busy = cluster.processorTime().minus(used).toMillis();
        assertThat(ended.getInt("completed")).isEqualTo(PROMPTS * samples);
        assertThat(server.mostInFlight()).isLessThanOrEqualTo(IN_FLIGHT);
        System.out.printf(
                Locale.ROOT,
                "%,7d samples  %6.1f s (%.2f s to the start), ideal %5.1f s: %4.1f %%, places in use %4.1f %%  %.2f ms of processor time a call  at most %d in flight%n",
                calls,
                seconds,
                Duration.between(
                                        Instant.parse(ended.getString("createdAt")),
                                        Instant.parse(ended.getString("startedAt")))
                                .toMillis()
                        / 1000.0,
                ideal,
                100 * ideal / seconds,
                100 * inUse,
                busy / calls,
                server.mostInFlight());
    }

    @Test
    void losesNothingWhenOneAnswerInTenGoesWrong() {
        try (OpenAiServer server = OpenAiServer.start();
                Cluster cluster = Cluster.start(folder, 1)) {
            server.behave(ServedRunBenchmark::faulty);
            RemoteRuns runs = new RemoteRuns(cluster.node(0));
            runs.register("local", server);
            runs.addPrompts("faulty subject", PROMPTS);
            JsonPath ended = runs.completed(runs.order(
                    "faulty subject",
                    Map.of("model", "local", "samplesPerPrompt", 20, "samplesPerCall", 1, "maxInFlight", IN_FLIGHT)));
            int all = PROMPTS * 20;
            System.out.printf(
                    Locale.ROOT,
                    "%,7d samples with faults: %d completed, %d failed, %.1f s, %d calls = %.3f x needed, at most %d in flight%n",
                    all,
                    ended.getInt("completed"),
                    ended.getInt("failed"),
                    RemoteRuns.seconds(ended),
                    server.requests(),
                    (double) server.requests() / all,
                    server.mostInFlight());
            JsonPath failed = runs.api()
                    .get("/api/runs/" + ended.getString("id") + "/attempts?state=failed&size=200")
                    .jsonPath();
            assertThat(failed.getList("items.reason", String.class))
                    .allSatisfy(reason -> assertThat(reason).isNotBlank());
            assertThat(server.requests()).isLessThanOrEqualTo(all * 5 / 4);
        }
    }

    /** One request in ten goes wrong, in every way there is. */
    private static Answer faulty(OpenAiRequest request) {
        return switch (request.number() % 100) {
            case 1 -> Answer.tooMany(request.number() % 1000 == 1 ? "1" : "");
            case 11 -> Answer.status(500, "oops");
            case 21 -> Answer.brokenJson();
            case 31 -> Answer.emptyContent();
            case 41 -> Answer.length();
            case 51 -> Answer.reset();
            case 61 -> Answer.cutBody();
            case 71 -> Answer.unavailable("");
            case 81 -> Answer.refusal();
            case 91 ->
                request.number() % 1000 == 91 ? Answer.status(400, "not this one") : Answer.status(502, "gateway");
            default -> Answer.slow(LATENCY);
        };
    }
}
