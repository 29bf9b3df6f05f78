package org.kukai.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.kukai.RefusedException;

/** Whose word decides which poem of a pair is the better one. */
public enum Policy {
    /** The syllable counter's: of every prompt, the best poem against the worst. Votes are not read. */
    FORM("The syllable counter decides: each prompt's best poem against its worst"),
    /** The raters': pairs that a majority decided. Scores are not read. */
    HUMAN("The raters decide: pairs that a majority settled"),
    /** The raters' where they have decided, the syllable counter's elsewhere. */
    COMBINED("The raters decide where a majority settled, the syllable counter elsewhere");

    private final String meaning;

    Policy(String meaning) {
        this.meaning = meaning;
    }

    /** One sentence without its period. */
    public String meaning() {
        return meaning;
    }

    /** As the API, pages and files spell it: {@code form}, {@code human}, {@code combined}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean readsVotes() {
        return this != FORM;
    }

    boolean readsScores() {
        return this != HUMAN;
    }

    /** Reads what {@link #spelled} wrote. */
    public static Policy parse(String text) {
        return Arrays.stream(values())
                .filter(policy -> policy.spelled().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "There is no policy “" + text + "”. Choose one of "
                                + Arrays.stream(values()).map(Policy::spelled).collect(Collectors.joining(", "))
                                + "."));
    }
}
