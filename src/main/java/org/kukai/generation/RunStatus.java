package org.kukai.generation;

import java.util.Locale;

import org.kukai.RefusedException;

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

    /** Reads the spelling of the API. */
    public static RunStatus spelled(String spelling) {
        for (RunStatus status : values()) {
            if (status.spelled().equals(spelling)) {
                return status;
            }
        }
        throw new RefusedException(
                RefusedException.Kind.INVALID,
                "A status is “queued”, “running”, “paused”, “completed”, “cancelled” or “failed”, not “" + spelling
                        + "”.");
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
