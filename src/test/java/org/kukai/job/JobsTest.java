package org.kukai.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class JobsTest {
    /** Writes down what it is run for; does as the beginning of the instance says. */
    @ApplicationScoped
    static class Diary implements JobHandler {
        final ConcurrentMap<String, BlockingQueue<String>> entries = new ConcurrentHashMap<>();
        final Set<String> seen = ConcurrentHashMap.newKeySet();

        @Override
        public String kind() {
            return "test-diary";
        }

        @Override
        public void run(String instance) {
            boolean first = seen.add(instance);
            of(instance).add("run");
            if (instance.startsWith("fails-once") && first) {
                throw new IllegalStateException("the first time always fails");
            }
            if (instance.startsWith("postponed-once") && first) {
                throw new JobPostponedException(Duration.ofMillis(1));
            }
        }

        BlockingQueue<String> of(String instance) {
            return entries.computeIfAbsent(instance, key -> new LinkedBlockingQueue<>());
        }
    }

    @Inject
    Jobs jobs;

    @Inject
    Diary diary;

    @Inject
    Clock clock;

    @Test
    void runsAJobOnceItsOrderIsCommitted() throws InterruptedException {
        String instance = "commits-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(jobs.schedule("test-diary", instance, clock.instant())).isTrue();
            assertThat(jobs.schedule("test-diary", instance, clock.instant())).isFalse();
        });
        assertThat(next(instance)).isEqualTo("run");
    }

    @Test
    void forgetsAnOrderWhoseTransactionIsRolledBack() {
        String instance = "rolls-back-" + UUID.randomUUID();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    jobs.schedule("test-diary", instance, clock.instant());
                    throw new IllegalStateException("something else went wrong");
                }))
                .hasMessageContaining("something else");
        assertThat(jobs.isScheduled("test-diary", instance)).isFalse();
        assertThat(diary.seen).doesNotContain(instance);
    }

    @Test
    void triesAFailedJobAgain() throws InterruptedException {
        assertThat(runs("fails-once-" + UUID.randomUUID(), 2)).containsExactly("run", "run");
    }

    @Test
    void runsAPostponedJobAgain() throws InterruptedException {
        assertThat(runs("postponed-once-" + UUID.randomUUID(), 2)).containsExactly("run", "run");
    }

    @Test
    void leavesAJobUntilItsTime() {
        String instance = "later-" + UUID.randomUUID();
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        jobs.schedule("test-diary", instance, tomorrow);
        assertThat(jobs.isScheduled("test-diary", instance)).isTrue();
    }

    @Test
    void refusesAKindThatNobodyHandles() {
        assertThatThrownBy(() -> jobs.schedule("test-nobody", "x", clock.instant()))
                .hasMessageContaining("test-nobody");
    }

    @Test
    void waitsLongerAfterEveryFailure() {
        assertThat(List.of(JobTasks.pauseAfter(1), JobTasks.pauseAfter(2), JobTasks.pauseAfter(JobTasks.TRIES - 1)))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(64));
    }

    private List<String> runs(String instance, int count) throws InterruptedException {
        jobs.schedule("test-diary", instance, clock.instant());
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seen.add(next(instance));
        }
        return seen;
    }

    private String next(String instance) throws InterruptedException {
        return diary.of(instance).poll(20, TimeUnit.SECONDS);
    }
}
