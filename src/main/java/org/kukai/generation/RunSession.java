package org.kukai.generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/**
 * One node's work on one run: a {@link Lane} for each model, a {@link Scribe} for what comes of them, and a beat a second by which this node
 * learns of what others have done to the run and they learn that it is there. It lasts until the run is halted or done and the calls that
 * are open by then have ended: a run that is paused and resumed meanwhile goes on with the same session.
 */
final class RunSession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RunSession.class);

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int BEATS_BETWEEN_CLEANINGS = 60;
    private static final int MOST_FAILURES = 8;

    private final UUID run;
    private final RunCourse course;
    private final Workers workers;
    private final Scribe scribe;
    private final List<Lane> lanes = new ArrayList<>();
    private final Obituary obituary = new Obituary();
    private final Semaphore news = new Semaphore(0);
    private final Map<RunModel, FirstCalls> firstCalls = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("run-", 0).daemon().factory());
    private volatile UUID worker;
    private volatile int turn;
    private volatile boolean budgeted;
    private volatile boolean halted;
    private volatile boolean stopped;
    private volatile boolean over;
    private int beats;

    RunSession(Run run, RunCourse course, Workers workers, Ledger ledger) {
        this.run = run.id;
        this.turn = run.turn;
        this.course = course;
        this.workers = workers;
        this.budgeted = run.settings.isBudgeted();
        this.scribe = new Scribe(run.id, ledger, this::lookAtTheBudget);
        this.worker = workers.enter(run.id);
    }

    void add(Lane lane) {
        lanes.add(lane);
    }

    ExecutorService newCalls() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("call-", 0).factory());
    }

    UUID worker() {
        return worker;
    }

    boolean isHalted() {
        return halted || stopped;
    }

    boolean isOver() {
        return over;
    }

    FirstCalls firstCalls(RunModel model) {
        int current = turn;
        return firstCalls.computeIfAbsent(
                model, m -> new FirstCalls(reason -> course.pauseUnanswered(run, current, m.place(), reason)));
    }

    void store(Outcome outcome, Runnable stored) {
        scribe.take(outcome, stored);
    }

    private void lookAtTheBudget() {
        if (budgeted && !halted) {
            course.pauseWhenSpent(run);
        }
    }

    /** Somebody has changed the run: nothing is begun until this session knows how it stands. */
    void lookUp() {
        halted = true;
        news.release();
    }

    /** Kukai is about to end. */
    void stop() {
        stopped = true;
        news.release();
    }

    /** A lane has found nothing to do; when that goes for all, the run may be done. */
    void lookUpWhenIdle(Lane lane) {
        if (lane.isIdle()) {
            news.release();
        }
    }

    /** Works until there is nothing left to do here. */
    void work() throws InterruptedException {
        threads.execute(scribe);
        lanes.forEach(threads::execute);
        while (!over) {
            beat();
            if (!over) {
                news.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        }
    }

    private void beat() {
        try {
            Workers.Beat beat = workers.beat(run, worker);
            lanes.stream()
                    .filter(lane -> lane.failures() >= MOST_FAILURES)
                    .findFirst()
                    .ifPresent(lane -> course.fail(
                            run,
                            "The work failed again and again for "
                                    + lane.model().name() + ". The log has more."));
            take(beat);
        } catch (RuntimeException e) {
            LOG.warnf("Run %s cannot be looked at: %s", run, e);
            obituary.blink();
            lanes.forEach(Lane::forgetFailures);
        }
    }

    private void take(Workers.Beat beat) {
        if (!beat.known()) {
            LOG.warnf("This node was taken for dead while it worked on run %s; it begins anew.", run);
            worker = workers.enter(run);
            lanes.forEach(Lane::forgetClaims);
        }
        obituary.after(beat.signs(), System.nanoTime()).stream()
                .filter(workers::bury)
                .forEach(dead -> LOG.infof("Taking over from worker %s of run %s.", dead.worker(), run));
        if (++beats % BEATS_BETWEEN_CLEANINGS == 0) {
            workers.forgetTempo(run);
        }
        if (beat.turn() != turn) {
            turn = beat.turn();
            firstCalls.clear();
        }
        budgeted = beat.budgeted();
        boolean active = beat.status() == RunStatus.RUNNING;
        halted = !active;
        if (isHalted() && lanes.stream().allMatch(Lane::isQuiet)) {
            over = true;
        } else if (active && lanes.stream().allMatch(Lane::isIdle)) {
            course.finish(run);
        }
        lanes.forEach(Lane::lookUp);
    }

    /** Ends for good: what was claimed and not stored is free again. */
    @Override
    public void close() {
        over = true;
        lanes.forEach(Lane::lookUp);
        scribe.close();
        threads.close();
        lanes.forEach(Lane::close);
        workers.leave(worker);
    }
}
