package org.kukai.account;

import java.io.Serial;
import java.time.Duration;

import org.kukai.RefusedException;

/** Signing in has failed too often of late, from one address or for one name. */
public final class TooManyAttemptsException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyAttemptsException(Duration wait) {
        this(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private TooManyAttemptsException(long seconds) {
        super(
                Kind.TOO_MANY,
                "Too many failed attempts to sign in. Wait " + seconds + (seconds == 1 ? " second" : " seconds")
                        + ", then try again.");
        this.seconds = seconds;
    }

    /** After how many seconds the next attempt is taken. */
    public long seconds() {
        return seconds;
    }
}
