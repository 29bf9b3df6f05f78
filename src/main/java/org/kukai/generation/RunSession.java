package org.kukai.generation;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.jboss.logging.Logger;

/**
 * One node's work on one run: a {@link Lane} for each model that can be asked, a {@link Scribe} for what comes of them, and a beat a second by which this node
 * learns of what others have done to the run and they learn that it is there. It lasts until the run is halted or done and the calls that
 * are open by then have ended: a run that is paused and resumed meanwhile goes on with the same session.
 */
final class RunSession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RunSession.class);

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int BEATS_BETWEEN_CLEANINGS = 60;

    private final UUID run;
    private final RunCourse course;
    private final Workers workers;
    private final Scribe scribe;
    private final LaneTable table;
    private final LaneSet lanes;
    private final Obituary obituary = new Obituary();
    private final Semaphore news = new Semaphore(0);
    private final Map<Integer, FirstCalls> firstCalls = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("run-", 0).daemon().factory());
    private volatile UUID worker;
    private volatile int turn;
    private volatile boolean budgeted;
    private volatile boolean halted;
    private volatile boolean stopped;
    private volatile boolean over;
    private int beats;

    RunSession(
            Run run,
            RunCourse course,
            LaneTable table,
            Workers workers,
            Ledger ledger,
            Function<RunSession, LaneSet.Opener> opener) {
        this.run = run.id;
        this.turn = run.turn;
        this.course = course;
        this.table = table;
        this.workers = workers;
        this.budgeted = run.settings.isBudgeted();
        this.scribe = new Scribe(run.id, ledger, this::lookAtTheBudget);
        this.lanes = new LaneSet(opener.apply(this), (place, reason) -> course.park(run.id, place, reason), threads);
        this.worker = workers.enter(run.id);
    }

    UUID run() {
        return run;
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

    FirstCalls firstCalls(int place) {
        int current = turn;
        return firstCalls.computeIfAbsent(
                place, p -> new FirstCalls(reason -> course.parkUnanswered(run, current, p, reason)));
    }

    void store(Outcome outcome, Runnable stored) {
        scribe.take(outcome, stored);
    }

    private void lookAtTheBudget() {
        // Not at the next beat: calls that are open by now are the last, on this node as on the one that was first.
        if (budgeted && !halted && course.pauseWhenSpent(run)) {
            lookUp();
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
        for (int hand = 0; hand < Scribe.HANDS; hand++) {
            threads.execute(scribe);
        }
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
            take(workers.beat(run, worker));
        } catch (RuntimeException e) {
            LOG.warnf("Run %s cannot be looked at: %s", run, e);
            obituary.blink();
            lanes.forgetFailures();
        }
    }

    private void take(Workers.Beat beat) {
        if (!beat.known()) {
            LOG.warnf("This node was taken for dead while it worked on run %s; it begins anew.", run);
            worker = workers.enter(run);
            lanes.forgetClaims();
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
        if (active) {
            lanes.arrange(table.of(run));
        }
        halted = !active;
        if (isHalted() && lanes.isQuiet()) {
            over = true;
        } else if (active && lanes.isIdle()) {
            course.finish(run);
        }
        lanes.lookUp();
    }

    /** Ends for good: what was claimed and not stored is free again. */
    @Override
    public void close() {
        over = true;
        lanes.lookUp();
        scribe.close();
        threads.close();
        lanes.close();
        workers.leave(worker);
    }
}
