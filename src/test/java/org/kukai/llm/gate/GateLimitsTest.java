package org.kukai.llm.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The limits that two nodes with one database keep together. */
@QuarkusTest
class GateLimitsTest {
    @Inject
    AgroalDataSource database;

    private GatesCast cast;

    @BeforeEach
    void begin() {
        cast = new GatesCast(database);
    }

    @AfterEach
    void end() throws InterruptedException {
        cast.close();
    }

    @Test
    void sharesTheLimitBetweenNodesAndNeverExceedsIt() throws InterruptedException {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        cast.call(cast.gate(GatesCast.inFlight(8)), 20, pass -> {
            first.incrementAndGet();
            GatesCast.pause(10);
        });
        GatesCast.await("the first node uses it all", () -> cast.most.get() == 8);
        cast.call(cast.gate(GatesCast.inFlight(8)), 20, pass -> {
            second.incrementAndGet();
            GatesCast.pause(10);
        });
        GatesCast.await("the second gets its part", () -> second.get() > 50);
        int before = first.get();
        GatesCast.await("the first goes on", () -> first.get() > before + 50);
        assertThat(cast.most.get()).isEqualTo(8);
        GateState state = cast.state();
        assertThat(state.limit()).isEqualTo(8);
        assertThat(state.adapts()).isFalse();
        assertThat(state.nodes()).isEqualTo(2);
    }

    @Test
    void givesTheSlotsOfANodeThatEndsToTheOthers() throws InterruptedException {
        Gate ending = cast.gate(GatesCast.inFlight(4));
        cast.call(ending, 8, pass -> GatesCast.pause(5));
        Gate staying = cast.gate(GatesCast.inFlight(4));
        AtomicInteger mine = new AtomicInteger();
        AtomicInteger mostOfMine = new AtomicInteger();
        cast.call(staying, 8, pass -> {
            mostOfMine.accumulateAndGet(mine.incrementAndGet(), Math::max);
            GatesCast.pause(5);
            mine.decrementAndGet();
        });
        GatesCast.await("both work", () -> mine.get() == 2 && cast.inFlight.get() == 4);
        mostOfMine.set(0);
        ending.close();
        GatesCast.await("the other has all", () -> mostOfMine.get() == 4);
        assertThat(cast.most.get()).isEqualTo(4);
    }

    @Test
    void sendsThoseWhoWaitAwayWhenTheGateIsShut() throws InterruptedException {
        Gate gate = cast.gate(GatesCast.inFlight(1));
        Pass held = gate.enter(1).orElseThrow();
        assertThat(gate.enter(1, Duration.ofMillis(30))).isEmpty();
        List<Optional<Pass>> got = new ArrayList<>();
        Thread waiter = Thread.ofVirtual().start(() -> {
            try {
                got.add(gate.enter(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        gate.shut();
        waiter.join();
        assertThat(got).containsExactly(Optional.empty());
        held.close();
    }

    @Test
    void keepsARequestLimitWithTwoNodes() throws InterruptedException {
        GateLimits limits = new GateLimits(16, 3000, null);
        List<Long> begun = new java.util.concurrent.CopyOnWriteArrayList<>();
        Consumer<Pass> count = pass -> begun.add(System.nanoTime());
        cast.call(cast.gate(limits), 10, count);
        cast.call(cast.gate(limits), 10, count);
        GatesCast.await("enough calls", () -> begun.size() >= 200);
        cast.enough = true;
        List<Long> times = begun.stream().sorted().toList();
        double seconds = (times.getLast() - times.getFirst()) / 1e9;
        // 50 a second, less the fiftieth that is kept back; a slow machine may leave some unused.
        assertThat((times.size() - 1) / seconds).isBetween(25.0, 50.0);
    }

    @Test
    void aNodeWithoutItsDatabaseStopsBeforeOthersTakeItsSlots() throws InterruptedException {
        AtomicInteger interrupted = new AtomicInteger();
        Gate cut = cast.node(cast::connectUnlessCut).open(cast.run, cast.model, GatesCast.inFlight(2));
        Gate alive = cast.gate(GatesCast.inFlight(2));
        cast.call(cut, 4, pass -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
            }
        });
        GatesCast.await("the first has all", () -> cast.inFlight.get() == 2);
        GatesCast.await("the nodes know of each other", () -> cast.state().nodes() == 2);
        Thread.sleep(500); // a renewal of either
        AtomicInteger after = new AtomicInteger();
        cast.call(alive, 4, pass -> {
            after.incrementAndGet();
            GatesCast.pause(5);
        });
        cast.lineIsCut = true;
        GatesCast.await("the other has all", () -> after.get() > 200);
        assertThat(interrupted.get()).isEqualTo(2);
        assertThat(cast.most.get()).isEqualTo(2);
    }
}
