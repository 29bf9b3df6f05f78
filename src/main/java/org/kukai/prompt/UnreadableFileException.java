package org.kukai.prompt;

import java.io.Serial;

import org.kukai.RefusedException;

/** A file that cannot be read to its end, so that nothing of it is taken in. */
public final class UnreadableFileException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(Kind.INVALID, message);
    }
}
