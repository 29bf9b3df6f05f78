package org.kukai.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.statistics.Interval;
import org.kukai.statistics.RaterTests.Verdict;
import org.kukai.statistics.Wilson;

/**
 * What a rater's answers in a round tell of the rater. Skips are left out everywhere; checks count for {@link #attention} and
 * {@link #repeats} alone.
 *
 * @param weight what an admin has decided that the votes count for, 0 to 1
 * @param votes on pairs that are asked about
 * @param medianSeconds from being shown a pair to the vote; null without votes
 * @param fast votes that came sooner than anybody can read two poems
 * @param left of the votes for a side, those for the left one
 * @param verdict what the tests of sides and of agreement say, corrected over the raters of the round
 * @param attention attention pairs answered, and of these the better text chosen
 * @param repeats earlier pairs answered again, and of these the same said
 * @param agreement pairs on which this rater and most of the others chose a side, and of these the same; chance gives half
 * @param flags what is odd, if anything
 */
public record RaterQuality(
        UUID id,
        String name,
        BigDecimal weight,
        long votes,
        @Nullable Double medianSeconds,
        long fast,
        Count left,
        Verdict verdict,
        Count attention,
        Count repeats,
        Count agreement,
        List<QualityFlag> flags) {
    public RaterQuality {
        flags = List.copyOf(flags);
    }

    RaterQuality with(Verdict said, List<QualityFlag> odd) {
        return new RaterQuality(
                id, name, weight, votes, medianSeconds, fast, left, said, attention, repeats, agreement, odd);
    }

    RaterQuality with(BigDecimal counts) {
        return new RaterQuality(
                id, name, counts, votes, medianSeconds, fast, left, verdict, attention, repeats, agreement, flags);
    }

    public boolean isExcluded() {
        return weight.signum() == 0;
    }

    /** The share of fast votes, 0 to 1; null without votes. */
    public @Nullable Double fastShare() {
        return new Count(fast, votes).share();
    }

    /** So many of so many. */
    public record Count(long hits, long of) {
        private static final double LEVEL = 0.95;

        /** 0 to 1; null of none. */
        public @Nullable Double share() {
            return of == 0 ? null : (double) hits / of;
        }

        /** The lower end of Wilson's interval of the share, 95 %. */
        public double low() {
            return interval().low();
        }

        /** The upper end. */
        public double high() {
            return interval().high();
        }

        private Interval interval() {
            return Wilson.interval((double) hits, (double) of, LEVEL);
        }
    }
}
