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

    /** Whether it is for one of the two poems, and so can be slight or clear. */
    public boolean isSided() {
        return this == LEFT || this == RIGHT;
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

    /**
     * The one of a pair's two poems that is so spelled.
     *
     * @return {@link #LEFT} or {@link #RIGHT}
     * @throws RefusedException when it is neither
     */
    public static Choice sideOfSpelled(String spelled) {
        return switch (spelled) {
            case "left" -> LEFT;
            case "right" -> RIGHT;
            default ->
                throw new RefusedException(
                        RefusedException.Kind.INVALID,
                        "Say which of the two poems: left or right"
                                + (spelled.isEmpty() ? "." : ", not “" + spelled + "”."));
        };
    }
}
