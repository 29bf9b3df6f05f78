package org.kukai.generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores the outcomes of one run on this node as they come: what is there, in one transaction, and then again what came meanwhile. Two
 * hands do so at the same time, so that an outcome that comes while one batch is on its way need not wait for its end. A call counts as in
 * flight until its outcome is stored, so no more than those can be lost, or wait here. A database that is away for a while costs no answer;
 * an outcome that cannot be stored harms no other.
 */
final class Scribe implements Runnable {
    private static final Logger LOG = Logger.getLogger(Scribe.class);

    /** So many threads are to {@link #run} it. More would wait for each other: the counts of a run are one row. */
    static final int HANDS = 2;

    private static final int MOST = 500;
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 3_000;
    // At the end of Kukai nobody waits for a database that is away.
    private static final int TRIES_WHEN_CLOSED = 3;

    /** An outcome, and what is to be done when it is stored. */
    private record Entry(Outcome outcome, Runnable stored) {}

    private final UUID run;
    private final Ledger ledger;
    private final Runnable afterBatch;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    Scribe(UUID run, Ledger ledger, Runnable afterBatch) {
        this.run = run;
        this.ledger = ledger;
        this.afterBatch = afterBatch;
    }

    void take(Outcome outcome, Runnable stored) {
        queue.add(new Entry(outcome, stored));
    }

    /** Nothing comes any more; what is there is still stored. */
    void close() {
        closed = true;
    }

    @Override
    public void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                Entry first = queue.poll(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Entry> batch = new ArrayList<>();
                    batch.add(first);
                    queue.drainTo(batch, MOST - 1);
                    store(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(List<Entry> batch) throws InterruptedException {
        RuntimeException problem = untilTheDatabaseIsThere(batch);
        if (problem != null && batch.size() > 1) {
            LOG.warnf("Storing %d outcomes of run %s one by one: %s", batch.size(), run, problem);
            for (Entry entry : batch) {
                store(List.of(entry));
            }
            return;
        }
        if (problem != null) {
            storeAsFailed(batch.getFirst(), problem);
        }
        // Before a call is over and another may begin: what a budget is exceeded by are calls that were open.
        tell(afterBatch);
        batch.forEach(this::tell);
    }

    private void tell(Entry entry) {
        tell(entry.stored());
    }

    private void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "After storing outcomes of run %s", run);
        }
    }

    private void storeAsFailed(Entry entry, RuntimeException problem) throws InterruptedException {
        Claim claim = entry.outcome().claim();
        LOG.errorf(problem, "An outcome of run %s cannot be stored: %s", run, claim);
        String reason = "Its outcome cannot be stored: " + RootCause.of(problem);
        Outcome failed = Outcome.failed(claim, Answer.NONE, reason);
        RuntimeException again = untilTheDatabaseIsThere(List.of(new Entry(failed, entry.stored())));
        if (again != null) {
            LOG.errorf(again, "Nor can the reason for it. The sample is made again: %s", claim);
        }
    }

    /** Stores the batch; returns what is wrong with it, when it is not the database. */
    private @Nullable RuntimeException untilTheDatabaseIsThere(List<Entry> batch) throws InterruptedException {
        List<Outcome> outcomes = batch.stream().map(Entry::outcome).toList();
        long pause = FIRST_PAUSE;
        for (int tried = 1; ; tried++) {
            try {
                ledger.store(run, outcomes);
                countDown(outcomes);
                return null;
            } catch (RuntimeException e) {
                if (RootCause.isOfTheData(e) || (closed && tried >= TRIES_WHEN_CLOSED)) {
                    return e;
                }
                LOG.warnf("Storing %d outcomes of run %s failed, trying again: %s", outcomes.size(), run, e);
            } catch (Error e) {
                // Memory may be short for a moment; without this thread the run would stand still.
                LOG.errorf(e, "Storing %d outcomes of run %s failed, trying again", outcomes.size(), run);
            }
            Thread.sleep(pause);
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
    }

    // Not with the outcomes: those of the other hand, of the same block, may not be stored yet.
    private void countDown(List<Outcome> stored) {
        List<UUID> done = stored.stream()
                .map(outcome -> outcome.claim().block())
                .filter(block -> block != null && block.isDoneWithOneMore())
                .map(block -> block.id)
                .toList();
        if (!done.isEmpty()) {
            try {
                ledger.done(done);
            } catch (RuntimeException e) {
                LOG.debugf(
                        "Blocks of run %s are done, which will be found out when they are claimed again: %s", run, e);
            }
        }
    }
}
