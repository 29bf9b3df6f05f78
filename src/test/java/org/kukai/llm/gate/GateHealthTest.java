package org.kukai.llm.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.llm.Failure;

import static org.assertj.core.api.Assertions.assertThat;

/** How two nodes with one database spare a server together. */
@QuarkusTest
class GateHealthTest {
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
    void restsOnAllNodesWhenTheServerAsksOne() throws InterruptedException {
        Gate asked = cast.gate(GatesCast.inFlight(4));
        Gate other = cast.gate(GatesCast.inFlight(4));
        try (Pass pass = asked.enter(1).orElseThrow()) {
            pass.failed(new Failure.RateLimited(Optional.of(Duration.ofMillis(1500)), "slow"), Duration.ofMillis(1));
        }
        long from = System.nanoTime();
        GatesCast.await("it is told", () -> cast.state().pausedUntil() != null);
        assertThat(cast.state().why()).contains("429");
        Thread.sleep(300); // a renewal of the other node
        try (Pass pass = other.enter(1).orElseThrow()) {
            GatesCast.answer(pass);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isBetween(Duration.ofMillis(1400), GatesCast.LONG);
        assertThat(cast.state().pausedUntil()).isNull();
    }

    @Test
    void opensTheCircuitOfADeadServerAndTriesItOnceInAWhile() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        Consumer<Pass> dead = pass -> {
            calls.incrementAndGet();
            GatesCast.unreachable(pass);
        };
        cast.call(cast.gate(GatesCast.inFlight(8)), 8, dead);
        cast.call(cast.gate(GatesCast.inFlight(8)), 8, dead);
        GatesCast.await("it opens", () -> cast.state().circuit() != Circuit.CLOSED);
        Thread.sleep(100); // calls that were open by then
        long from = System.nanoTime();
        int before = calls.get();
        GatesCast.await("it is tried thrice", () -> calls.get() >= before + 3);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(200));
        assertThat(cast.state().why()).contains("refused");
    }

    @Test
    void closesTheCircuitWhenAProbeIsAnswered() throws InterruptedException {
        AtomicInteger failing = new AtomicInteger(12);
        AtomicInteger answered = new AtomicInteger();
        Consumer<Pass> mended = pass -> {
            if (failing.getAndDecrement() > 0) {
                GatesCast.unreachable(pass);
            } else {
                answered.incrementAndGet();
                GatesCast.answer(pass);
                GatesCast.pause(5);
            }
        };
        cast.call(cast.gate(GatesCast.inFlight(4)), 4, mended);
        cast.call(cast.gate(GatesCast.inFlight(4)), 4, mended);
        GatesCast.await("it works again", () -> answered.get() > 100);
        assertThat(cast.state().circuit()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void findsOutWhatAServerTakesWhenNoLimitIsGiven() throws InterruptedException {
        cast.call(cast.gate(GateLimits.NONE), 40, pass -> {
            GatesCast.pause(20);
            GatesCast.answer(pass);
        });
        GatesCast.await("it grows", () -> cast.most.get() >= 16);
        GateState state = cast.state();
        assertThat(state.adapts()).isTrue();
        assertThat(state.limit()).isBetween(16, 32);
        assertThat(cast.most.get()).isLessThanOrEqualTo(32);
    }
}
