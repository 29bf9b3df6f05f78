package org.kukai.annotation;

/**
 * How many poems an active round takes, prompt after prompt: until there are so many of them and of the pairs that they have.
 *
 * @param poems how many are taken in any case, while there are any
 * @param pairs how many pairs they are to have in all
 * @param once how many pairs there are to compare each poem once
 * @param most how many poems are never exceeded
 * @param whole a prompt of so many poems, or fewer, is taken whole or not at all, as far as {@code once} allows it
 */
record ActiveExtent(int poems, long pairs, int once, int most, int whole) {
    /** So many pairs for each that is asked for: with no more than these there would be nothing to choose. */
    private static final double ROOM = 1.5;

    private static final int PAIRS_A_POEM = 3;
    private static final int SMALL = 10;

    static ActiveExtent of(RoundDraft draft) {
        Integer poems = draft.rules().poems();
        int pairs = draft.pairs();
        return poems == null
                ? new ActiveExtent(
                        Math.max(2, pairs / PAIRS_A_POEM),
                        (long) Math.ceil(ROOM * pairs),
                        pairs,
                        Integer.MAX_VALUE,
                        SMALL)
                : new ActiveExtent(poems, 0, Integer.MAX_VALUE, poems, 0);
    }

    boolean isMetBy(ActiveForecast found) {
        return found.poems() >= poems && found.pairs() >= pairs;
    }
}
