package org.kukai.annotation;

import java.io.Serial;
import java.util.List;

import org.kukai.RefusedException;

/** A round cannot be opened, because there is not a single pair of the kind it asks for. */
public final class NoPairsException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoPairsException(Pairing pairing, List<String> models) {
        super(
                Kind.CONFLICT,
                "No pair can be made: there are no " + pairing.need() + " on the training side"
                        + (models.isEmpty() ? "" : " (" + String.join(" and ", models) + ")")
                        + ". Start a generation run with more samples per prompt, or choose another pairing.");
    }
}
