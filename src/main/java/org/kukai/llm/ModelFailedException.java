package org.kukai.llm;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** A call that gave no answer; its message is the failure's reason. */
public final class ModelFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public ModelFailedException(Failure failure) {
        this(failure, null);
    }

    public ModelFailedException(Failure failure, @Nullable Throwable cause) {
        super(failure.reason(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
