package org.kukai.annotation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Kill -9 in the middle of voting, and a start after it: what was acknowledged is there, once, and raters go on. */
class VotesSurviveKillIT {
    private static final int PAIRS = 60;
    private static final int VOTES = 3;
    private static final int RATERS = 6;
    private static final int ENOUGH = 60;
    private static final String PASSWORD = "a pond, a frog, a sound";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    @TempDir
    Path folder;

    /** The assignments whose votes were acknowledged, with who sent them; everybody votes {@code left}. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void losesAndDoublesNoAcknowledgedVote() throws Exception {
        try (PackagedKukai kukai =
                PackagedKukai.withAdminOn(folder.resolve("data")).start()) {
            String round = open(kukai);
            List<String> raters =
                    IntStream.range(0, RATERS).mapToObj(i -> "rater " + i).toList();
            raters.forEach(rater -> admin(kukai)
                    .body(Map.of("name", rater, "password", PASSWORD, "role", "rater"))
                    .post("/api/accounts")
                    .then()
                    .statusCode(201));
            try (ExecutorService threads = Executors.newFixedThreadPool(RATERS)) {
                List<? extends Future<?>> voting = raters.stream()
                        .map(rater -> threads.submit(() -> voteUntilDoneOrDead(kukai, round, rater)))
                        .toList();
                until("enough votes are acknowledged", () -> acknowledged.size() >= ENOUGH);
                kukai.kill9();
                for (Future<?> rater : voting) {
                    rater.get();
                }
            }
            assertThat(acknowledged.size()).isLessThan(PAIRS * VOTES);

            kukai.start();
            // A vote that is there already is answered with 200, a new one with 201.
            acknowledged.forEach((assignment, rater) ->
                    vote(kukai, round, rater, assignment).then().statusCode(200));
            raters.forEach(rater -> voteUntilDoneOrDead(kukai, round, rater));

            JsonPath ended = admin(kukai).get("/api/rounds/" + round).jsonPath();
            assertThat(ended.getInt("votes")).isEqualTo(PAIRS * VOTES);
            assertThat(ended.getInt("settled")).isEqualTo(PAIRS);
            assertThat(ended.getString("status")).isEqualTo("settled");
            List<Integer> perRater = admin(kukai)
                    .get("/api/rounds/" + round + "/agreement")
                    .jsonPath()
                    .getList("raters.votes");
            assertThat(perRater.stream().mapToInt(votes -> votes).sum()).isEqualTo(PAIRS * VOTES);
        }
    }

    private void voteUntilDoneOrDead(PackagedKukai kukai, String round, String rater) {
        try {
            Response next = as(kukai, rater).get("/api/rounds/" + round + "/next");
            while (next.statusCode() == 200) {
                String assignment = next.path("assignment");
                Response answer = vote(kukai, round, rater, assignment);
                assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
                acknowledged.put(assignment, rater);
                next = as(kukai, rater).get("/api/rounds/" + round + "/next");
            }
            assertThat(next.statusCode()).isEqualTo(204);
        } catch (Exception killed) {
            // The connection went with the program; what was on its way was not acknowledged.
            until("Kukai is dead, and not only this: " + killed, () -> !kukai.isAlive());
        }
    }

    private static Response vote(PackagedKukai kukai, String round, String rater, String assignment) {
        return as(kukai, rater)
                .body(Map.of("assignment", assignment, "choice", "left"))
                .post("/api/rounds/" + round + "/votes");
    }

    private static String open(PackagedKukai kukai) {
        List<String> texts = IntStream.range(0, PAIRS)
                .mapToObj(i -> "Write a haiku about stone number " + i + ".")
                .toList();
        admin(kukai)
                .body(Map.of("prompts", texts, "split", "train"))
                .post("/api/prompts")
                .then()
                .statusCode(200);
        String run = admin(kukai)
                .body(Map.of("model", "composer", "samplesPerPrompt", 4, "prompts", Map.of("search", "stone number")))
                .post("/api/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        until(
                "the run ends",
                () -> "completed".equals(admin(kukai).get("/api/runs/" + run).path("status")));
        Response opened = admin(kukai)
                .body(Map.of("name", "Stones", "pairing", "random", "pairs", PAIRS, "votesPerPair", VOTES))
                .post("/api/rounds");
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        assertThat(opened.<Integer>path("pairs")).isEqualTo(PAIRS);
        return opened.path("id");
    }

    private static RequestSpecification admin(PackagedKukai kukai) {
        return as(kukai, "admin", PackagedKukai.ADMIN_PASSWORD);
    }

    private static RequestSpecification as(PackagedKukai kukai, String rater) {
        return as(kukai, rater, PASSWORD);
    }

    private static RequestSpecification as(PackagedKukai kukai, String name, String password) {
        return given().baseUri(kukai.address().toString())
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
