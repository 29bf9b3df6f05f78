package org.kukai.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.kukai.statistics.Conformity.Seen;

/**
 * The tests that a round's raters undergo together: of sides by {@link SignTest}, of agreement by {@link Conformity}. Each is
 * corrected over the raters by {@link Holm}, so that the chance that one test calls anybody odd who is not is at most {@link
 * #LEVEL} in a round, however many raters it has.
 */
public final class RaterTests {
    /** How often one test may call somebody odd in a round where nobody is. */
    public static final double LEVEL = 0.05;

    private RaterTests() {}

    /** What one rater said: votes for the left and the right side, and the answers beside those of others on the same pairs. */
    public record Answers(long left, long right, Collection<Seen> seen) {
        public Answers {
            seen = List.copyOf(seen);
        }
    }

    /**
     * What the tests say of one rater.
     *
     * @param side how likely chance alone makes any rater as one-sided, from 0 to 1
     * @param agreement how likely chance alone makes any rater agree with others as little
     */
    public record Verdict(double side, double agreement) {
        public boolean isOneSided() {
            return isOdd(side);
        }

        public boolean isApart() {
            return isOdd(agreement);
        }
    }

    /** The verdicts on all raters of a round, in the order given. */
    public static List<Verdict> of(List<Answers> raters) {
        List<Double> sides = together(raters, rater -> SignTest.p(rater.left(), rater.right()));
        List<Double> agreements = together(raters, rater -> Conformity.p(rater.seen()));
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < raters.size(); i++) {
            verdicts.add(new Verdict(sides.get(i), agreements.get(i)));
        }
        return List.copyOf(verdicts);
    }

    /** The p-values of one test of all raters, corrected for their number. */
    public static <T> List<Double> together(List<T> raters, ToDoubleFunction<T> test) {
        return Holm.adjusted(raters.stream().mapToDouble(test).boxed().toList());
    }

    /** Whether a corrected p-value calls a rater odd. */
    public static boolean isOdd(double corrected) {
        return corrected < LEVEL;
    }
}
