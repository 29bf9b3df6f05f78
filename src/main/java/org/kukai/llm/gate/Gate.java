package org.kukai.llm.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/** Where the calls of one run and model wait until they may be made. Used by many threads at once. */
public final class Gate implements AutoCloseable {
    private static final Duration FOR_EVER = Duration.ofDays(1000);

    private final Turnstile ofRun;
    private final Turnstile ofModel;
    private final boolean countsInModel;
    private final LongSupplier nanos;
    private final Runnable retries;
    // One at a time stands before the turnstiles, so that those who wait for a run's pace keep no slot of the model.
    private final ReentrantLock first = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean shut;

    Gate(Turnstile ofRun, Turnstile ofModel, boolean countsInModel, LongSupplier nanos, Runnable retries) {
        this.ofRun = ofRun;
        this.ofModel = ofModel;
        this.countsInModel = countsInModel;
        this.nanos = nanos;
        this.retries = retries;
    }

    /**
     * Waits until a call may be made.
     *
     * @param expectedTokens what the call will take, question and answers together; counts only where tokens are limited
     * @return empty when the gate was shut
     */
    public Optional<Pass> enter(int expectedTokens) throws InterruptedException {
        return enter(expectedTokens, FOR_EVER);
    }

    /**
     * The same, but waits no longer than so.
     *
     * @return empty also when the time is over
     */
    public Optional<Pass> enter(int expectedTokens, Duration atMost) throws InterruptedException {
        Visit visit = new Visit(nanos.getAsLong() + TimeUnit.NANOSECONDS.convert(atMost), () -> shut);
        ofRun.wait(1);
        ofModel.wait(1);
        try {
            if (!first.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
            try {
                return Optional.ofNullable(pass(expectedTokens, visit));
            } finally {
                first.unlock();
            }
        } finally {
            ofRun.wait(-1);
            ofModel.wait(-1);
        }
    }

    private @Nullable Pass pass(int tokens, Visit visit) throws InterruptedException {
        while (true) {
            Pass pass = new Pass(ofRun, ofModel, countsInModel, nanos, retries);
            boolean begins = false;
            try {
                if (!ofRun.take(pass, true, visit)
                        || !ofModel.take(pass, countsInModel, visit)
                        || ofRun.start(tokens, visit) == null
                        || ofModel.start(tokens, visit) == null) {
                    return null;
                }
                // A server may have asked for rest while the call waited for its time.
                if (pass.isProbe() || ofModel.isOpen()) {
                    pass.begin(tokens);
                    begins = true;
                    return pass;
                }
            } finally {
                if (!begins) {
                    pass.close();
                }
            }
        }
    }

    /** Sends everybody away who waits, and whoever comes; calls that are open are let finish. */
    public void shut() {
        shut = true;
        ofRun.wake();
        ofModel.wake();
    }

    /** Shuts the gate, and gives its share back when the last open call has ended. */
    @Override
    public void close() {
        shut();
        if (closed.compareAndSet(false, true)) {
            ofRun.release();
            ofModel.release();
        }
    }
}
