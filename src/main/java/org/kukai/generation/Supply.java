package org.kukai.generation;

import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Lane} has claimed and not begun. The next are claimed while those at hand are asked, so that no call waits for a claim.
 * One thread takes; any may put back.
 */
final class Supply {
    private static final Logger LOG = Logger.getLogger(Supply.class);

    private final RunSession session;
    private final int place;
    private final Claims claims;
    private final Appetite appetite;
    private final Runnable news;
    private final Deque<Claim> waiting;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile int few;
    private volatile boolean dry;

    /**
     * @param news run when something was claimed ahead, or could not be
     * @param before whose claims it takes over
     */
    Supply(RunSession session, int place, Claims claims, Appetite appetite, Runnable news, @Nullable Supply before) {
        this.session = session;
        this.place = place;
        this.claims = claims;
        this.appetite = appetite;
        this.news = news;
        this.waiting = before == null ? new ConcurrentLinkedDeque<>() : before.waiting;
    }

    @Nullable
    Claim peek() {
        return waiting.peek();
    }

    /** What is claimed and not begun, in the order in which it is begun; others may begin it meanwhile. */
    Iterable<Claim> waiting() {
        return waiting;
    }

    void poll() {
        waiting.poll();
    }

    void putBack(Claim claim) {
        waiting.addFirst(claim);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void forget() {
        waiting.clear();
    }

    /** A sample has ended, or is to be tried again: by their number one claims. */
    void ended() {
        appetite.ended();
    }

    /** Whether the next are being claimed at this moment. */
    boolean isComing() {
        return underWay.get();
    }

    /** Claims; tells whether there was anything. */
    boolean claim() {
        UUID worker = session.worker();
        List<Claim> fresh = claims.take(session.run(), place, worker, appetite.now());
        few = fresh.size() / 2;
        dry = fresh.isEmpty();
        // Meanwhile the worker may have been taken for dead, and these are somebody else's now.
        if (worker.equals(session.worker())) {
            waiting.addAll(fresh);
        }
        return !dry;
    }

    /** Has the next claimed when half of the last are used up; when there were none, there is time until all are. */
    void claimAhead(Executor threads) {
        if (!dry && waiting.size() <= few && underWay.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    claim();
                } catch (RuntimeException e) {
                    LOG.debugf("Nothing is claimed ahead for run %s: %s", session.run(), e);
                } finally {
                    underWay.set(false);
                    news.run();
                }
            });
        }
    }
}
