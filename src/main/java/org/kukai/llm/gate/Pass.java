package org.kukai.llm.gate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.kukai.llm.Completion;
import org.kukai.llm.Failure;

/** The leave to make one call. Close it when the call is over, and say before how it went. */
public final class Pass implements AutoCloseable {
    private final Slots slots;
    private final AtomicBoolean over = new AtomicBoolean();

    Pass(Slots slots) {
        this.slots = slots;
    }

    /** The thread that makes the call, when it is not the one that entered: it is interrupted if the leave is lost. */
    public void carriedBy(Thread thread) {}

    /** The server answered, usefully or not. */
    public void answered(Completion completion) {}

    /** The call gave no answer. The whole model slows down or stops when the failure says so. */
    public void failed(Failure failure, Duration latency) {}

    /** The call is over; the next may begin. */
    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            slots.give();
        }
    }
}
