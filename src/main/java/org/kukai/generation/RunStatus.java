package org.kukai.generation;

import java.util.Locale;

/** Where a run stands. */
public enum RunStatus {
    /** Ordered; its attempts are about to be planned. */
    QUEUED,
    /** The model is being asked. */
    RUNNING,
    /** Nobody asks the model until the run is resumed. */
    PAUSED,
    /** Every attempt ended as a haiku or with a reason. */
    COMPLETED,
    /** Ended by a person; what was not done then never will be. */
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

    public boolean isResumable() {
        return this == PAUSED || this == FAILED;
    }

    public boolean isCancellable() {
        return isActive() || isResumable();
    }
}
