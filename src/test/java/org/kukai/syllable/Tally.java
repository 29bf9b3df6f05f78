package org.kukai.syllable;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/** How many of how many, with Wilson's 95 % interval ("Probable inference, the law of succession, and statistical inference", 1927). */
record Tally(int right, int all) {

    private static final double Z = 1.959964;

    static <T> Tally of(Collection<T> those, Predicate<T> right) {
        return new Tally((int) those.stream().filter(right).count(), those.size());
    }

    double share() {
        return right / (double) all;
    }

    private double bound(int side) {
        double p = share();
        double spread = Z * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all));
        return (p + Z * Z / (2 * all) + side * spread) / (1 + Z * Z / all);
    }

    @Override
    public String toString() {
        return all == 0
                ? "none"
                : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", 100 * share(), 100 * bound(-1), 100 * bound(1));
    }
}
