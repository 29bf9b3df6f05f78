package org.kukai.prompt.writing;

import java.util.Locale;

import org.kukai.RefusedException;

/** Where a written prompt stands. */
public enum WrittenState {
    /** It goes into the pool when the run is approved. */
    KEPT,
    /** It does not, for the reason stored with it. */
    REFUSED,
    /** A person took it out. */
    DROPPED,
    /** It is in the pool. */
    APPROVED;

    /** As the API and pages spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the spelling of the API. */
    public static WrittenState spelled(String spelling) {
        for (WrittenState state : values()) {
            if (state.spelled().equals(spelling)) {
                return state;
            }
        }
        throw new RefusedException(
                RefusedException.Kind.INVALID,
                "A state is “kept”, “refused”, “dropped” or “approved”, not “" + spelling + "”.");
    }
}
