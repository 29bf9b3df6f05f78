package org.kukai.annotation;

import java.util.Arrays;
import java.util.Locale;

import org.kukai.RefusedException;

/** What a rater can say of a pair, as it was shown to them. */
public enum Choice {
    LEFT,
    RIGHT,
    /** Both alike. */
    TIE,
    /** Neither is any good. */
    NEITHER,
    /** No opinion: not counted, and the pair is not shown to this rater again. */
    SKIP;

    /** As the API and forms spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The choice of that spelling.
     *
     * @throws RefusedException when there is none
     */
    public static Choice ofSpelled(String spelled) {
        return Arrays.stream(values())
                .filter(choice -> choice.spelled().equals(spelled))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "There is no choice “" + spelled + "”. Say left, right, tie, neither or skip."));
    }
}
