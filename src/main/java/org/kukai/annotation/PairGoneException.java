package org.kukai.annotation;

import java.io.Serial;

import org.kukai.RefusedException;

/** A vote came after the lease had ended, and others have given the pair all the votes that it wants. */
public final class PairGoneException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    PairGoneException() {
        super(
                Kind.CONFLICT,
                "That pair lay open for long, and others have given it all the votes that it needs."
                        + " Your vote on it was not counted.");
    }
}
