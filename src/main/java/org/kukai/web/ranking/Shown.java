package org.kukai.web.ranking;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.kukai.statistics.Interval;

/** Numbers of statistics as people and scripts read them. */
final class Shown {
    private static final String NOTHING = "–";
    private static final double SMALL = 0.001;

    private Shown() {}

    static List<Double> pair(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    /** With two digits, and a true minus sign. */
    static String number(@Nullable Double value) {
        return value == null
                ? NOTHING
                : String.format(Locale.ROOT, "%.2f", value)
                        .replaceFirst("^-(?=0\\.00$)", "")
                        .replace('-', '−');
    }

    static String interval(@Nullable Interval interval) {
        return interval == null ? NOTHING : number(interval.low()) + " to " + number(interval.high());
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    static String percents(Interval interval) {
        return percent(interval.low()) + " to " + percent(interval.high());
    }

    static String chance(double p) {
        return p < SMALL ? "less than 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
