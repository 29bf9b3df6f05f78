package org.kukai.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignInLimitTest {
    private static final String HOME = "192.0.2.1";
    private static final String AWAY = "198.51.100.7";

    private final SettableClock clock = new SettableClock();
    /** Three for a name from an address, five from an address, six for a name. */
    private final SignInLimit limit = new SignInLimit(3, 5, 6, clock);

    @Test
    void refusesTheFourthAttemptForANameFromAnAddressAndSaysHowLongToWait() {
        fail("basho", HOME, 3);
        assertThatThrownBy(() -> limit.begin("BASHO ", HOME))
                .isInstanceOf(TooManyAttemptsException.class)
                .hasMessageContaining("Wait 100 seconds");
    }

    @Test
    void takesAnotherAttemptAfterTheWait() {
        fail("basho", HOME, 3);
        clock.advance(Duration.ofSeconds(99));
        assertThatThrownBy(() -> limit.begin("basho", HOME)).isInstanceOf(TooManyAttemptsException.class);
        clock.advance(Duration.ofSeconds(1));
        assertThatCode(() -> limit.begin("basho", HOME)).doesNotThrowAnyException();
    }

    @Test
    void doesNotCountRightPasswords() {
        for (int i = 0; i < 20; i++) {
            limit.begin("basho", HOME);
            limit.succeeded("basho", HOME);
        }
        fail("basho", HOME, 3);
    }

    @Test
    void cannotBeUsedToLockSomebodyOutOfTheirUsualPlace() {
        limit.begin("basho", HOME);
        limit.succeeded("basho", HOME);
        for (int stranger = 0; stranger < 6; stranger++) {
            fail("basho", "203.0.113." + stranger, 1);
        }
        assertThatThrownBy(() -> limit.begin("basho", "203.0.113.99"))
                .as("guessing from many addresses")
                .isInstanceOf(TooManyAttemptsException.class);
        assertThatCode(() -> limit.begin("basho", HOME)).doesNotThrowAnyException();
    }

    @Test
    void doesNotLockANameOutFromElsewhereWhenOneAddressIsUsedUp() {
        fail("basho", AWAY, 3);
        assertThatCode(() -> limit.begin("basho", HOME)).doesNotThrowAnyException();
    }

    @Test
    void refusesToTryManyNamesFromOneAddress() {
        for (int name = 0; name < 5; name++) {
            fail("poet " + name, AWAY, 1);
        }
        assertThatThrownBy(() -> limit.begin("basho", AWAY)).isInstanceOf(TooManyAttemptsException.class);
        assertThatCode(() -> limit.begin("basho", HOME)).doesNotThrowAnyException();
    }

    @Test
    void countsAnIpv6NetworkAsOneAddress() {
        for (int host = 0; host < 3; host++) {
            fail("basho", "2001:db8:0:1::" + host, 1);
        }
        assertThatThrownBy(() -> limit.begin("basho", "2001:db8:0:1:ffff::9"))
                .isInstanceOf(TooManyAttemptsException.class);
        assertThatCode(() -> limit.begin("basho", "2001:db8:0:2::9")).doesNotThrowAnyException();
    }

    private void fail(String name, String origin, int times) {
        for (int i = 0; i < times; i++) {
            limit.begin(name, origin);
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T00:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
