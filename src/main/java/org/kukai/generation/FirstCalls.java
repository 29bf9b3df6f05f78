package org.kukai.generation;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.kukai.llm.Failure;

/**
 * Sees when a model goes nowhere: its first calls all fail in a way that only a person can mend. One answer, of any kind, and it looks no
 * further. Failures that pass by themselves count for nothing. Used by many threads at once.
 */
final class FirstCalls {
    static final int ENOUGH = 8;

    private final Consumer<String> hopeless;
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean answered;

    FirstCalls(Consumer<String> hopeless) {
        this.hopeless = hopeless;
    }

    void answered() {
        answered = true;
    }

    void failed(Failure failure) {
        if (failure.permanent() && !answered && refused.incrementAndGet() >= ENOUGH) {
            hopeless.accept("The first " + ENOUGH + " calls were refused, and none was answered. " + failure.reason()
                    + " Mend the model; “Retry failed” plans the refused calls anew.");
        }
    }
}
