package org.kukai.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Cluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the packaged program takes to compose, score and store haiku, up to the size of the published data set: 4,303 prompts with 20
 * samples each; and how long PostgreSQL takes to copy the same rows into the same tables. Not part of the tests; {@code
 * docs/benchmarks.md} holds the command and the figures.
 */
class GenerationBenchmark {
    private static final String MARK = "for the benchmark";
    private static final int PROMPTS = 4_303;
    private static final int SAMPLES = 20;
    private static final Pattern AFTER_COLLECTION = Pattern.compile("GC\\(\\d+\\) Pause .*->(\\d+)M\\(");

    @TempDir
    Path folder;

    @Test
    void composesScoresAndStores() throws IOException, SQLException {
        try (Cluster cluster = Cluster.start(folder, 1, "-Xlog:gc:stdout")) {
            RemoteRuns runs = new RemoteRuns(cluster.node(0));
            runs.addPrompts(prompts());
            measure(cluster, runs, 3);
            String run = measure(cluster, runs, SAMPLES);
            copy(cluster, run);
            halt(runs);
        }
    }

    private static String measure(Cluster cluster, RemoteRuns runs, int samples) throws IOException {
        Duration used = cluster.processorTime();
        int collections = heapAfterCollections(cluster).size();
        String run = runs.order(MARK, Map.of("model", "composer", "samplesPerPrompt", samples, "temperature", 0.7));
        JsonPath ended = runs.completed(run);
        int made = PROMPTS * samples;
        assertThat(ended.getInt("planned")).isEqualTo(made);
        double seconds = RemoteRuns.seconds(ended);
        double busy = cluster.processorTime().minus(used).toMillis() / 1000.0;
        System.out.printf(
                Locale.ROOT,
                "%,7d samples  %6.1f s  %6.0f a second  %6.1f s of processor time  %d failed%n",
                made,
                seconds,
                made / seconds,
                busy,
                ended.getInt("failed"));
        printHeap(heapAfterCollections(cluster).stream().skip(collections).toList());
        return run;
    }

    /** What was left on the heap after each collection so far, in MB. */
    private static List<Integer> heapAfterCollections(Cluster cluster) {
        return AFTER_COLLECTION
                .matcher(cluster.node(0).log())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private static void printHeap(List<Integer> left) {
        String tenths = IntStream.range(0, Math.min(10, left.size()))
                .mapToObj(i -> left.subList(
                        i * left.size() / 10, Math.max(i * left.size() / 10 + 1, (i + 1) * left.size() / 10)))
                .map(part -> String.valueOf(
                        part.stream().mapToInt(Integer::intValue).min().orElse(0)))
                .collect(Collectors.joining(" "));
        System.out.printf("    heap after %d collections, least in each tenth of them: %s MB%n", left.size(), tenths);
    }

    /** Copies the run's attempts and haiku, under other ids, into the tables that they are in. */
    private static void copy(Cluster cluster, String run) throws SQLException, IOException {
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create function twin(uuid) returns uuid language sql immutable as $$ select encode(set_byte("
                            + "uuid_send($1), 15, get_byte(uuid_send($1), 15) # 255), 'hex')::uuid $$");
            statement.execute(
                    "insert into run (id, model_id, model_name, status, samples_per_prompt, temperature, max_tokens,"
                            + " system_template, user_template, created_at) select twin(id), model_id, model_name, 'COMPLETED', 1, 0, 1,"
                            + " '', '', now() from run where id = '" + run + "'");
            copyOut(
                    statement,
                    "haiku",
                    "select twin(h.id), h.prompt_id, h.text, h.score, h.strict575, h.chatter,"
                            + " h.problem, h.scorer, h.fingerprint, h.created_at from haiku h join attempt a on a.haiku_id = h.id"
                            + " where a.run_id = '" + run + "' order by a.id");
            copyOut(
                    statement,
                    "attempt",
                    "select twin(id), twin(run_id), prompt_id, model_place, sample, state, reason,"
                            + " tries, raw, finish_reason, request_id, latency_millis, prompt_tokens, completion_tokens, twin(haiku_id),"
                            + " finished_at from attempt where run_id = '" + run + "' order by id");
            statement.execute("checkpoint");
            Duration used = cluster.processorTime();
            long start = System.nanoTime();
            int copied = copyIn(
                    statement,
                    "haiku",
                    "id, prompt_id, text, score, strict575, chatter, problem, scorer," + " fingerprint, created_at");
            copied += copyIn(
                    statement,
                    "attempt",
                    "id, run_id, prompt_id, model_place, sample, state, reason, tries, raw,"
                            + " finish_reason, request_id, latency_millis, prompt_tokens, completion_tokens, haiku_id, finished_at");
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy = cluster.processorTime().minus(used).toMillis() / 1000.0;
            System.out.printf(
                    Locale.ROOT,
                    "%,7d rows by COPY into the same tables  %.1f s  %.1f s of processor time%n",
                    copied,
                    seconds,
                    busy);
        }
    }

    private static void copyOut(Statement statement, String table, String query) throws SQLException {
        statement.execute("copy (" + query + ") to " + fileOf(statement, table));
    }

    private static int copyIn(Statement statement, String table, String columns) throws SQLException {
        return statement.executeUpdate("copy " + table + " (" + columns + ") from " + fileOf(statement, table));
    }

    /** In the server's own folder, where it may write. */
    private static String fileOf(Statement statement, String table) throws SQLException {
        try (ResultSet folder = statement.executeQuery("show data_directory")) {
            folder.next();
            return "'" + folder.getString(1) + "/" + table + ".copy'";
        }
    }

    /** Begins runs of 86,060 and of a million and more, lists, pauses, resumes and cancels them. */
    private static void halt(RemoteRuns runs) {
        for (int samples : new int[] {SAMPLES, 233}) {
            long start = System.nanoTime();
            String run = runs.order(MARK, Map.of("model", "composer", "samplesPerPrompt", samples));
            double ordered = secondsSince(start);
            RunCast.until(
                    "it is under way",
                    Duration.ofMillis(200),
                    Duration.ofMinutes(1),
                    () -> runs.show(run).getInt("completed") > 1000);
            double listed =
                    timed(() -> runs.api().get("/api/runs?size=20").then().statusCode(200));
            double paused = timed(() -> runs.act(run, "pause"));
            double resumed = timed(() -> runs.act(run, "resumption"));
            double cancelled = timed(() -> runs.act(run, "cancellation"));
            System.out.printf(
                    Locale.ROOT,
                    "%,9d planned: ordered %.2f s, listed %.2f s, paused %.2f s, resumed %.2f s, cancelled %.2f s%n",
                    PROMPTS * samples,
                    ordered,
                    listed,
                    paused,
                    resumed,
                    cancelled);
        }
    }

    private static double timed(Runnable act) {
        long start = System.nanoTime();
        act.run();
        return secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<String> prompts() throws IOException {
        List<String> topics = Files.readAllLines(Path.of("src", "main", "resources", "starter", "topics.txt")).stream()
                .map(String::strip)
                .filter(topic -> !topic.isEmpty() && !topic.startsWith("#"))
                .toList();
        return IntStream.range(0, PROMPTS)
                .mapToObj(i -> "Write a haiku about " + topics.get(i % topics.size()) + ", " + MARK + " "
                        + i / topics.size() + ".")
                .toList();
    }
}
