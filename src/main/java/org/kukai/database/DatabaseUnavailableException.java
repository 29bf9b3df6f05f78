package org.kukai.database;

import java.io.Serial;

/** The embedded database cannot be used; the message says why and what to do, in words for the person who starts Kukai. */
public final class DatabaseUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message) {
        super(message);
    }

    DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
