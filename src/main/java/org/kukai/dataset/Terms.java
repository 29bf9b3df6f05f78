package org.kukai.dataset;

import org.kukai.RefusedException;

/**
 * What a release is made by. The same terms on the same data give the same bytes.
 *
 * @param policy whose word decides
 * @param minScoreDifference how far apart, 0 to 4, two scores must be for the syllable counter to decide
 * @param minVotes how many votes, at least 1, make a quorum; skipped pairs are not votes
 * @param minAgreement the share of the votes, 0 to 1, that must say the same
 * @param testShare the share of the prompts, 0 to 0.9, whose rows go to the test split
 * @param licence what readers of the release may do with it
 */
public record Terms(
        Policy policy, int minScoreDifference, int minVotes, double minAgreement, double testShare, Licence licence) {
    private static final int SCORES = 4;
    private static final int VOTES = 1000;
    private static final double LARGEST_TEST = 0.9;

    /** The terms that are used unless others are asked for. */
    public static final Terms USUAL = new Terms(Policy.COMBINED, 2, 2, 0.6, 0.1, Licence.CC_BY_4_0);

    public Terms {
        refuseUnless(
                minScoreDifference >= 0 && minScoreDifference <= SCORES,
                "The smallest score difference is a whole number from 0 to " + SCORES + "; this is "
                        + minScoreDifference + ".");
        refuseUnless(
                minVotes >= 1 && minVotes <= VOTES,
                "The smallest number of votes is from 1 to " + VOTES + "; this is " + minVotes + ".");
        refuseUnless(
                minAgreement >= 0 && minAgreement <= 1,
                "The smallest agreement is a share from 0 to 1; this is " + minAgreement + ".");
        refuseUnless(
                testShare >= 0 && testShare <= LARGEST_TEST,
                "The test share is from 0 to " + LARGEST_TEST + "; this is " + testShare + ".");
    }

    // Written so that a NaN is refused as well.
    private static void refuseUnless(boolean right, String message) {
        if (!right) {
            throw new RefusedException(RefusedException.Kind.INVALID, message);
        }
    }
}
