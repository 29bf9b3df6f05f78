package org.kukai.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.annotation.Round;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class LateFiguresTest {
    @Inject
    LateFigures late;

    private UUID round = new UUID(0, 0);

    @BeforeEach
    void open() {
        round = opened();
    }

    /** Other tests look at the votes of all rounds. */
    @AfterEach
    void takeTheVotesBack() {
        votes(0);
    }

    @Test
    void countsFewVotesWheneverTheyHaveChanged() {
        AtomicInteger counted = new AtomicInteger();
        votes(1);
        assertThat(look(counted)).contains(1);
        assertThat(look(counted)).contains(1);
        votes(2);
        assertThat(look(counted)).contains(2);
    }

    @Test
    void countsManyVotesOnceBehindWhoeverLooks() {
        AtomicInteger counted = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(1);
        votes(LateFigures.FEW + 1);
        for (int i = 0; i < 3; i++) {
            assertThat(QuarkusTransaction.requiringNew()
                            .call(() -> late.look("gated", new Scope(round), () -> pass(gate, counted))))
                    .isEmpty();
        }
        gate.countDown();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> late.await("gated", new Scope(round), () -> pass(gate, counted)))
                        .figures())
                .isEqualTo(1);
        votes(LateFigures.FEW + 2);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> late.look("gated", new Scope(round), () -> pass(gate, counted))))
                .as("what was counted last, until it is counted anew")
                .hasValueSatisfying(told -> assertThat(told.figures()).isEqualTo(1));
    }

    @Test
    void showsPagesOfManyVotesWithoutWaitingAndSaysWhatIsMissing() throws InterruptedException {
        votes(LateFigures.FEW + 1);
        PageSession admin = PageSession.asAdmin();
        for (String path : new String[] {"", "/ranking", "/quality"}) {
            assertThat(admin.get("/rounds/" + round + path).asString()).contains("being computed");
        }
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (admin.get("/rounds/" + round).asString().contains("being computed")) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
        assertThat(admin.get("/rounds/" + round).asString()).contains("As of <time");
        assertThat(Person.ADMIN.api().get("/api/rounds/" + round).path("status").toString())
                .isEqualTo("open");
    }

    private Optional<Integer> look(AtomicInteger counted) {
        return QuarkusTransaction.requiringNew()
                .call(() -> late.look("plain", new Scope(round), counted::incrementAndGet))
                .map(LateFigures.Told::figures);
    }

    private static int pass(CountDownLatch gate, AtomicInteger counted) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return counted.incrementAndGet();
    }

    /** As if a rater had voted so often. */
    private void votes(long number) {
        QuarkusTransaction.requiringNew()
                .run(() -> Round.getEntityManager()
                        .createNativeQuery("""
                        insert into participation (id, round_id, rater_id, votes, joined_at)
                        select uuid7(), ?1, id, ?2, now() from account where name = 'admin'
                        on conflict (round_id, rater_id) do update set votes = ?2""")
                        .setParameter(1, round)
                        .setParameter(2, number)
                        .executeUpdate());
    }

    private static UUID opened() {
        return UUID.fromString(Person.ADMIN
                .api()
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "Late " + UUID.randomUUID(),
                        "pairing",
                        "model-vs-model",
                        "models",
                        Poems.duel(3).models(),
                        "pairs",
                        3,
                        "votesPerPair",
                        2))
                .post("/api/rounds")
                .path("id"));
    }
}
