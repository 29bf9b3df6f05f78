package org.kukai.llm.gate;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The lock of a {@link Turnstile}, with those who wait there, and the time at which its next report is due. */
final class Monitor {
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition due = lock.newCondition();
    private long nextReport;

    Monitor(LongSupplier nanos) {
        this.nanos = nanos;
        this.nextReport = nanos.getAsLong();
    }

    void enter() throws InterruptedException {
        lock.lockInterruptibly();
    }

    void exit() {
        lock.unlock();
    }

    /** Waits inside until something has changed, or so long, or for nothing: look again. */
    @SuppressWarnings("WaitNotInLoop") // the loop is around the call
    void rest(long atMost) throws InterruptedException {
        changed.awaitNanos(atMost);
    }

    void wakeOne() {
        changed.signal();
    }

    void wakeAll() {
        changed.signalAll();
    }

    void hold(Runnable what) {
        lock.lock();
        try {
            what.run();
        } finally {
            lock.unlock();
        }
    }

    <T> T locked(Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }

    /** Has the next report made in so many nanoseconds at the latest; called inside. */
    void reportWithin(long time) {
        long at = nanos.getAsLong() + time;
        if (at - nextReport < 0) {
            nextReport = at;
            due.signal();
        }
    }

    /** Waits until a report is due; the one after it is so much later, if nothing is more urgent. */
    void awaitReport(long renewal) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nextReport - nanos.getAsLong();
            while (left > 0) {
                due.awaitNanos(left);
                left = nextReport - nanos.getAsLong();
            }
            nextReport = nanos.getAsLong() + renewal;
        } finally {
            lock.unlock();
        }
    }
}
