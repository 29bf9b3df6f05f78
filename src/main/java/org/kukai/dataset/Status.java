package org.kukai.dataset;

import java.util.Locale;

/** How far a release has come. */
public enum Status {
    /** Ordered, or being built. */
    BUILDING,
    /** Frozen: its files can be had, and never change. */
    READY,
    /** It has no files, a reason why, and can be tried again. */
    FAILED;

    /** As the API and pages spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }
}
