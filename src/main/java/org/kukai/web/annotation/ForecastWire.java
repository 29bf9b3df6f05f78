package org.kukai.web.annotation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.ActiveForecast;
import org.kukai.annotation.RoundDraft;
import org.kukai.annotation.RoundForecast;
import org.kukai.annotation.RoundForecast.SamplePair;

/**
 * What a round would be, as the API tells it.
 *
 * @param roughly whether the number of pairs can be another when the round is opened: because it was told from some of very many prompts,
 *     or because in an active round it depends on which poems are drawn
 * @param secondsPerVote the median of the latest votes; a guess while there are none
 * @param ratersLeast how many different people it needs at least
 * @param sample some of the pairs; of an active round first pairs of poems that it might compare: both are drawn anew when it is opened
 * @param active of an active round only
 */
record ForecastWire(
        long pairs,
        int pairsWanted,
        boolean roughly,
        Range votes,
        double secondsPerVote,
        long ratersLeast,
        List<SamplePair> sample,
        @Nullable Active active) {
    /** From when raters agree at once to when all pairs are split. */
    record Range(long least, long usual, long most) {}

    /**
     * What an active round would compare.
     *
     * @param votesForOrder about how many votes bring the order within prompts to a rank correlation of 0.9 with the true one
     */
    record Active(int poems, int prompts, long votesForOrder) {
        static @Nullable Active of(@Nullable ActiveForecast told) {
            return told == null ? null : new Active(told.poems(), told.prompts(), told.votes());
        }
    }

    static ForecastWire of(RoundDraft draft, RoundForecast told) {
        return new ForecastWire(
                told.pairs(),
                draft.pairs(),
                told.roughly(),
                new Range(told.least(), told.usual(), told.most()),
                told.seconds(),
                told.ratersLeast(),
                told.sample(),
                Active.of(told.active()));
    }
}
