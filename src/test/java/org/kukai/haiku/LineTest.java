package org.kukai.haiku;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineTest {
    private final Scorer scorer = new Scorer();

    @Test
    void findsTheReadingThatFitsWithTheFewestRareCounts() {
        Line line = line("fire and memory and smoke");
        assertThat(line.reading()).containsExactly(1, 1, 3, 1, 1);
        assertThat(line.distance()).isZero();
    }

    @Test
    void staysWithTheUsualCountsWhereNothingFits() {
        Line line = line("fire in every flower of the evening hour");
        assertThat(line.reading()).containsExactly(2, 1, 2, 2, 1, 1, 2, 1);
        assertThat(line.distance()).isPositive();
    }

    @Test
    void saysHowFarOffALineIs() {
        assertThat(line("an old and very quiet pond").distance()).isEqualTo(1);
        assertThat(line("moss").distance()).isEqualTo(-6);
        assertThat(line("春").distance()).isEqualTo(-7);
    }

    private Line line(String text) {
        return scorer.verdict("one\n" + text + "\nthree").lines().get(1);
    }
}
