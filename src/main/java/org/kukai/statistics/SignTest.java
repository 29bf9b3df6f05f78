package org.kukai.statistics;

/** The exact sign test: how likely chance alone splits so many equally likely outcomes at least as unevenly. */
public final class SignTest {
    private SignTest() {}

    /** The two-sided p-value of {@code one} against {@code other}, from 0 to 1; 1 when there are none. */
    public static double p(long one, long other) {
        return BinomialTest.twoSided(Math.toIntExact(one), Math.toIntExact(one + other), 0.5);
    }
}
