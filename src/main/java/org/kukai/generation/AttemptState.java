package org.kukai.generation;

import java.util.Locale;

import org.kukai.RefusedException;

/** Where an attempt stands. */
public enum AttemptState {
    /** To be asked, or asked at this moment, or to be asked again. */
    PLANNED,
    /** It became a haiku. */
    COMPLETED,
    /** Given up, for the reason stored with it. */
    FAILED,
    /** Its run was cancelled first. */
    CANCELLED;

    /** As the API and pages spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the spelling of the API. */
    public static AttemptState spelled(String spelling) {
        for (AttemptState state : values()) {
            if (state.spelled().equals(spelling)) {
                return state;
            }
        }
        throw new RefusedException(
                RefusedException.Kind.INVALID,
                "A state is “planned”, “completed”, “failed” or “cancelled”, not “" + spelling + "”.");
    }
}
