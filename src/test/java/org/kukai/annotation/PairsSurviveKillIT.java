package org.kukai.annotation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kill -9 in the middle of making the pairs of a round, and while an active round gets its next; and a start after it: the round gets all
 * its pairs, each once.
 */
class PairsSurviveKillIT {
    private static final int PAIRS = 60_000;
    private static final int ACTIVE = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** The database is not the node's own, so its next start waits until its jobs are taken for those of a dead one. */
    private static final String SOON_MISSED = "-Dkukai.jobs.heartbeat=1S";

    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    @TempDir
    Path folder;

    @Test
    void makesEveryPairOnceThoughItIsKilledHalfWay() throws Exception {
        try (VotingGround ground = VotingGround.start(folder, 1, 10, 1, SOON_MISSED);
                Connection database = ground.connect()) {
            ManyHaiku.write(database, 600, 210);
            String round =
                    opened(ground, Map.of("name", "Many", "pairing", "random", "pairs", PAIRS, "votesPerPair", 1));
            until("some pairs are there", () -> pairs(database, round) > 0);
            killBetween(ground, database, round);
            until(
                    "all pairs are there",
                    () -> number(database, "select count(*) from round where not growing and id = ?", round) == 1);
            assertWhole(database, round, PAIRS);
        }
    }

    @Test
    void goesOnWithAnActiveRoundWhereItWas() throws Exception {
        try (VotingGround ground = VotingGround.start(folder, 1, 3, 12, SOON_MISSED);
                Connection database = ground.connect()) {
            String round = opened(
                    ground,
                    Map.of("name", "Active", "pairing", "active", "pairs", ACTIVE, "poems", 30, "votesPerPair", 1));
            String rater = ground.raters("active", 1).getFirst();
            int voted = 0;
            while (pairs(database, round) < ACTIVE && voted < ACTIVE) {
                voted += vote(ground, round, rater);
                // Each time that the job has just added pairs, and is about to look whether it must add more.
                if (pairs(database, round) > ACTIVE / 2 && ground.node(0).isAlive() && voted > 0) {
                    ground.node(0).kill9();
                    ground.node(0).start();
                    break;
                }
            }
            until("all votes are there", () -> {
                vote(ground, round, rater);
                return "settled"
                        .equals(admin(ground).get("/api/rounds/" + round).path("status"));
            });
            assertWhole(database, round, pairs(database, round));
            assertThat(pairs(database, round)).isEqualTo(ACTIVE);
            assertThat(number(database, "select count(*) from vote where round_id = ?", round))
                    .isEqualTo(ACTIVE);
        }
    }

    private static String opened(VotingGround ground, Map<String, ?> draft) {
        Response opened = admin(ground).body(draft).post("/api/rounds");
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        return opened.path("id");
    }

    /** Kills the program while not all of the pairs are there, and starts it again. */
    private static void killBetween(VotingGround ground, Connection database, String round) {
        ground.node(0).kill9();
        assertThat(pairs(database, round)).as("killed half-way").isBetween(1, PAIRS - 1);
        ground.node(0).start();
    }

    private static void assertWhole(Connection database, String round, int pairs) {
        assertThat(pairs(database, round)).isEqualTo(pairs);
        assertThat(number(database, "select count(*) from pair where round_id = ?", round))
                .isEqualTo(pairs);
        assertThat(number(database, "select count(distinct position) from pair where round_id = ?", round))
                .isEqualTo(pairs);
        assertThat(number(database, "select max(position) from pair where round_id = ?", round))
                .isEqualTo(pairs);
        assertThat(number(
                        database,
                        "select count(distinct (least(first_id, second_id), greatest(first_id, second_id))) from pair where round_id = ?",
                        round))
                .isEqualTo(pairs);
        assertThat(number(
                        database, "select sum(made) from pair_batch where done_at is not null and round_id = ?", round))
                .isEqualTo(pairs);
        assertThat(number(
                        database,
                        "select count(*) from pair_choice c join pair_batch b on b.id = c.batch_id where b.round_id = ?",
                        round))
                .isZero();
    }

    /** Votes on what there is now and says on how many. */
    private static int vote(VotingGround ground, String round, String rater) {
        int voted = 0;
        while (true) {
            Response next = as(ground, rater, VotingGround.PASSWORD).get("/api/rounds/" + round + "/next");
            if (next.statusCode() != 200) {
                return voted;
            }
            as(ground, rater, VotingGround.PASSWORD)
                    .body(Map.of("assignment", next.path("assignment"), "choice", voted % 2 == 0 ? "left" : "right"))
                    .post("/api/rounds/" + round + "/votes")
                    .then()
                    .statusCode(201);
            voted++;
        }
    }

    private static int pairs(Connection database, String round) {
        return (int) number(database, "select pairs from round where id = ?", round);
    }

    private static long number(Connection database, String sql, String round) {
        try (PreparedStatement select = database.prepareStatement(sql)) {
            select.setObject(1, UUID.fromString(round));
            ResultSet row = select.executeQuery();
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static RequestSpecification admin(VotingGround ground) {
        return as(ground, "admin", PackagedKukai.ADMIN_PASSWORD);
    }

    private static RequestSpecification as(VotingGround ground, String name, String password) {
        return given().baseUri(ground.node(0).address().toString())
                .auth()
                .preemptive()
                .basic(name, password)
                .contentType(ContentType.JSON);
    }

    private static void until(String what, java.util.function.BooleanSupplier holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting until %s", what).isBefore(end);
            LockSupport.parkNanos(PAUSE);
        }
    }
}
