package org.kukai.llm.gate;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.kukai.llm.Failure;

import static org.assertj.core.api.Assertions.assertThat;

class HealthTest {
    private static final Failure GONE = new Failure.Unreachable("refused");
    private static final Failure TROUBLE = new Failure.ServerError(500, Optional.empty(), "oops");
    private static final Failure BUSY = new Failure.ServerError(503, Optional.of(Duration.ofSeconds(5)), "later");

    private final Health health = new Health();

    private void fail(Failure failure, int times, boolean again) {
        for (int i = 0; i < times; i++) {
            health.failed(failure, 0, 0, false, again);
        }
    }

    @Test
    void takesAServerForDeadAfterEightConnectionsThatFailed() {
        fail(GONE, 7, false);
        assertThat(health.isOpen(0)).isTrue();
        fail(GONE, 1, false);
        assertThat(health.isOpen(0)).isFalse();
        assertThat(health.takeNews(0, true).tripped()).isTrue();
    }

    @Test
    void needsMoreWhereTheServerAnswersThatItIsInTrouble() {
        fail(TROUBLE, 23, false);
        assertThat(health.isOpen(0)).isTrue();
        fail(TROUBLE, 1, false);
        assertThat(health.isOpen(0)).isFalse();
    }

    @Test
    void concludesNothingFromWhatFailsAgain() {
        fail(TROUBLE, 500, true);
        fail(GONE, 500, true);
        assertThat(health.isOpen(0)).isTrue();
    }

    @Test
    void beginsToCountAnewWithEveryAnswer() {
        for (int i = 0; i < 20; i++) {
            fail(GONE, 7, false);
            health.answered(0, false);
        }
        assertThat(health.isOpen(0)).isTrue();
    }

    @Test
    void takesARefusalForASignOfLife() {
        fail(GONE, 8, false);
        health.failed(new Failure.Refused(404, "no such model"), 0, 1, false, false);
        assertThat(health.isOpen(1)).isTrue();
    }

    @Test
    void mindsNoFailureOfCallsThatBeganBeforeTheServerWasAlive() {
        fail(GONE, 8, false);
        health.answered(100, false);
        fail(GONE, 50, false); // all begun at 0
        assertThat(health.isOpen(100)).isTrue();
    }

    @Test
    void restsAsLongAsTheServerAsksAndDoesNotTakeItForDead() {
        fail(BUSY, 50, false);
        assertThat(health.isOpen(Duration.ofSeconds(5).toNanos() - 1)).isFalse();
        assertThat(health.isOpen(Duration.ofSeconds(5).toNanos())).isTrue();
    }

    @Test
    void letsOneProbeThroughWhenItIsOurs() {
        fail(GONE, 8, false);
        assertThat(health.takeNews(0, true).tripped()).isTrue();
        health.renew(Circuit.PROBING, 0L, true, null);
        assertThat(health.isOpen(1)).isTrue();
        assertThat(health.begin()).isTrue();
        assertThat(health.isOpen(1)).isFalse();
        health.renew(Circuit.PROBING, 0L, true, null);
        assertThat(health.isOpen(1)).as("it is on its way").isFalse();
        health.failed(GONE, 1, 2, true, false);
        assertThat(health.takeNews(2, true).probeFailed()).isTrue();
    }
}
