package org.kukai.web.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.ranking.RaterQuality;
import org.kukai.ranking.RaterQuality.Count;

/**
 * A rater's figures, as the API tells them.
 *
 * @param leftBiasP how likely chance alone makes any of the raters as one-sided
 * @param agreementP how likely chance alone makes any of the raters agree with others as little
 */
record QualityView(
        UUID id,
        String rater,
        BigDecimal weight,
        long votes,
        @Nullable Double medianSeconds,
        @Nullable Double fastShare,
        @Nullable Double leftShare,
        double leftBiasP,
        Passed attention,
        Passed repeats,
        Passed agreement,
        double agreementP,
        List<Flag> flags) {
    /** So many of so many, with the 95 % interval of the share. */
    record Passed(long hits, long of, @Nullable Double share, List<Double> interval) {
        static Passed of(Count count) {
            return new Passed(count.hits(), count.of(), count.share(), List.of(count.low(), count.high()));
        }
    }

    /** What is odd, and the figure behind it. */
    record Flag(String flag, String evidence) {}

    static QualityView of(RaterQuality rater) {
        return new QualityView(
                rater.id(),
                rater.name(),
                rater.weight(),
                rater.votes(),
                rater.medianSeconds(),
                rater.fastShare(),
                rater.left().share(),
                rater.verdict().side(),
                Passed.of(rater.attention()),
                Passed.of(rater.repeats()),
                Passed.of(rater.agreement()),
                rater.verdict().agreement(),
                rater.flags().stream()
                        .map(flag -> new Flag(flag.kind().words(), flag.evidence()))
                        .toList());
    }
}
