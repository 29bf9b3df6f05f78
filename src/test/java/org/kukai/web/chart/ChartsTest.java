package org.kukai.web.chart;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartsTest {
    @Test
    void drawsTheLargestBarFullAndTheOthersInProportion() {
        Bars bars = Bars.ofScores("Scores", List.of(10L, 0L, 5L, 20L, 40L));
        assertThat(bars.bars()).extracting(Bars.Bar::width).containsExactly(25.0, 0.0, 12.5, 50.0, 100.0);
        assertThat(bars.bars().getLast().best()).isTrue();
        assertThat(bars.isEmpty()).isFalse();
    }

    @Test
    void drawsSharesAgainstTheWhole() {
        Bars bars = Bars.ofShares("Correct", List.of(new Bars.Amount("a", 0.4, "40 %", false)));
        assertThat(bars.bars().getFirst().width()).isEqualTo(40.0);
    }

    @Test
    void drawsNothingFromNothing() {
        assertThat(Bars.ofScores("Scores", List.of(0L, 0L)).isEmpty()).isTrue();
        assertThat(Columns.of("Votes", List.of()).isEmpty()).isTrue();
    }

    @Test
    void placesColumnsFromLeftToRightStandingOnTheAxis() {
        Columns columns = Columns.of("Votes", List.of(new Columns.Amount("1 May", 3), new Columns.Amount("2 May", 6)));
        assertThat(columns.columns()).extracting(Columns.Column::x).containsExactly(0.0, 50.0);
        assertThat(columns.columns())
                .allSatisfy(c -> assertThat(c.y() + c.height()).isEqualTo(120.0));
        assertThat(columns.columns().get(0).height()).isEqualTo(60.0);
    }

    @Test
    void fillsTheWidthWithManyColumns() {
        var amounts = IntStream.rangeClosed(1, 24)
                .mapToObj(day -> new Columns.Amount("day " + day, day))
                .toList();
        assertThat(Columns.of("Votes", amounts).columns().getLast().x()).isEqualTo(575.0);
    }
}
