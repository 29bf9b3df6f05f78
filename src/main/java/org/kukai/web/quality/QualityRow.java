package org.kukai.web.quality;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.kukai.ranking.RaterQuality;
import org.kukai.ranking.RaterQuality.Count;

/** What an admin sees of a rater, as words. */
record QualityRow(RaterQuality rater) {
    private static final String NOTHING = "–";

    public String attention() {
        return of(rater.attention());
    }

    public String repeats() {
        return of(rater.repeats());
    }

    public String seconds() {
        Double seconds = rater.medianSeconds();
        return seconds == null ? NOTHING : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    public String fast() {
        return percent(rater.fastShare());
    }

    public String left() {
        return percent(rater.left().share());
    }

    /** Empty where there is nothing to test. */
    public String leftP() {
        return rater.left().of() == 0 ? "" : chance(rater.verdict().side());
    }

    public String agreementP() {
        return chance(rater.verdict().agreement());
    }

    public String agreement() {
        return percent(rater.agreement().share());
    }

    /** Wilson's interval of the agreement. */
    public String interval() {
        if (rater.agreement().of() == 0) {
            return "";
        }
        Count agreement = rater.agreement();
        return Math.round(100 * agreement.low()) + " to " + Math.round(100 * agreement.high()) + " %";
    }

    public String weight() {
        return rater.isExcluded()
                ? "excluded"
                : "counts " + rater.weight().stripTrailingZeros().toPlainString();
    }

    public boolean isFull() {
        return rater.weight().doubleValue() == 1;
    }

    private static String of(Count count) {
        return count.of() == 0 ? NOTHING : count.hits() + " of " + count.of();
    }

    private static String chance(double p) {
        return p < 0.0001 ? "p\u00a0<\u00a00.0001" : String.format(Locale.ROOT, "p\u00a0=\u00a0%.3g", p);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? NOTHING : Math.round(100 * share) + " %";
    }
}
