package org.kukai.generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes on one run; the other one is played by the test. */
@QuarkusTest
class SharedRunTest {
    private static final RunSettings ONE_AT_A_TIME =
            new RunSettings(10, 0.7, 128, null, 1, null, RunSettings.SYSTEM_TEMPLATE, RunSettings.USER_TEMPLATE);

    @Inject
    Runs runs;

    @Inject
    Workers workers;

    @Inject
    Claims claims;

    @Inject
    Ledger ledger;

    @Inject
    Session entities;

    @Test
    void takesUpWhatADeadNodeHadClaimedAndNotStored() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.hang());
            UUID run = runs.order(
                            new RunOrder(
                                    RunCast.model(server),
                                    new PromptSelection(null, RunCast.prompts(2), null),
                                    ONE_AT_A_TIME),
                            null)
                    .id;
            RunCast.until("a call hangs", () -> server.requests() == 1);
            UUID other = workers.enter(run);
            List<Claim> taken = claims.take(run, 0, other, 6);
            assertThat(taken).hasSize(6);
            UUID third = workers.enter(run);
            // One is asked by this node, and one may wait there for its turn.
            assertThat(claims.take(run, 0, third, 30))
                    .doesNotContainAnyElementsOf(taken)
                    .hasSizeBetween(12, 13);
            ledger.store(run, List.of(failed(taken.get(2))));
            ledger.store(run, List.of(failed(taken.get(2))));
            assertThat(RunCast.progress(run).failed()).isEqualTo(1);
            workers.leave(other);
            workers.leave(third);
            server.release();
            assertThat(RunCast.ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(RunCast.progress(run).completed()).isEqualTo(19);
            assertThat(server.requests()).isEqualTo(19);
        }
    }

    @Test
    void takesUpOneStretchAtATimeHoweverTheDatabaseLooksForIt() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.hang());
            UUID run = runs.order(
                            new RunOrder(
                                    RunCast.model(server),
                                    new PromptSelection(null, RunCast.prompts(2), null),
                                    ONE_AT_A_TIME),
                            null)
                    .id;
            RunCast.until("a call hangs", () -> server.requests() == 1);
            List<UUID> dead = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                UUID worker = workers.enter(run);
                assertThat(claims.take(run, 0, worker, 3)).hasSize(3);
                dead.add(worker);
            }
            dead.forEach(workers::leave);
            UUID heir = workers.enter(run);
            List<Claim> taken = QuarkusTransaction.requiringNew().call(() -> {
                for (String way : List.of("hashagg", "hashjoin", "mergejoin", "sort", "material", "memoize")) {
                    entities.createNativeMutationQuery("set local enable_" + way + " = off")
                            .executeUpdate();
                }
                return claims.take(run, 0, heir, 3);
            });
            assertThat(taken).hasSize(3);
            runs.cancel(run);
        }
    }

    private static Outcome failed(Claim claim) {
        return Outcome.failed(claim, org.kukai.generation.Answer.NONE, "by a test");
    }

    @Test
    void takesForDeadOnlyWhomItHasWatchedBeingSilent() {
        Obituary obituary = new Obituary();
        Workers.Sign live = new Workers.Sign(UUID.randomUUID(), 1);
        Workers.Sign silent = new Workers.Sign(UUID.randomUUID(), 7);
        long silence = Obituary.SILENCE.toNanos();
        assertThat(obituary.after(List.of(live, silent), 0)).isEmpty();
        Workers.Sign later = new Workers.Sign(live.worker(), 2);
        assertThat(obituary.after(List.of(later, silent), silence - 1)).isEmpty();
        assertThat(obituary.after(List.of(later, silent), silence)).containsExactly(silent);
        obituary.blink();
        assertThat(obituary.after(List.of(later, silent), 3 * silence)).isEmpty();
        assertThat(obituary.after(List.of(), 5 * silence)).isEmpty();
    }

    @Test
    void asksEveryModelThoughOneOfThemHangs() {
        try (OpenAiServer hanging = OpenAiServer.start();
                OpenAiServer working = OpenAiServer.start()) {
            hanging.behave(request -> Answer.hang());
            List<String> models = new ArrayList<>(List.of(RunCast.model(hanging), RunCast.model(working)));
            UUID run = runs.order(
                            new RunOrder(models, new PromptSelection(null, RunCast.prompts(2), null), ONE_AT_A_TIME),
                            null)
                    .id;
            RunCast.until(
                    "the other model is done",
                    Duration.ofMillis(20),
                    Duration.ofSeconds(30),
                    () -> RunCast.progress(run).completed() == 20);
            assertThat(hanging.requests()).isBetween(1, 2); // a second one when the first was waited for in vain
            assertThat(RunCast.run(run).planned).isEqualTo(40);
            runs.cancel(run);
            assertThat(RunCast.progress(run).cancelled()).isEqualTo(20);
        }
    }
}
