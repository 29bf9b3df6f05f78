package org.kukai.generation;

import org.kukai.RefusedException;

/** Whether another haiku has the same text, by its fingerprint, and where. */
public enum Duplicates {
    NONE("none", "no other has the same text", "not exists (" + Duplicates.OTHER + ")"),
    ANY("any", "another has the same text", "exists (" + Duplicates.OTHER + ")"),
    WITHIN(
            "within",
            "another for the same prompt has the same text",
            "exists (" + Duplicates.OTHER + " and d.prompt_id = h.prompt_id)"),
    ACROSS(
            "across",
            "one for another prompt has the same text",
            "exists (" + Duplicates.OTHER + " and d.prompt_id <> h.prompt_id)");

    private static final String OTHER = "select 1 from haiku d where d.fingerprint = h.fingerprint and d.id <> h.id";

    private final String spelled;
    private final String prose;
    private final String condition;

    Duplicates(String spelled, String prose, String condition) {
        this.spelled = spelled;
        this.prose = prose;
        this.condition = condition;
    }

    /** As the API and pages spell it. */
    public String spelled() {
        return spelled;
    }

    /** In words, for people. */
    public String prose() {
        return prose;
    }

    /** In SQL, about the haiku {@code h}. */
    String condition() {
        return condition;
    }

    /** Reads the spelling of the API. */
    public static Duplicates spelled(String spelling) {
        for (Duplicates value : values()) {
            if (value.spelled.equals(spelling)) {
                return value;
            }
        }
        throw new RefusedException(
                RefusedException.Kind.INVALID,
                "Duplicates are “none”, “any”, “within” a prompt or “across” prompts, not “" + spelling + "”.");
    }
}
