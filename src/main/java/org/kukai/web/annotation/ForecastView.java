package org.kukai.web.annotation;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

import org.kukai.annotation.RoundForecast;
import org.kukai.web.Times;

/** What a round would come to, in the words of a page. */
public record ForecastView(RoundForecast told) {
    private static final long[] CROWDS = {1, 3, 10, 30, 100, 300};
    private static final int SHOWN = 3;

    /** How long each of so many raters would be busy. */
    public record Crowd(long raters, String time) {}

    public boolean isExact() {
        return told.least() == told.usual() && told.most() == told.usual();
    }

    public String seconds() {
        return Math.round(told.seconds()) + " s";
    }

    /** From as few raters as the round can do with. */
    public List<Crowd> crowds() {
        return LongStream.concat(
                        LongStream.of(told.ratersLeast()),
                        LongStream.of(CROWDS).filter(crowd -> crowd > told.ratersLeast()))
                .limit(SHOWN)
                .mapToObj(raters -> new Crowd(raters, Times.inWords(seconds(raters))))
                .toList();
    }

    private Duration seconds(long raters) {
        return Duration.ofSeconds(Math.max(1, Math.round(told.usual() * told.seconds() / raters)));
    }
}
