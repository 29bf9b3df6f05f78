package org.kukai.annotation;

/** What a vote says of the two poems of a pair, whichever side each was shown on. */
enum Preference {
    FIRST,
    SECOND,
    TIE,
    NEITHER;

    /**
     * What a choice says.
     *
     * @throws IllegalArgumentException for a skip, which says nothing
     */
    static Preference of(Choice choice, boolean firstOnLeft) {
        return switch (choice) {
            case LEFT -> firstOnLeft ? FIRST : SECOND;
            case RIGHT -> firstOnLeft ? SECOND : FIRST;
            case TIE -> TIE;
            case NEITHER -> NEITHER;
            case SKIP -> throw new IllegalArgumentException("a skip prefers nothing");
        };
    }
}
