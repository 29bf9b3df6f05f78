package org.kukai.generation;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has every node work on every run that is in motion. Nothing is ordered and nobody appointed: a node looks which runs there are, so that
 * one that was killed leaves nothing behind but samples that the others take up.
 */
@ApplicationScoped
class Generation {
    private static final Logger LOG = Logger.getLogger(Generation.class);

    private static final long LOOK_AROUND = 1_000;
    private static final long SHUTDOWN_GRACE = 8_000;
    private static final int MOST_FAILURES = 8;

    private final Sessions opener;
    private final RunCourse course;
    private final Workers workers;
    private final boolean alone;
    private final Map<UUID, RunSession> sessions = new ConcurrentHashMap<>();
    private final Map<UUID, Setback> setbacks = new ConcurrentHashMap<>();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopped;
    private final Thread lookout = Thread.ofPlatform().name("runs").daemon().unstarted(this::lookAround);

    /** How often in succession the work on a run could not go on, and until when it rests. */
    private record Setback(int count, long until) {
        Setback next() {
            return new Setback(count + 1, System.nanoTime() + TimeUnit.SECONDS.toNanos(1L << Math.min(count, 5)));
        }
    }

    Generation(
            Sessions opener,
            RunCourse course,
            Workers workers,
            @ConfigProperty(name = "kukai.embedded") boolean embedded) {
        this.opener = opener;
        this.course = course;
        this.workers = workers;
        this.alone = embedded;
    }

    void start(@Observes @Priority(5000) StartupEvent event) {
        if (alone && workers.leaveAll() > 0) {
            LOG.info("Going on with the runs that were cut off when Kukai last ended.");
        }
        lookout.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        news.release();
        sessions.values().forEach(RunSession::stop);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SHUTDOWN_GRACE);
        lookout.join(SHUTDOWN_GRACE);
        while (!sessions.isEmpty() && System.nanoTime() < end) {
            news.tryAcquire(LOOK_AROUND / 10, TimeUnit.MILLISECONDS);
        }
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunMoved moved) {
        Optional.ofNullable(sessions.get(moved.run())).ifPresent(RunSession::lookUp);
        news.release();
    }

    private void lookAround() {
        while (!stopped) {
            try {
                // Not at once: a start that fails, because the port is taken, takes the database away at the same
                // moment.
                news.tryAcquire(LOOK_AROUND, TimeUnit.MILLISECONDS);
                news.drainPermits();
                if (!stopped) {
                    workers.activeRuns().stream().filter(this::isFree).forEach(this::begin);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("The runs cannot be looked at: %s", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AROUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isFree(UUID run) {
        Setback setback = setbacks.get(run);
        return !stopped && !sessions.containsKey(run) && (setback == null || setback.until() - System.nanoTime() < 0);
    }

    private void begin(UUID run) {
        Optional<RunSession> opened = Optional.empty();
        try {
            opened = opener.open(run);
        } catch (RuntimeException e) {
            failed(run, e);
        }
        opened.ifPresent(session -> {
            sessions.put(run, session);
            Thread.ofPlatform().name("run " + run).daemon().start(() -> work(run, session));
        });
    }

    private void work(UUID run, RunSession session) {
        try (session) {
            session.work();
            setbacks.remove(run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed(run, e);
        } finally {
            sessions.remove(run);
            news.release();
        }
    }

    private void failed(UUID run, RuntimeException reason) {
        LOG.warnf(reason, "The work on run %s broke off.", run);
        Setback setback = setbacks.getOrDefault(run, new Setback(0, 0)).next();
        setbacks.put(run, setback);
        if (setback.count() >= MOST_FAILURES) {
            setbacks.remove(run);
            course.fail(run, "The work failed again and again: " + RootCause.of(reason) + ". The log has more.");
        }
    }
}
