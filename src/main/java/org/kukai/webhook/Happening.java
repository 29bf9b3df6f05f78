package org.kukai.webhook;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.kukai.RefusedException;

/** What a webhook can be told. */
public enum Happening {
    /** Every pair of a round has the votes that it needs. */
    ROUND_SETTLED("round.settled", "A round is settled"),
    /** There is no pair left for a rater who has voted in a round. */
    RATER_FINISHED("rater.finished", "A rater has finished"),
    /** An admin wants to see whether it works; goes to every webhook. */
    TEST("test", "A test");

    private final String spelled;
    private final String title;

    Happening(String spelled, String title) {
        this.spelled = spelled;
        this.title = title;
    }

    /** As bodies, forms and the API spell it. */
    public String spelled() {
        return spelled;
    }

    /** As pages say it. */
    public String title() {
        return title;
    }

    /**
     * The one of that spelling that can be chosen.
     *
     * @throws RefusedException when there is none
     */
    public static Happening ofSpelled(String spelled) {
        return Arrays.stream(values())
                .filter(happening -> happening != TEST && happening.spelled.equals(spelled))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "There is no event “" + spelled + "”. Choose among "
                                + Arrays.stream(values())
                                        .filter(happening -> happening != TEST)
                                        .map(Happening::spelled)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
