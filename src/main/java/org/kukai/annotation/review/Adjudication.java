package org.kukai.annotation.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.kukai.RefusedException;

/** What an admin can say of a pair that raters have not decided. */
public enum Adjudication {
    FIRST("the first is better"),
    SECOND("the second is better"),
    TIE("both alike"),
    NEITHER("neither is any good"),
    /** The pair is asked no more, and gives no row in a release. */
    DROP("drop the pair");

    private final String words;

    Adjudication(String words) {
        this.words = words;
    }

    /** As pages say it. */
    public String words() {
        return words;
    }

    /** As the API and forms spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of that spelling.
     *
     * @throws RefusedException when there is none
     */
    public static Adjudication ofSpelled(String spelled) {
        return Arrays.stream(values())
                .filter(decision -> decision.spelled().equals(spelled))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "A pair cannot be decided as “" + spelled + "”. Say one of "
                                + Arrays.stream(values())
                                        .map(Adjudication::spelled)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
