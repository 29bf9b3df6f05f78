package org.kukai.generation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.kukai.haiku.Scorer;
import org.kukai.job.JobPostponedException;
import org.kukai.llm.TextModel;

/**
 * One node's work on one turn: claims attempts in batches and begins their calls, each on a virtual thread of its own, as the limits
 * allow. It ends when nothing is left, when the run is halted, or when Kukai stops; calls that are open by then are let finish.
 */
final class RunSession {
    private static final int BATCH = 32;
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    private final Turn turn;
    private final RunSettings settings;
    private final Runs runs;
    private final Attempts attempts;
    private final Pace pace;
    private final Caller caller;
    private final Semaphore slots;
    // Claimed and not begun.
    private final Deque<Claim> waiting = new ArrayDeque<>();
    // A permit whenever something has changed that the loop may be waiting for.
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopped;
    private volatile boolean doubtful;

    RunSession(
            Turn turn,
            RunSettings settings,
            TextModel model,
            Scorer scorer,
            Runs runs,
            Attempts attempts,
            Patience patience) {
        this.turn = turn;
        this.settings = settings;
        this.runs = runs;
        this.attempts = attempts;
        this.pace = new Pace(settings.requestsPerMinute());
        FirstCalls firstCalls = new FirstCalls(reason -> runs.pauseUnanswered(turn, reason));
        this.caller = new Caller(settings, model, scorer, attempts, patience, pace, firstCalls);
        this.slots = new Semaphore(settings.maxInFlight());
    }

    boolean isOf(UUID run) {
        return turn.run().equals(run);
    }

    /** Somebody changed the run: what was claimed is given back, and the next claim tells whether to go on. */
    void lookUp() {
        doubtful = true;
        news.release();
    }

    void stop() {
        stopped = true;
        news.release();
    }

    void work() throws InterruptedException {
        try (ExecutorService calls = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("call-", 0).factory())) {
            beginCalls(calls);
        } finally {
            giveBack();
        }
        if (stopped) {
            throw new JobPostponedException(Duration.ZERO);
        }
    }

    private void beginCalls(ExecutorService calls) throws InterruptedException {
        while (!stopped) {
            if (doubtful) {
                doubtful = false;
                giveBack();
            }
            if (waiting.isEmpty()) {
                waiting.addAll(attempts.claim(turn.run(), turn.number(), batch()));
            }
            if (waiting.isEmpty()) {
                if (isIdle() && runs.finish(turn)) {
                    return;
                }
                rest(attempts.untilNextDue(turn.run()));
            } else if (pace.isOpen(news) && slots.tryAcquire(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                beginUnlessHalted(calls);
            }
        }
    }

    // Few at a time where calls are slow by order, so that a pause on another node is seen soon.
    private int batch() {
        Integer perMinute = settings.requestsPerMinute();
        int most = Math.min(BATCH, settings.maxInFlight());
        return perMinute == null ? most : Math.clamp(perMinute / 60, 1, most);
    }

    // The slot may have been long in coming, and the run halted meanwhile.
    private void beginUnlessHalted(ExecutorService calls) {
        if (stopped || doubtful) {
            slots.release();
        } else {
            begin(waiting.remove(), calls);
        }
    }

    private void begin(Claim claim, ExecutorService calls) {
        pace.begun();
        calls.execute(() -> {
            try {
                caller.call(claim);
            } finally {
                slots.release();
                news.release();
            }
        });
    }

    private boolean isIdle() {
        return slots.availablePermits() == settings.maxInFlight();
    }

    private void rest(Duration untilDue) throws InterruptedException {
        boolean knowsWhen = untilDue.isPositive() && untilDue.compareTo(LOOK_AROUND) < 0;
        long millis = (knowsWhen ? untilDue : LOOK_AROUND).toMillis() + 1;
        news.tryAcquire(millis, TimeUnit.MILLISECONDS);
        news.drainPermits();
    }

    private void giveBack() {
        if (!waiting.isEmpty()) {
            attempts.release(waiting.stream().map(Claim::attempt).toList());
            waiting.clear();
        }
    }
}
