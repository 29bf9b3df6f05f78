package org.kukai.llm.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RulingTest {
    private static final Instant T0 = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Times TIMES =
            new Times(Duration.ofSeconds(1), Duration.ofSeconds(12), Duration.ofSeconds(3), FIRST);
    private static final Terms TEN = new Terms(10, false, GateLimits.NONE);
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    private static Report says(UUID holder, Signals signals) {
        return new Report(holder, 0, 0, 1, Report.MANY, 0, 0, 0, Observed.NOTHING, signals);
    }

    private static Row row() {
        return Row.fresh(TEN, T0);
    }

    private static Ruling on(Row row, UUID holder, Signals signals, Instant now) {
        UUID other = holder.equals(A) ? B : A;
        Lease lease = new Lease(other, 0, 0, 1, Report.MANY, now.plusSeconds(12));
        return Ruling.on(says(holder, signals), row, List.of(lease), TEN, TIMES, now);
    }

    private static Breaker open() {
        return on(row(), A, Signals.NONE.tripping(), T0).row().breaker();
    }

    private static Row with(Breaker breaker) {
        Row row = row();
        return new Row(row.adaptation(), row.schedule(), null, breaker, null, null);
    }

    private static Row asks(Row row, UUID holder, Instant now) {
        return on(row, holder, Signals.NONE.wanting(true), now).row();
    }

    @Test
    void neverDealsOutMoreThanThereIsWhateverHoldersDo() {
        Random random = new Random(7);
        int[] caps = new int[4];
        int[] inFlight = new int[4];
        List<Lease> table = new ArrayList<>();
        Row row = row();
        for (int step = 0; step < 20_000; step++) {
            int i = random.nextInt(4);
            // Between two reports calls begin as the cap allows, and end.
            inFlight[i] = random.nextBoolean() ? Math.max(inFlight[i], caps[i]) : random.nextInt(inFlight[i] + 1);
            UUID holder = new UUID(1, i);
            int wanted = random.nextInt(3) == 0 ? inFlight[i] : Report.MANY;
            Report report = new Report(
                    holder,
                    Math.max(caps[i], inFlight[i]),
                    inFlight[i],
                    0,
                    wanted,
                    0,
                    0,
                    0,
                    Observed.NOTHING,
                    Signals.NONE);
            table.removeIf(lease -> lease.holder().equals(holder));
            Ruling ruling = Ruling.on(report, row, table, TEN, TIMES, T0);
            table.add(ruling.lease());
            caps[i] = ruling.cap();
            int might = 0;
            for (int k = 0; k < 4; k++) {
                might += Math.max(caps[k], inFlight[k]);
            }
            assertThat(might).as("step %d", step).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void aTrippedCircuitLetsOneTryAfterAPause() {
        Row row = with(open());
        assertThat(row.breaker().circuit()).isEqualTo(Circuit.OPEN);
        assertThat(asks(row, A, T0.plusMillis(900)).breaker().isProbedBy(A)).isFalse();
        Row tried = asks(row, A, T0.plusMillis(1000));
        assertThat(tried.breaker().isProbedBy(A)).isTrue();
        assertThat(asks(tried, B, T0.plusSeconds(30)).breaker().isProbedBy(A))
                .as("one at a time")
                .isTrue();
    }

    @Test
    void pausesBetweenTriesDoubleUpToAMinute() {
        Row row = with(open());
        Instant now = T0;
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Instant due = Objects.requireNonNull(row.breaker().probeAt());
            pauses.add(Duration.between(now, due).toSeconds());
            now = due;
            row = on(asks(row, A, now), A, Signals.NONE.withProbe(true, false), now)
                    .row();
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void anAnswerClosesTheCircuit() {
        Row tried = asks(with(open()), A, T0.plusSeconds(1));
        Breaker healed =
                on(tried, B, Signals.NONE.healing(), T0.plusSeconds(2)).row().breaker();
        assertThat(healed).isEqualTo(Breaker.CLOSED);
    }

    @Test
    void anotherTriesWhenTheOneThatDidIsDead() {
        Row tried = asks(with(open()), A, T0.plusSeconds(1));
        Row alone = Ruling.on(says(B, Signals.NONE.wanting(true)), tried, List.of(), TEN, TIMES, T0.plusSeconds(14))
                .row();
        assertThat(alone.breaker().isProbedBy(B)).isTrue();
    }

    @Test
    void takesTheLongestRestThatWasAskedFor() {
        Row row = on(row(), A, Signals.NONE.resting(Duration.ofSeconds(20)), T0).row();
        assertThat(row.restUntil()).isEqualTo(T0.plusSeconds(20));
        assertThat(on(row, B, Signals.NONE.resting(Duration.ofSeconds(5)), T0)
                        .row()
                        .restUntil())
                .isEqualTo(T0.plusSeconds(20));
    }
}
