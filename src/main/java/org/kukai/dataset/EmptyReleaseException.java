package org.kukai.dataset;

import java.io.Serial;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** The terms leave no row to train on. The message tells people why and what to do. */
final class EmptyReleaseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String advice;

    private EmptyReleaseException(String advice) {
        super(advice);
        this.advice = advice;
    }

    /** Why there is nothing, and what to do. */
    String advice() {
        return advice;
    }

    static EmptyReleaseException of(Terms terms, Tally tally) {
        return new EmptyReleaseException(message(terms, tally));
    }

    private static String message(Terms terms, Tally tally) {
        if (tally.rows(Part.TEST) > 0) {
            return "All " + tally.rows(Part.TEST) + " rows fall to the test split and none is left to train on."
                    + " Order the release again with a smaller test share, or bring more prompts.";
        }
        if (tally.considered() == 0) {
            return terms.policy() == Policy.HUMAN
                    ? "There are no pairs. Open a round and have it voted on, or use the policy form, which needs no votes."
                    : "There are no haiku. Start a generation run, and order the release again when it is done.";
        }
        String reasons = tally.dropped().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "No pair is left: " + tally.considered() + " were looked at and all were dropped (" + reasons + "). "
                + (terms.policy() == Policy.HUMAN
                        ? "Collect more votes, or order the release again with a lower quorum or agreement."
                        : "Have more haiku written, collect votes, or order the release again with a smaller score difference.");
    }
}
