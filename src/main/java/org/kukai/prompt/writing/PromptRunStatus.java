package org.kukai.prompt.writing;

import java.util.Locale;

/** Where a prompt run stands. */
public enum PromptRunStatus {
    /** Ordered; the work is about to begin. */
    QUEUED,
    /** The model is being asked. */
    RUNNING,
    /** Nobody asks the model until the run is resumed. */
    PAUSED,
    /** Every call was answered or given up. */
    COMPLETED,
    /** Ended by a person; what was written by then can still be approved. */
    CANCELLED,
    /** Could not go on, for the reason stored with it; it can be resumed. */
    FAILED;

    /** As the API and pages spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it moves without anybody's doing. */
    public boolean isActive() {
        return this == QUEUED || this == RUNNING;
    }

    boolean isCancellable() {
        return isActive() || this == PAUSED || this == FAILED;
    }
}
