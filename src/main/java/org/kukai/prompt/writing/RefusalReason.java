package org.kukai.prompt.writing;

import java.util.Locale;

import org.kukai.RefusedException;

/** Why something that a model wrote is no prompt. */
public enum RefusalReason {
    EMPTY("no word in it"),
    CUT_OFF("cut off at the limit of tokens"),
    NOT_A_REQUEST("asks nobody for a haiku"),
    NOT_SELF_CONTAINED("leans on something that the reader does not see"),
    TOO_LONG("more than two sentences or 300 characters"),
    WRONG_SCRIPT("not written in Latin letters"),
    DUPLICATE("there is one like it");

    private final String prose;

    RefusalReason(String prose) {
        this.prose = prose;
    }

    /** As the API spells it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In words, for people. */
    public String prose() {
        return prose;
    }

    /** Reads the spelling of the API. */
    public static RefusalReason spelled(String spelling) {
        for (RefusalReason reason : values()) {
            if (reason.spelled().equals(spelling)) {
                return reason;
            }
        }
        throw new RefusedException(
                RefusedException.Kind.INVALID,
                "A reason is “empty”, “cut-off”, “not-a-request”, “not-self-contained”, “too-long”, “wrong-script” or"
                        + " “duplicate”, not “" + spelling + "”.");
    }
}
