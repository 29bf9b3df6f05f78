package org.kukai.llm.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import org.kukai.llm.Choice;
import org.kukai.llm.Completion;
import org.kukai.llm.Model;

/** What it costs to go through a gate, where the server behind it takes no time at all. */
@QuarkusTest
class GateCostBenchmark {
    private static final Logger LOG = Logger.getLogger(GateCostBenchmark.class);
    private static final int CALLS = 200_000;
    private static final Completion ANSWER =
            new Completion(List.of(new Choice("moss", "stop")), 5, 5, "", Duration.ofMillis(1));

    @Inject
    Gates gates;

    @Test
    void costsMicroseconds() throws InterruptedException {
        UUID composer = QuarkusTransaction.requiringNew().call(() -> Model.named("composer").id);
        try (Gate gate = gates.open(UUID.randomUUID(), composer, new GateLimits(64, null, null))) {
            for (int threads : new int[] {1, 1, 8, 64}) {
                long start = System.nanoTime();
                pass(gate, threads);
                LOG.infof("%d threads: %.2f µs a call", threads, (System.nanoTime() - start) / 1e3 / CALLS);
            }
        }
    }

    private static void pass(Gate gate, int threads) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(Thread.ofVirtual().start(() -> {
                try {
                    for (int call = 0; call < CALLS / threads; call++) {
                        try (Pass pass = gate.enter(10).orElseThrow()) {
                            pass.answered(ANSWER);
                        }
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread thread : all) {
            thread.join();
        }
    }
}
