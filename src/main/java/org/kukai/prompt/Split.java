package org.kukai.prompt;

/** Which side of the wall between training and evaluation a prompt is on. */
public enum Split {
    /** Its haiku may be paired, voted on and released. */
    TRAIN("train"),
    /** Kept for evaluation: never in a release. */
    HELD_OUT("held-out");

    private final String spelled;

    Split(String spelled) {
        this.spelled = spelled;
    }

    /** As the API and pages spell it. */
    public String spelled() {
        return spelled;
    }
}
