package org.kukai.dataset;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.account.Account;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ReleaseBuilderTest {
    @Inject
    AgroalDataSource database;

    @Inject
    ReleaseBuilder builder;

    @Inject
    ReleaseOrders orders;

    @Inject
    Clock clock;

    @BeforeEach
    void bringPoems() throws Exception {
        ReleaseFixture.tell(database);
    }

    @Test
    void storesOnceWhatTwoNodesBuildAtTheSameTime() throws Exception {
        Release release = QuarkusTransaction.requiringNew().call(this::ordered);
        String instance = ReleaseBuilder.instance(release, clock.instant());
        // Beside these two, the job that the order made.
        List<Thread> nodes = List.of(
                Thread.ofPlatform().start(() -> builder.run(instance)),
                Thread.ofPlatform().start(() -> builder.run(instance)));
        for (Thread node : nodes) {
            node.join(Duration.ofMinutes(2));
        }
        awaitTheEnd(release.id);
        QuarkusTransaction.requiringNew().run(() -> {
            Release built = Release.get(release.id);
            assertThat(built.status).as(built.statusReason).isEqualTo(Status.READY);
            assertThat(ReleaseFile.of(built)).hasSizeBetween(4, 6);
            assertThat(ReleaseFile.count("releaseId", built.id))
                    .isEqualTo(ReleaseFile.of(built).size() + 1);
        });
    }

    @Test
    void leavesAReadyReleaseAsItIs() throws Exception {
        Release release = QuarkusTransaction.requiringNew().call(this::ordered);
        awaitTheEnd(release.id);
        List<UUID> before = files(release);
        builder.run(ReleaseBuilder.instance(release, clock.instant()));
        builder.gaveUp(ReleaseBuilder.instance(release, clock.instant()), new IllegalStateException("too late"));
        assertThat(files(release)).isNotEmpty().isEqualTo(before);
    }

    @Test
    void writesDownWhyItGaveUp() {
        Release release = QuarkusTransaction.requiringNew().call(this::unscheduled);
        builder.gaveUp(
                ReleaseBuilder.instance(release, clock.instant()), new IllegalStateException("the disk is full"));
        QuarkusTransaction.requiringNew().run(() -> {
            Release failed = Release.get(release.id);
            assertThat(failed.isFailed()).isTrue();
            assertThat(failed.statusReason).contains("the disk is full");
        });
    }

    private Release ordered() {
        return orders.order("Built " + UUID.randomUUID(), Terms.USUAL, admin());
    }

    private Release unscheduled() {
        return Release.order("Given up " + UUID.randomUUID(), Terms.USUAL, admin(), clock.instant());
    }

    private static Account admin() {
        return Account.findByName("admin").orElseThrow();
    }

    private static List<UUID> files(Release release) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ReleaseFile.of(release).stream().map(file -> file.id).toList());
    }

    private static void awaitTheEnd(UUID id) {
        for (int i = 0; i < 1200; i++) {
            if (!QuarkusTransaction.requiringNew().call(() -> Release.get(id).isBuilding())) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("still building after a minute: " + id);
    }
}
