package org.kukai.dataset;

import java.util.Locale;

/** Why a pair gave no row; declared in the order of the questions that are asked of a pair. */
public enum DropReason {
    HELD_OUT("the prompt is held out for evaluation"),
    WITHDRAWN("an admin has withdrawn one of the poems, or dropped the pair"),
    EMPTY("the prompt has no poem with any words, or a side of the pair has none"),
    ONE_POEM("the prompt has only one poem"),
    SAME_TEXT("both sides are the same text after normalising"),
    BELOW_QUORUM("fewer votes than the terms ask for"),
    LOW_AGREEMENT("no more than half of the raters, or fewer than the terms ask for, said the same"),
    TIE("neither poem is better"),
    NEITHER("the raters liked neither poem"),
    SMALL_GAP("the scores are closer than the terms ask for");

    private final String meaning;

    DropReason(String meaning) {
        this.meaning = meaning;
    }

    /** A clause for people. */
    public String meaning() {
        return meaning;
    }

    /** As the API, pages and files spell it, for example {@code below-quorum}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads what {@link #spelled} wrote. */
    public static DropReason parse(String spelled) {
        return valueOf(spelled.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
