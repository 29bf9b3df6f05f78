package org.kukai.annotation;

import org.kukai.RefusedException;

/**
 * How often a round checks its raters.
 *
 * @param attentionEvery one turn in so many is an attention pair, 5 to 1000; 0 for none
 * @param repeatEvery one turn in so many shows an earlier pair again, 5 to 1000; 0 for none
 * @param repeatGap turns that lie at least between a pair and its repeat, 1 to 200
 */
public record CheckRules(int attentionEvery, int repeatEvery, int repeatGap) {
    private static final int LEAST = 5;
    private static final int MOST = 1000;
    private static final int MOST_GAP = 200;

    public CheckRules {
        check("Attention pairs", attentionEvery);
        check("Repeats", repeatEvery);
        if (repeatGap < 1 || repeatGap > MOST_GAP) {
            throw refuse("Between a pair and its repeat lie 1 to " + MOST_GAP + " turns, not " + repeatGap + ".");
        }
    }

    private static void check(String what, int every) {
        if (every != 0 && (every < LEAST || every > MOST)) {
            throw refuse(
                    what + " come once in " + LEAST + " to " + MOST + " turns, or never (0); given: " + every + ".");
        }
    }

    private static RefusedException refuse(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }
}
