package org.kukai.annotation;

import java.io.Serial;

import org.kukai.RefusedException;

/** The round takes no more votes, because an admin has closed it. */
public final class RoundClosedException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    RoundClosedException() {
        super(Kind.CONFLICT, "This round is closed and takes no more votes. Thank you for those that you gave.");
    }
}
