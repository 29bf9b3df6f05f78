package org.kukai.annotation;

import java.io.Serial;

import org.kukai.RefusedException;

/** The round takes no more votes, because an admin has closed it. */
public final class RoundClosedException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    RoundClosedException() {
        super(
                Kind.CONFLICT,
                "This round has been closed and takes no more votes: what you have just sent was not counted.");
    }
}
