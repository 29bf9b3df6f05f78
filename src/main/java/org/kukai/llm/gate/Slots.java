package org.kukai.llm.gate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many calls this node has in flight, and may have. */
final class Slots {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int cap;
    private int inFlight;
    private boolean shut;

    Slots(int cap) {
        this.cap = cap;
    }

    boolean take(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (!shut && inFlight >= cap && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (shut || inFlight >= cap) {
                changed.signal();
                return false;
            }
            inFlight++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void give() {
        lock.lock();
        try {
            inFlight--;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void shut() {
        lock.lock();
        try {
            shut = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int inFlight() {
        lock.lock();
        try {
            return inFlight;
        } finally {
            lock.unlock();
        }
    }

    static long nanos(java.time.Duration atMost) {
        return TimeUnit.NANOSECONDS.convert(atMost);
    }
}
