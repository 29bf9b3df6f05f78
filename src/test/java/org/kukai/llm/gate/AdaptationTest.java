package org.kukai.llm.gate;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AdaptationTest {
    private static final Instant T0 = Instant.parse("2026-11-20T12:00:00Z");
    private static final int MOST = 128;

    /** A server that answers so many calls at once in 50 ms each, and lets others wait; a second with the limit made use of. */
    private static Adaptation second(Adaptation now, int parallel) {
        double inFlight = Math.floor(now.limit());
        double millis = 50 * Math.max(1, inFlight / parallel);
        int answered = (int) (inFlight * 1000 / millis);
        return now.after(
                new Observed(answered, 0, answered * millis), now.since().plusSeconds(1), MOST, true, true);
    }

    private static Adaptation after(int seconds, int parallel) {
        Adaptation adaptation = Adaptation.from(Adaptation.BEGINNING, T0);
        for (int i = 0; i < seconds; i++) {
            adaptation = second(adaptation, parallel);
        }
        return adaptation;
    }

    private static Adaptation at(double limit) {
        return new Adaptation(limit, 50, true, Observed.NOTHING, T0);
    }

    private static Adaptation turnedAway(Adaptation was, int answered, int overloaded) {
        return was.after(
                new Observed(answered, overloaded, answered * 50.0), was.since().plusSeconds(1), MOST, true, true);
    }

    @Test
    void doublesUntilTheServerSlowsDown() {
        assertThat(after(1, 1000).limit()).isEqualTo(8);
        assertThat(after(3, 1000).limit()).isEqualTo(32);
        assertThat(after(60, 1000).limit()).as("never beyond the bound").isEqualTo(MOST);
    }

    @Test
    void settlesNearWhatTheServerDoesAtOnce() {
        for (int parallel : new int[] {4, 10, 30}) {
            for (int seconds = 30; seconds < 90; seconds++) {
                assertThat(after(seconds, parallel).limit()).isBetween(parallel * 0.8, parallel * 2.5 + 4);
            }
        }
    }

    @Test
    void isHalvedWhenAllAreTurnedAway() {
        assertThat(turnedAway(at(64), 0, 100).limit()).isEqualTo(32);
    }

    @Test
    void hardlyMindsAFewAmongMany() {
        assertThat(turnedAway(at(64), 99, 1).limit()).isBetween(63.0, 64.0);
    }

    @Test
    void growsSlowlyOnceItWasLowered() {
        assertThat(turnedAway(at(64), 100, 0).limit()).isEqualTo(72);
    }

    @Test
    void neverFallsBelowOne() {
        Adaptation adaptation = at(8);
        for (int i = 0; i < 20; i++) {
            adaptation = turnedAway(adaptation, 0, 10);
        }
        assertThat(adaptation.limit()).isEqualTo(1);
    }

    @Test
    void staysWhereItIsNotMadeUseOf() {
        Observed quick = new Observed(10, 0, 500);
        assertThat(at(20).after(quick, T0.plusSeconds(1), MOST, true, false).limit())
                .isEqualTo(20);
    }

    @Test
    void waitsUntilItHasSeenEnough() {
        Adaptation early = at(20).after(new Observed(5, 0, 250), T0.plusMillis(400), MOST, true, true);
        assertThat(early.limit()).isEqualTo(20);
        assertThat(early.seen().answered()).isEqualTo(5);
        assertThat(early.after(new Observed(5, 0, 250), T0.plusSeconds(1), MOST, true, true)
                        .limit())
                .isGreaterThan(20);
    }

    @Test
    void learnsThatAServerHasBecomeSlowForAll() {
        Adaptation adaptation = at(64);
        for (int i = 0; i < 60; i++) {
            int answered = (int) Math.max(4, adaptation.limit());
            adaptation = adaptation.after(
                    new Observed(answered, 0, answered * 400.0),
                    adaptation.since().plusSeconds(1),
                    MOST,
                    true,
                    true);
        }
        assertThat(adaptation.limit()).isGreaterThan(30);
    }

    @Test
    void doesNotMindLatencyWhereTheLimitIsGiven() {
        Observed slow = new Observed(100, 0, 100 * 900.0);
        assertThat(at(64).after(slow, T0.plusSeconds(1), 64, false, true).limit())
                .isEqualTo(64);
    }
}
