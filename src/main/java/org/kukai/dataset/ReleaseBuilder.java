package org.kukai.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.kukai.job.JobHandler;

/**
 * Builds ordered releases. A build works in a folder of its own and stores all or nothing, so one that was cut off in the middle
 * simply begins again.
 */
@ApplicationScoped
class ReleaseBuilder implements JobHandler {
    static final String KIND = "release";
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final FrozenView view;
    private final ReleaseStore store;
    private final Clock clock;
    private final String version;

    ReleaseBuilder(
            FrozenView view,
            ReleaseStore store,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.view = view;
        this.store = store;
        this.clock = clock;
        this.version = version;
    }

    // With the time of the order: a second order must not be taken for the first, whose job may not be cleared away
    // yet.
    static String instance(Release release, Instant ordered) {
        return release.id + "@" + ordered;
    }

    private static UUID releaseOf(String instance) {
        return UUID.fromString(instance.substring(0, instance.indexOf('@')));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @ActivateRequestContext
    public void run(String instance) {
        UUID id = releaseOf(instance);
        Optional<Terms> terms = QuarkusTransaction.requiringNew()
                .call(() -> Release.findBuilding(id).map(Release::terms));
        if (terms.isPresent()) {
            build(id, terms.get());
        }
    }

    private void build(UUID id, Terms terms) {
        Path folder = emptyFolder();
        try {
            Snapshot snapshot = view.read(PATIENCE, connection -> Snapshot.take(connection, terms, folder, version));
            QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(PATIENCE.toSeconds()))
                    .run(() -> Release.findBuilding(id).ifPresent(release -> keep(release, snapshot, folder)));
        } catch (EmptyReleaseException nothing) {
            fail(id, nothing.advice());
        } finally {
            remove(folder);
        }
    }

    private void keep(Release release, Snapshot snapshot, Path folder) {
        try {
            for (Manifest.FileEntry entry : snapshot.files()) {
                store.write(ReleaseFile.keep(release, entry, false), folder.resolve(entry.path()));
            }
            store.write(
                    ReleaseFile.keep(release, snapshot.zip(), true),
                    folder.resolve(snapshot.zip().path()));
        } catch (SQLException e) {
            throw new IllegalStateException("the files cannot be stored: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        release.ready(snapshot, clock.instant());
    }

    @Override
    @ActivateRequestContext
    public void gaveUp(String instance, Throwable reason) {
        fail(releaseOf(instance), "The build failed again and again, the last time with: " + reason.getMessage());
    }

    private void fail(UUID id, String reason) {
        QuarkusTransaction.requiringNew()
                .run(() -> Release.findBuilding(id).ifPresent(release -> release.fail(reason, clock.instant())));
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("kukai-release-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy up " + folder, e);
        }
    }
}
