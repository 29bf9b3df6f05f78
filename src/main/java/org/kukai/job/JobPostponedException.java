package org.kukai.job;

import java.io.Serial;
import java.time.Duration;

/** Thrown by a {@link JobHandler} that wants to be run again later, without having failed. */
public final class JobPostponedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    public JobPostponedException(Duration pause) {
        super("to be gone on with in " + pause, null, false, false);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
