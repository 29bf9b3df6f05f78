package org.kukai.statistics;

/**
 * What was said of two items that were compared, told from the first. Votes may have weights, so they need not be whole.
 *
 * @param first the number of an item, from 0
 * @param second another one
 * @param wins the votes for the first
 * @param ties the votes for neither of them
 * @param losses the votes for the second
 */
public record Bout(int first, int second, double wins, double ties, double losses) {
    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException when an item meets itself, or when a number of votes is negative or none
     */
    public Bout {
        if (first == second || first < 0 || second < 0) {
            throw new IllegalArgumentException("no two items: " + first + " and " + second);
        }
        if (!(wins >= 0 && ties >= 0 && losses >= 0)) {
            throw new IllegalArgumentException("no votes: " + wins + ", " + ties + ", " + losses);
        }
    }

    double votes() {
        return wins + ties + losses;
    }

    /** The same, told from the second. */
    public Bout mirrored() {
        return new Bout(/* first= */ second, /* second= */ first, /* wins= */ losses, ties, /* losses= */ wins);
    }
}
