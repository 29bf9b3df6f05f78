package org.kukai.llm.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTest {
    private static final Instant T0 = Instant.parse("2026-11-20T12:00:00Z");
    private static final Schedule FRESH = new Schedule(T0, T0);

    private static GateLimits requests(int perMinute) {
        return new GateLimits(null, perMinute, null);
    }

    private static GateLimits tokens(int perMinute) {
        return new GateLimits(null, null, perMinute);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 600, 10_000})
    void noMinuteHoldsMoreThanTheLimitAndMostOfItIsUsed(int perMinute) {
        List<Instant> starts =
                FRESH.reserve(perMinute * 3, 0, requests(perMinute), T0).starts();
        assertThat(most(starts)).isLessThanOrEqualTo(perMinute);
        Duration whole = Duration.between(starts.getFirst(), starts.getLast());
        double share = (starts.size() - 1) / (perMinute * (whole.toMillis() / 60_000.0));
        assertThat(share).isBetween(0.97, 1.0);
    }

    /** The most that begin in any minute. */
    private static int most(List<Instant> starts) {
        int most = 0;
        int from = 0;
        for (int i = 0; i < starts.size(); i++) {
            while (!starts.get(from).plusSeconds(60).isAfter(starts.get(i))) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return most;
    }

    @Test
    void goesOnWhereTheLastReservationEnded() {
        Schedule.Reserved first = FRESH.reserve(3, 0, requests(60), T0);
        Instant next = first.rest().reserve(1, 0, requests(60), T0).starts().getFirst();
        assertThat(next).isEqualTo(first.starts().getLast().plusMillis(1020));
    }

    @Test
    void savesNothingUpWhileNobodyCalls() {
        Instant later = T0.plusSeconds(3600);
        List<Instant> starts = FRESH.reserve(2, 0, requests(60), later).starts();
        assertThat(starts).containsExactly(later, later.plusMillis(1020));
    }

    @Test
    void spacesCallsByTheirTokens() {
        List<Instant> starts = FRESH.reserve(3, 100, tokens(6000), T0).starts();
        assertThat(starts).containsExactly(T0, T0.plusMillis(1020), T0.plusMillis(2040));
    }

    @Test
    void settlesWhatCallsTookMoreOrLess() {
        Schedule after = FRESH.reserve(1, 100, tokens(6000), T0).rest();
        assertThat(after.settled(100, tokens(6000))
                        .reserve(1, 1, tokens(6000), T0)
                        .starts())
                .containsExactly(T0.plusMillis(2040));
        assertThat(after.settled(-50, tokens(6000))
                        .reserve(1, 1, tokens(6000), T0)
                        .starts())
                .containsExactly(T0.plusMillis(510));
    }

    @Test
    void keepsTheStricterOfBothLimits() {
        GateLimits both = new GateLimits(null, 60, 6000);
        List<Instant> starts = new ArrayList<>(FRESH.reserve(2, 1, both, T0).starts());
        assertThat(starts).containsExactly(T0, T0.plusMillis(1020));
        assertThat(FRESH.reserve(2, 1000, both, T0).starts()).containsExactly(T0, T0.plusMillis(10_200));
    }

    @Test
    void reservesForAnyNumberOfCallsAtOnceWhereNothingLimitsThem() {
        assertThat(FRESH.reserve(2, 1000, GateLimits.NONE, T0).starts()).containsExactly(T0, T0);
    }
}
