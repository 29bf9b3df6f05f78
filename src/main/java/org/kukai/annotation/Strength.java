package org.kukai.annotation;

import java.util.Arrays;
import java.util.Locale;

import org.kukai.RefusedException;

/** How sure a rater is that one poem is the better. */
public enum Strength {
    SLIGHT,
    CLEAR;

    /** As the API and forms spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The strength of that spelling.
     *
     * @throws RefusedException when there is none
     */
    public static Strength ofSpelled(String spelled) {
        return Arrays.stream(values())
                .filter(strength -> strength.spelled().equals(spelled))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "There is no strength “" + spelled + "”. Say slight or clear, or leave it out."));
    }
}
