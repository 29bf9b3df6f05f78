package org.kukai.statistics;

/**
 * What is believed of strengths before any vote: normal, around zero.
 *
 * @param spread the standard deviation, as a natural logarithm of odds; infinite when nothing is believed
 * @param tie the odds of a tie between equals, to a win of one of them, when they are known; NaN when votes shall tell
 */
public record Prior(double spread, double tie) {
    /** With a spread of 2 the better of two random items wins four votes of five on the average. */
    public static final Prior USUAL = new Prior(2, Double.NaN);

    /** Nothing but the votes: the estimate is the one of largest likelihood. */
    public static final Prior NONE = new Prior(Double.POSITIVE_INFINITY, Double.NaN);

    /** The standard deviation of the logarithm of the odds of a tie: wide, and only there to keep it finite. */
    private static final double TIE_SPREAD = 3;

    private static final double LEAST = 1e-3;

    public Prior {
        if (!(spread > 0) || tie < 0) {
            throw new IllegalArgumentException("no prior: " + spread + ", " + tie);
        }
    }

    /** The same with known odds of a tie. */
    public Prior withTie(double known) {
        return new Prior(spread, known);
    }

    /** The same with the odds of a tie that give so many ties among equals, as a share below 1. */
    public Prior withTieShare(double share) {
        return withTie(2 * share / Math.max(1 - share, LEAST));
    }

    double precision() {
        return 1 / (spread * spread);
    }

    double tiePrecision() {
        return Double.isInfinite(spread) ? 0 : 1 / (TIE_SPREAD * TIE_SPREAD);
    }
}
