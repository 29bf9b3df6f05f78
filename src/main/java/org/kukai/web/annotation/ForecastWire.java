package org.kukai.web.annotation;

import java.util.List;

import org.kukai.annotation.RoundDraft;
import org.kukai.annotation.RoundForecast;
import org.kukai.annotation.RoundForecast.SamplePair;

/**
 * What a round would be, as the API tells it.
 *
 * @param roughly whether the pairs were told from some of the prompts, because there are very many
 * @param secondsPerVote the median of the latest votes; a guess while there are none
 * @param ratersLeast how many different people it needs at least
 */
record ForecastWire(
        long pairs,
        int pairsWanted,
        boolean roughly,
        Range votes,
        double secondsPerVote,
        long ratersLeast,
        List<SamplePair> sample) {
    /** From when raters agree at once to when all pairs are split. */
    record Range(long least, long usual, long most) {}

    static ForecastWire of(RoundDraft draft, RoundForecast told) {
        return new ForecastWire(
                told.pairs(),
                draft.pairs(),
                told.roughly(),
                new Range(told.least(), told.usual(), told.most()),
                told.seconds(),
                told.ratersLeast(),
                told.sample());
    }
}
