package org.kukai.llm.gate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.agroal.api.AgroalDataSource;

import org.kukai.llm.Choice;
import org.kukai.llm.Completion;
import org.kukai.llm.Failure;

import static org.assertj.core.api.Assertions.assertThat;

/** Nodes that share a database, and threads that call through their gates. */
class GatesCast {
    private static final Times QUICK =
            new Times(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofMillis(50));
    static final Duration LONG = Duration.ofSeconds(20);

    private final AgroalDataSource database;
    final UUID run = UUID.randomUUID();
    final UUID model = UUID.randomUUID();
    final List<Gates> nodes = new ArrayList<>();
    private final List<Thread> callers = new ArrayList<>();
    final AtomicInteger inFlight = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    volatile boolean enough;
    volatile boolean lineIsCut;

    private final Times times;

    GatesCast(AgroalDataSource database) {
        this(database, QUICK);
    }

    private GatesCast(AgroalDataSource database, Times times) {
        this.database = database;
        this.times = times;
    }

    /** With the times of nodes that are not in a hurry. */
    static GatesCast asInUse(AgroalDataSource database) {
        return new GatesCast(database, Gates.times(Duration.ofSeconds(1)));
    }

    GateState state() {
        return nodes.getLast().state(run, model);
    }

    Gates node() {
        return node(() -> database.getConnection());
    }

    Connection connectUnlessCut() throws SQLException {
        if (lineIsCut) {
            throw new SQLException("the line is cut");
        }
        return database.getConnection();
    }

    Gates node(GateStore.Line line) {
        Gates node = new Gates(line, times, 32, false, System::nanoTime, model -> {});
        node.start();
        nodes.add(node);
        return node;
    }

    Gate gate(GateLimits limits) {
        return node().open(run, model, limits);
    }

    static GateLimits inFlight(int limit) {
        return new GateLimits(limit, null, null);
    }

    void close() throws InterruptedException {
        enough = true;
        callers.forEach(Thread::interrupt);
        for (Thread caller : callers) {
            caller.join();
        }
        nodes.forEach(Gates::stop);
    }

    static void await(String what, BooleanSupplier until) throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    /** Threads that call through the gate, again and again. */
    void call(Gate gate, int threads, Consumer<Pass> how) {
        for (int i = 0; i < threads; i++) {
            callers.add(Thread.ofVirtual().start(() -> {
                try {
                    while (!enough) {
                        Optional<Pass> entered = gate.enter(10);
                        if (entered.isEmpty()) {
                            return;
                        }
                        try (Pass pass = entered.get()) {
                            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                            how.accept(pass);
                            inFlight.decrementAndGet();
                        }
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void answer(Pass pass) {
        pass.answered(new Completion(List.of(new Choice("moss", "stop")), 5, 5, "", Duration.ofMillis(10)));
    }

    static void unreachable(Pass pass) {
        pass.failed(new Failure.Unreachable("refused"), Duration.ofMillis(1));
    }
}
