package org.kukai.annotation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What it costs to ask for the next pair for a rater who has voted on every pair of a round, while each still wants votes of others: in
 * rounds of a thousand, a hundred thousand and a million pairs, which take turns. Not part of the tests; {@code docs/benchmarks.md}
 * holds the command and the figures.
 */
class SecondWalkBenchmark {
    private static final List<Integer> SIZES = List.of(1_000, 100_000, 1_000_000);
    private static final int FIRST = 150;
    private static final int LATER = 400;

    @TempDir
    Path folder;

    @Test
    void costsTheSameForWhoeverHasSeenEverything() throws Exception {
        try (VotingGround ground = VotingGround.start(folder, 1, 80, 20)) {
            String rater = ground.raters("tireless", 1).getFirst();
            String token = as(ground)
                    .auth()
                    .preemptive()
                    .basic(rater, VotingGround.PASSWORD)
                    .body(Map.of("name", "bench"))
                    .post("/api/tokens")
                    .path("token");
            Map<Integer, String> rounds = new LinkedHashMap<>();
            for (int size : SIZES) {
                String round = NextPairBenchmark.fill(ground, size);
                assertThat(next(ground, token, round)).isEqualTo(200);
                voteOnAll(ground, round, rater);
                rounds.put(size, round);
            }
            measure(ground, token, rounds, FIRST, "at first");
            measure(ground, token, rounds, LATER, "later");
        }
    }

    private static void voteOnAll(VotingGround ground, String round, String rater) throws SQLException {
        try (Connection database = ground.connect();
                PreparedStatement vote = database.prepareStatement("""
                        insert into assignment (id, round_id, pair_id, rater_id, first_on_left, state, assigned_at, leased_until)
                        select uuid7(), p.round_id, p.id, a.id, true, 'VOTED', now(), now() from pair p, account a
                        where p.round_id = ? and a.name = ?
                        on conflict (pair_id, rater_id, kind) do update set state = 'VOTED'""");
                PreparedStatement walked = database.prepareStatement(
                        "update participation set votes = r.pairs, reached = r.pairs from round r where r.id = round_id and r.id = ?");
                Statement statement = database.createStatement()) {
            vote.setObject(1, UUID.fromString(round));
            vote.setString(2, rater);
            vote.executeUpdate();
            walked.setObject(1, UUID.fromString(round));
            walked.executeUpdate();
            statement.execute("vacuum analyze assignment");
        }
    }

    private static void measure(
            VotingGround ground, String token, Map<Integer, String> rounds, int times, String when) {
        Map<Integer, List<Long>> nanos = new LinkedHashMap<>();
        for (int i = 0; i < times; i++) {
            rounds.forEach((size, round) -> {
                long start = System.nanoTime();
                assertThat(next(ground, token, round)).isEqualTo(204);
                nanos.computeIfAbsent(size, s -> new ArrayList<>()).add(System.nanoTime() - start);
            });
        }
        nanos.forEach((size, took) -> {
            took.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%-9s %,9d pairs: median %.1f ms, longest %.1f ms of %d%n",
                    when,
                    size,
                    took.get(took.size() / 2) / 1e6,
                    took.getLast() / 1e6,
                    took.size());
        });
    }

    private static int next(VotingGround ground, String token, String round) {
        return as(ground)
                .header("Authorization", "Bearer " + token)
                .get("/api/rounds/" + round + "/next")
                .statusCode();
    }

    private static RequestSpecification as(VotingGround ground) {
        return given().baseUri(ground.node(0).address().toString()).contentType(ContentType.JSON);
    }
}
