package org.kukai.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class InvitationTest {
    private static final String PASSWORD = "five seven five";

    @Inject
    Reception reception;

    @Inject
    Clock clock;

    @Test
    void admitsExactlyAsManyAsWereInvitedHoweverManyComeAtOnce() throws Exception {
        String key = issue(3, Duration.ofDays(1)).key();
        List<Future<Boolean>> joining = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                joining.add(crowd.submit(() -> joins(key)));
            }
        }
        int in = 0;
        for (Future<Boolean> one : joining) {
            in += one.get() ? 1 : 0;
        }
        assertThat(in).isEqualTo(3);
    }

    @Test
    void takesNoUseWhenTheNameIsTaken() {
        String key = issue(1, Duration.ofDays(1)).key();
        assertThatThrownBy(() -> reception.accept(key, "ADMIN", PASSWORD)).hasMessageContaining("“ADMIN” is taken");
        assertThat(joins(key)).isTrue();
        assertThat(joins(key)).isFalse();
    }

    @Test
    void letsOneOfTwoHaveANameThatBothChooseAtOnce() throws Exception {
        String key = issue(8, Duration.ofDays(1)).key();
        String name = "twin " + UUID.randomUUID();
        List<Future<Boolean>> joining = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                joining.add(crowd.submit(() -> joins(key, name)));
            }
        }
        int in = 0;
        for (Future<Boolean> one : joining) {
            in += one.get() ? 1 : 0;
        }
        assertThat(in).isEqualTo(1);
    }

    @Test
    void closesWhenRevokedOrExpired() {
        Invitation.Issued revoked = issue(5, Duration.ofDays(1));
        QuarkusTransaction.requiringNew()
                .run(() -> Invitation.get(revoked.invitation().id).revoke(clock.instant()));
        assertThat(joins(revoked.key())).isFalse();
        Instant longAgo = clock.instant().minus(Duration.ofDays(3));
        Invitation.Issued expired = QuarkusTransaction.requiringNew()
                .call(() -> Invitation.issue(admin(), Role.RATER, 5, Duration.ofDays(2), null, longAgo));
        assertThat(expired.invitation().state(clock.instant())).isEqualTo(Invitation.State.EXPIRED);
        assertThat(joins(expired.key())).isFalse();
    }

    @Test
    void refusesARoundThatDoesNotExistAndNumbersOutOfBounds() {
        UUID nowhere = UUID.randomUUID();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() ->
                                Invitation.issue(admin(), Role.RATER, 1, Duration.ofDays(1), nowhere, clock.instant())))
                .isInstanceOf(RefusedException.class)
                .hasMessage("There is no round " + nowhere + ".");
        assertThatThrownBy(() -> issue(0, Duration.ofDays(1))).hasMessageContaining("this one is for 0");
        assertThatThrownBy(() -> issue(1, Duration.ofDays(366))).hasMessageContaining("this one lasts 366");
        assertThatThrownBy(() -> issue(1, Duration.ZERO)).isInstanceOf(RefusedException.class);
    }

    private boolean joins(String key) {
        return joins(key, "guest " + UUID.randomUUID());
    }

    private boolean joins(String key, String name) {
        try {
            Visitor visitor = reception.accept(key, name, PASSWORD).visitor();
            return visitor.role() == Role.RATER;
        } catch (RefusedException e) {
            return false;
        }
    }

    private Invitation.Issued issue(int uses, Duration lasting) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Invitation.issue(admin(), Role.RATER, uses, lasting, null, clock.instant()));
    }

    private static Account admin() {
        return Account.findByName("admin").orElseThrow();
    }
}
