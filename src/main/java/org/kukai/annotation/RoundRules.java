package org.kukai.annotation;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * How a round asks, beyond its usual votes per pair. Making one checks it.
 *
 * @param moreVotes how many votes beyond the usual a pair may get, one at a time, while no answer leads; 0 to 99
 * @param settleEarly whether a pair is settled as soon as the votes that it lacks cannot change which answer leads
 * @param votesPerRater after how many votes a rater is thanked and sent home; null for never
 * @param votesPerDay the same for one day of UTC
 * @param parts into how many parts the pairs are dealt, 1 to 100; a rater gets those of one part
 * @param poems how many poems an active round compares; null for as many as {@link ActiveExtent} finds its pairs want
 */
@Embeddable
public record RoundRules(
        int moreVotes,
        boolean settleEarly,
        @Nullable Integer votesPerRater,
        @Nullable Integer votesPerDay,
        int parts,
        @Nullable Integer poems) {
    /** As many votes as asked for, no more and no fewer; one part, no limits. */
    public static final RoundRules USUAL = new RoundRules(0, false, null, null, 1, null);

    private static final int VOTES_LIMIT = 99;
    private static final int RATER_LIMIT = 1_000_000;
    private static final int PARTS_LIMIT = 100;
    private static final int POEMS_LIMIT = 20_000;

    public RoundRules {
        checkRange("The number of votes beyond the usual", moreVotes, 0, VOTES_LIMIT);
        checkRange("The number of votes per rater", votesPerRater, 1, RATER_LIMIT);
        checkRange("The number of votes per rater and day", votesPerDay, 1, RATER_LIMIT);
        checkRange("The number of parts", parts, 1, PARTS_LIMIT);
        checkRange("The number of poems", poems, 2, POEMS_LIMIT);
    }

    /** Whether a rater is sent home after so many votes. */
    boolean isLimited() {
        return votesPerRater != null || votesPerDay != null;
    }

    /** The rules of a round whose pairs get between so many votes and so many; the most is the usual when it is not given. */
    public static int more(int usual, @Nullable Integer most) {
        if (most == null) {
            return 0;
        }
        if (most < usual) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A split pair gets at most " + most + " votes, which is fewer than the usual " + usual
                            + ". Raise the most to " + usual + " or above, or lower the votes per pair.");
        }
        return most - usual;
    }

    static void checkRange(String what, @Nullable Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    what + " is a whole number from " + least + " to " + most + "; given: " + number + ".");
        }
    }
}
