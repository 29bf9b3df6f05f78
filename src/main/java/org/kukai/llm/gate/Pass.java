package org.kukai.llm.gate;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.kukai.llm.Completion;
import org.kukai.llm.Failure;

/** The leave to make one call. Say how the call went, and close it when it is over. */
public final class Pass implements AutoCloseable {
    private final Turnstile ofRun;
    private final Turnstile ofModel;
    private final boolean countsInModel;
    private final LongSupplier nanos;
    private final Runnable retries;
    private int tokens;
    private long begun;
    private boolean probe;
    private boolean again;
    private boolean told;
    private @Nullable Thread carrier = Thread.currentThread();
    private boolean interrupted;

    Pass(Turnstile ofRun, Turnstile ofModel, boolean countsInModel, LongSupplier nanos, Runnable retries) {
        this.ofRun = ofRun;
        this.ofModel = ofModel;
        this.countsInModel = countsInModel;
        this.nanos = nanos;
        this.retries = retries;
    }

    void probes() {
        probe = true;
    }

    void begin(int expected) {
        tokens = expected;
        begun = nanos.getAsLong();
    }

    /** The same was asked before in vain: counts it, and when it fails, nothing is concluded from that about the server. */
    public void retried() {
        again = true;
        retries.run();
    }

    boolean isProbe() {
        return probe;
    }

    /** The thread that makes the call, when it is not the one that entered: it is interrupted if the leave is lost. */
    public synchronized void carriedBy(Thread thread) {
        carrier = thread;
    }

    /** The server answered, usefully or not. */
    public void answered(Completion completion) {
        told();
        settle((long) completion.promptTokens() + completion.completionTokens());
        long now = nanos.getAsLong();
        ofModel.learn(health -> health.answered(now, probe));
        observe(new Observed(1, 0, completion.latency().toNanos() / 1e6));
    }

    /** The call gave no answer. The whole model slows down or stops when the failure says so. */
    public void failed(Failure failure, Duration latency) {
        told();
        settle(0);
        long now = nanos.getAsLong();
        ofModel.learn(health -> health.failed(failure, begun, now, probe, again));
        if (Health.isOverload(failure)) {
            observe(new Observed(0, 1, 0));
        }
    }

    private void observe(Observed one) {
        (countsInModel ? ofModel : ofRun).learn(health -> health.observe(one));
    }

    private void settle(long used) {
        ofRun.settle(used - tokens);
        ofModel.settle(used - tokens);
    }

    private void told() {
        told = true;
        forgetInterrupt();
    }

    /** The call is over; the next may begin. */
    @Override
    public void close() {
        if (!told) {
            told = true;
            ofModel.learn(health -> health.abandoned(probe));
        }
        ofRun.give(this);
        ofModel.give(this);
        forgetInterrupt();
    }

    synchronized void interrupt() {
        if (carrier != null && !interrupted) {
            interrupted = true;
            carrier.interrupt();
        }
    }

    /** An interrupt was meant for the call alone, and the thread has other things to do now. */
    private synchronized void forgetInterrupt() {
        if (interrupted && Thread.currentThread().equals(carrier)) {
            Thread.interrupted();
        }
        carrier = null;
    }
}
