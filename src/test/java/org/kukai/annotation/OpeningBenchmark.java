package org.kukai.annotation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a round of a million pairs takes to open: until the answer, until raters can begin, until it has all its pairs; and what a
 * vote takes meanwhile in another round. Not part of the tests; {@code docs/benchmarks.md} holds the command and the figures.
 */
class OpeningBenchmark {
    private static final int PAIRS = Integer.getInteger("kukai.opening.pairs", 1_000_000);
    private static final int EACH = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration BETWEEN_VOTES = Duration.ofMillis(200);

    @TempDir
    Path folder;

    @Test
    void opensARoundOfAMillionPairs() throws Exception {
        try (VotingGround ground = VotingGround.start(folder, 1, 1_000, 20);
                Connection database = ground.connect()) {
            String other = ground.open("another", 8_000, 1);
            String rater = ground.raters("patient", 1).getFirst();
            long began = System.nanoTime();
            ManyHaiku.write(database, PAIRS * 2 / EACH, EACH);
            System.out.printf(Locale.ROOT, "%,d haiku are there after %.0f s%n", PAIRS * 2, seconds(began));
            List<Long> votes = new ArrayList<>();
            try (Voter voter = ground.arrive(ground.node(0).address(), other, rater)) {
                vote(voter, 50);
                long start = System.nanoTime();
                Response opened = ground.admin()
                        .body(Map.of("name", "A million", "pairing", "random", "pairs", PAIRS, "votesPerPair", 3))
                        .post("/api/rounds");
                assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
                double answered = seconds(start);
                UUID round = UUID.fromString(opened.path("id"));
                double first = 0;
                Instant end = Instant.now().plus(PATIENCE);
                while (number(database, "select count(*) from round where growing and id = ?", round) == 1) {
                    assertThat(Instant.now()).as("waiting for the pairs").isBefore(end);
                    if (first == 0 && number(database, "select pairs from round where id = ?", round) > 0) {
                        first = seconds(start);
                    }
                    votes.addAll(vote(voter, 1));
                    LockSupport.parkNanos(BETWEEN_VOTES.toNanos());
                }
                double all = seconds(start);
                votes.sort(null);
                System.out.printf(
                        Locale.ROOT,
                        "answered %.1f s, first pairs %.1f s, all %,d pairs %.1f s; meanwhile %d votes: median %.1f ms, p99 %.1f ms%n",
                        answered,
                        first,
                        number(database, "select count(*) from pair where round_id = ?", round),
                        all,
                        votes.size(),
                        votes.get(votes.size() / 2) / 1e6,
                        votes.get(votes.size() * 99 / 100) / 1e6);
                withdraw(ground, database, round);
            }
        }
    }

    /** Finds the pair of a poem among all that there are. */
    private static void withdraw(VotingGround ground, Connection database, UUID round) throws SQLException {
        UUID haiku;
        try (PreparedStatement select =
                database.prepareStatement("select second_id from pair where round_id = ? and position = 500000")) {
            select.setObject(1, round);
            ResultSet row = select.executeQuery();
            assertThat(row.next()).isTrue();
            haiku = row.getObject(1, UUID.class);
        }
        long start = System.nanoTime();
        ground.admin()
                .body(Map.of("decision", "withdraw", "reason", "measured"))
                .post("/api/flagged-poems/" + haiku + "/decision")
                .then()
                .statusCode(201);
        System.out.printf(Locale.ROOT, "a poem was withdrawn in %.2f s%n", seconds(start));
        assertThat(number(database, "select count(*) from pair where dropped_at is not null and round_id = ?", round))
                .isOne();
    }

    private static List<Long> vote(Voter voter, int times) throws IOException {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            voter.vote();
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long number(Connection database, String sql, UUID round) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(sql)) {
            select.setObject(1, round);
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
