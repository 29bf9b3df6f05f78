package org.kukai.web.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.kukai.ranking.Agreement;
import org.kukai.statistics.Interval;
import org.kukai.web.chart.Intervals;

import static org.assertj.core.api.Assertions.assertThat;

class AgreementShownTest {
    private static final Instant START = Instant.parse("2026-11-30T00:43:05Z");

    @Test
    void tellsQuartersOfOneMinuteApartByTheirPairs() {
        assertThat(labels(Duration.ofSeconds(5)))
                .containsExactly("Pairs 1 to 25", "Pairs 26 to 50", "Pairs 51 to 75", "Pairs 76 to 100");
    }

    @Test
    void saysWhenQuartersBeganThatTookLonger() {
        assertThat(labels(Duration.ofHours(9)))
                .startsWith("Pairs 1 to 25, from 30 Nov 2026, 00:43", "Pairs 26 to 50, from 30 Nov 2026, 09:43")
                .endsWith("Pairs 76 to 100, from 1 Dec 2026, 03:43");
    }

    private static List<String> labels(Duration quarter) {
        List<Agreement.Quarter> quarters = IntStream.range(0, 4)
                .mapToObj(i -> START.plus(quarter.multipliedBy(i)))
                .map(from -> new Agreement.Quarter(from, from.plus(quarter), 25, 0.5, 0.2, new Interval(0.1, 0.3)))
                .toList();
        return AgreementShown.of(new Agreement(0.5, 0.2, new Interval(0.1, 0.3), null, 100, quarters))
                .overTime()
                .rows()
                .stream()
                .map(Intervals.Row::label)
                .toList();
    }
}
