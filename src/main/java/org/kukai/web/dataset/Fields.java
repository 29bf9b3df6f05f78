package org.kukai.web.dataset;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.dataset.Licence;
import org.kukai.dataset.Policy;
import org.kukai.dataset.Terms;

/** The fields of an order as somebody wrote them, so that a form can show them again. */
record Fields(
        String name,
        String policy,
        String minScoreDifference,
        String minVotes,
        String minAgreement,
        String testShare,
        String license) {

    /** What was given; the usual terms for what was not. */
    static Fields of(
            @Nullable String name,
            @Nullable String policy,
            @Nullable String minScoreDifference,
            @Nullable String minVotes,
            @Nullable String minAgreement,
            @Nullable String testShare,
            @Nullable String license) {
        Terms usual = Terms.USUAL;
        return new Fields(
                name == null ? "" : name,
                or(policy, usual.policy().spelled()),
                or(minScoreDifference, usual.minScoreDifference()),
                or(minVotes, usual.minVotes()),
                or(minAgreement, usual.minAgreement()),
                or(testShare, usual.testShare()),
                or(license, usual.licence().id()));
    }

    private static String or(@Nullable String given, Object usual) {
        return given == null ? String.valueOf(usual) : given.strip();
    }

    /**
     * Reads the terms.
     *
     * @throws RefusedException that names the field which cannot be read or is out of bounds
     */
    Terms terms() {
        return new Terms(
                Policy.parse(policy),
                whole("The smallest score difference", minScoreDifference),
                whole("The smallest number of votes", minVotes),
                share("The smallest agreement", minAgreement),
                share("The test share", testShare),
                Licence.parse(license));
    }

    private static int whole(String field, String given) {
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, field + " is a whole number, not “" + given + "”.");
        }
    }

    private static double share(String field, String given) {
        try {
            return Double.parseDouble(given);
        } catch (NumberFormatException e) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, field + " is a number such as 0.6, not “" + given + "”.");
        }
    }
}
