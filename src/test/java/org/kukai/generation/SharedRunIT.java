package org.kukai.generation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Answer;
import org.kukai.testing.Cluster;
import org.kukai.testing.OpenAiRequest;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes on one run, and kill -9 to one of them: the run is completed, and only what was in flight there is asked again, which is never
 * more than the node's share of the limit.
 */
class SharedRunIT {
    private static final int IN_FLIGHT = 64;
    private static final int PROMPTS = 200;
    private static final int SAMPLES = 20;
    /** The jobs of a killed node are taken over after eight seconds. */
    private static final String SOON_MISSED = "-Dkukai.jobs.heartbeat=2S";

    /** A sample as the server sees it: with a seed no two samples of a run are asked for alike. */
    private record Sample(String prompt, long seed) {
        static Sample of(OpenAiRequest request) {
            return new Sample(request.user(), Objects.requireNonNull(request.seed()));
        }
    }

    @TempDir
    Path folder;

    @Test
    void completesARunAlthoughANodeIsKilledHalfWay() throws SQLException {
        try (OpenAiServer server = OpenAiServer.start();
                Cluster cluster = Cluster.start(folder, 2, SOON_MISSED)) {
            RemoteRuns survivor = new RemoteRuns(cluster.node(1));
            String run = halfWay(survivor, server);
            long share = share(cluster, run);
            cluster.node(0).kill9();
            onlyWhatWasInFlightIsAskedAgain(cluster, server, survivor, run, share);
        }
    }

    @Test
    void asksNoMoreAgainWhenTheNodeIsKilledWhileItsAnswersWaitToBeStored() throws SQLException {
        try (OpenAiServer server = OpenAiServer.start();
                Cluster cluster = Cluster.start(folder, 2, SOON_MISSED)) {
            RemoteRuns survivor = new RemoteRuns(cluster.node(1));
            String run = halfWay(survivor, server);
            long share = share(cluster, run);
            try (Connection connection = cluster.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select 1 from run_model where run_id = '" + run + "' for update");
                RunCast.until("everything is answered", () -> server.inFlight() == 0);
                cluster.node(0).kill9();
                connection.rollback();
            }
            onlyWhatWasInFlightIsAskedAgain(cluster, server, survivor, run, share);
        }
    }

    /** Both nodes are at work on half of what there is. */
    private static String halfWay(RemoteRuns runs, OpenAiServer server) {
        server.behave(request -> Answer.slow(Duration.ofMillis(200)));
        runs.registerForNodes("local", server);
        runs.addPrompts("shared subject", PROMPTS);
        String run = runs.order(
                "shared subject",
                Map.of("model", "local", "samplesPerPrompt", SAMPLES, "seed", 1, "maxInFlight", IN_FLIGHT));
        RunCast.until("half of it is asked", () -> server.requests() > PROMPTS * SAMPLES / 2);
        return run;
    }

    /** How many calls a node may have in flight by now. */
    private static long share(Cluster cluster, String run) throws SQLException {
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select max(slots), sum(slots) from gate_lease where gate_id like 'run/" + run + "/%'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(2)).isEqualTo(IN_FLIGHT);
            return row.getLong(1);
        }
    }

    private static void onlyWhatWasInFlightIsAskedAgain(
            Cluster cluster, OpenAiServer server, RemoteRuns survivor, String run, long share) throws SQLException {
        Set<String> stored = storedWithoutTheDead(cluster, run);
        Set<Sample> open = server.seen().stream()
                .filter(isOf(0))
                .filter(request -> !stored.contains("chatcmpl-" + request.number()))
                .map(Sample::of)
                .collect(Collectors.toSet());
        JsonPath ended = survivor.completed(run);
        int all = PROMPTS * SAMPLES;
        assertThat(ended.getInt("completed")).isEqualTo(all);
        assertThat(ended.getInt("models[0].calls")).isEqualTo(all);
        assertThat(server.mostInFlight()).isLessThanOrEqualTo(IN_FLIGHT);
        List<OpenAiRequest> asked = server.seen();
        Set<Sample> first = new HashSet<>();
        List<Sample> again = asked.stream()
                .map(Sample::of)
                .filter(sample -> !first.add(sample))
                .toList();
        System.out.printf(
                "two nodes, one killed: %d samples in %.1f s, %d calls were in flight there, whose share was %d, and were made again;"
                        + " at most %d in flight%n",
                all, RemoteRuns.seconds(ended), again.size(), share, server.mostInFlight());
        assertThat(again).as("made again").containsExactlyInAnyOrderElementsOf(open);
        assertThat(again).hasSizeLessThanOrEqualTo((int) share);
    }

    private static Predicate<OpenAiRequest> isOf(int node) {
        return request -> ("Bearer " + Cluster.name(node)).equals(request.authorization());
    }

    /** The calls of which something is stored, as the server named them, when nothing of the dead node is on its way any more. */
    private static Set<String> storedWithoutTheDead(Cluster cluster, String run) throws SQLException {
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement()) {
            RunCast.until("the database has done with the dead node", () -> isGone(statement));
            Set<String> stored = new HashSet<>();
            try (ResultSet rows =
                    statement.executeQuery("select request_id from attempt where run_id = '" + run + "'")) {
                while (rows.next()) {
                    stored.add(rows.getString(1));
                }
            }
            return stored;
        }
    }

    private static boolean isGone(Statement statement) {
        try (ResultSet row = statement.executeQuery(
                "select count(*) from pg_stat_activity where application_name = '" + Cluster.name(0) + "'")) {
            row.next();
            return row.getLong(1) == 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
