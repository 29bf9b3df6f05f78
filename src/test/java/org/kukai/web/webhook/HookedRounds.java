package org.kukai.web.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;

import org.kukai.testing.Person;
import org.kukai.testing.Poems;
import org.kukai.webhook.Receiver;

import static org.assertj.core.api.Assertions.assertThat;

/** A webhook and rounds that it is told of. */
abstract class HookedRounds {
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    final Receiver receiver = Receiver.start();
    String webhook = "";

    @AfterEach
    void end() {
        if (!webhook.isEmpty()) {
            request().delete("/api/webhooks/" + webhook);
        }
        receiver.close();
    }

    /** What the webhook was told of rounds, or is to be told. */
    List<String> told() {
        return deliveries().getList("findAll { it.event == 'round.settled' }.id");
    }

    JsonPath make(String... events) {
        Response made = request()
                .body(Map.of("url", receiver.url(), "events", List.of(events)))
                .post("/api/webhooks");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        webhook = made.path("id");
        return made.jsonPath();
    }

    JsonPath deliveries() {
        return request().get("/api/webhooks/" + webhook + "/deliveries").jsonPath();
    }

    static String open() {
        return request()
                .body(Map.of(
                        "name",
                        "Hook " + UUID.randomUUID(),
                        "pairing",
                        "model-vs-model",
                        "models",
                        Poems.duel(1).models(),
                        "pairs",
                        1,
                        "votesPerPair",
                        1))
                .post("/api/rounds")
                .path("id");
    }

    static void voteAll(Person rater, String round) {
        Response next = rater.api().get("/api/rounds/" + round + "/next");
        while (next.statusCode() == 200) {
            rater.api()
                    .contentType("application/json")
                    .body(Map.of("assignment", next.path("assignment"), "choice", "left"))
                    .post("/api/rounds/" + round + "/votes")
                    .then()
                    .statusCode(201);
            next = rater.api().get("/api/rounds/" + round + "/next");
        }
    }

    static RequestSpecification request() {
        return Person.ADMIN.api().contentType("application/json");
    }

    static <T> List<T> waitFor(Supplier<List<T>> source, int number) {
        waitUntil(() -> source.get().size() >= number);
        return source.get();
    }

    static void waitUntil(Supplier<Boolean> done) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.get()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            LockSupport.parkNanos(PAUSE);
        }
    }
}
