package org.kukai.prompt.writing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Cluster;

/**
 * How long it takes to find the prompt of the pool that a candidate is too much like, as the pool grows. Not part of the tests; {@code
 * docs/benchmarks.md} holds the command and the figures.
 */
class LikenessBenchmark {
    private static final List<String> BEGINNINGS = List.of(
            "Write a haiku about %s%s",
            "Compose a haiku about %s%s",
            "Can you write a haiku about %s%s",
            "Create a haiku on the theme of %s%s",
            "I would like a haiku that captures %s%s",
            "Please write a short haiku describing %s%s",
            "Could you give me a haiku on %s%s");
    private static final List<String> ENDS = List.of(
            ".",
            " in the early morning.",
            " as seen by a child.",
            " after a long winter.",
            " from an old man's window.",
            " with a hint of longing.");

    private final Random random = new Random(575);

    @TempDir
    Path folder;

    @Test
    void findsWhatACandidateIsLike() throws IOException, SQLException {
        List<String> topics = Files.readAllLines(Path.of("src", "main", "resources", "starter", "topics.txt")).stream()
                .map(String::strip)
                .filter(topic -> !topic.isEmpty() && !topic.startsWith("#"))
                .toList();
        try (Cluster cluster = Cluster.start(folder, 1);
                Connection connection = cluster.connect()) {
            int there = 0;
            for (int size : List.of(1_000, 10_000, 100_000)) {
                fill(connection, topics, there, size);
                there = size;
                measure(connection, topics, size);
            }
        }
    }

    private void fill(Connection connection, List<String> topics, int from, int to) throws SQLException {
        try (PreparedStatement add =
                connection.prepareStatement("insert into prompt (id, text, text_key, split, topic, source, created_at)"
                        + " select uuid7(), ?, ?, 'TRAIN', null, 'benchmark', now()")) {
            for (int i = from; i < to; i++) {
                String text = text(topics) + " (" + i + ")";
                add.setString(1, text);
                add.setString(2, text);
                add.addBatch();
            }
            add.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze prompt");
        }
    }

    private String text(List<String> topics) {
        String more = random.nextBoolean() ? "" : " and " + any(topics);
        return any(BEGINNINGS).formatted(any(topics) + more, any(ENDS));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void measure(Connection connection, List<String> topics, int size) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement find = connection.prepareStatement(
                        Likeness.IN_THE_POOL.replace(":key", "?").replace(":words", "?"))) {
            statement.execute("select set_config('pg_trgm.similarity_threshold', '0.75', true),"
                    + " set_config('enable_seqscan', 'off', true)");
            List<Long> taken = new ArrayList<>();
            int found = 0;
            for (int i = 0; i < 60; i++) {
                String text = text(topics).toLowerCase(Locale.ROOT);
                long start = System.nanoTime();
                for (int at = 1; at <= 3; at++) {
                    find.setString(at, text);
                }
                try (ResultSet nearest = find.executeQuery()) {
                    found += nearest.next() ? 1 : 0;
                }
                taken.add(System.nanoTime() - start);
            }
            List<Long> sorted = taken.stream().skip(10).sorted().collect(Collectors.toList());
            System.out.printf(
                    Locale.ROOT,
                    "%,8d prompts: median %6.1f ms, longest %6.1f ms, %d of 60 had one like them%n",
                    size,
                    sorted.get(sorted.size() / 2) / 1e6,
                    sorted.getLast() / 1e6,
                    found);
        }
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
