package org.kukai.account;

import java.io.Serial;
import java.time.Duration;

import org.kukai.RefusedException;

/** Signing in has failed too often of late, from one address or for one name. */
public final class TooManyAttemptsException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    TooManyAttemptsException(Duration wait) {
        super(
                Kind.TOO_MANY,
                "Too many failed attempts to sign in. Wait " + Math.max(1, wait.toSeconds())
                        + " seconds, then try again.");
    }
}
