package org.kukai.annotation;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckScheduleTest {
    @Test
    void everyStretchHasExactlyOneCheckOfEachKind() {
        CheckSchedule schedule = new CheckSchedule(42, 20, 0);
        for (int stretch = 0; stretch < 200; stretch++) {
            int from = stretch * 20 + 1;
            assertThat(IntStream.range(from, from + 20)
                            .filter(turn -> schedule.kindOf(turn) == TurnKind.ATTENTION)
                            .count())
                    .isOne();
        }
    }

    @Test
    void theyFallElsewhereForEveryRaterAndStretch() {
        assertThat(IntStream.range(0, 200)
                        .map(seed -> IntStream.rangeClosed(1, 20)
                                .filter(turn -> new CheckSchedule(seed, 20, 0).kindOf(turn) == TurnKind.ATTENTION)
                                .findFirst()
                                .orElseThrow())
                        .distinct()
                        .count())
                .isEqualTo(20);
    }

    @Test
    void whatIsLeftCountsTheChecksOnTheWay() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            CheckSchedule schedule =
                    new CheckSchedule(random.nextLong(), 5 + random.nextInt(20), 5 + random.nextInt(20));
            int turns = random.nextInt(100);
            int asked = random.nextInt(1, 60);
            int left = asked + schedule.before(turns, asked);
            // One turn later, whatever it was for, one less is left.
            boolean check = schedule.kindOf(turns + 1) != TurnKind.ASKED;
            int askedThen = check ? asked : asked - 1;
            assertThat(askedThen + schedule.before(turns + 1, askedThen)).isEqualTo(left - 1);
        }
    }

    @Test
    void thereAreNoneWhenNoneAreWanted() {
        CheckSchedule none = new CheckSchedule(1, 0, 0);
        assertThat(IntStream.rangeClosed(1, 1000).mapToObj(none::kindOf)).containsOnly(TurnKind.ASKED);
        assertThat(none.before(7, 1000)).isZero();
    }
}
