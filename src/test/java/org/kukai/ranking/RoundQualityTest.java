package org.kukai.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.kukai.ranking.QualityFlag.Kind;
import org.kukai.ranking.RaterQuality.Count;

import static org.assertj.core.api.Assertions.assertThat;

class RoundQualityTest {
    private static final Count HONEST_SIDES = new Count(52, 100);
    private static final Count HONEST_AGREEMENT = new Count(78, 100);

    @Test
    void findsWhoIsOneSidedWhoClicksAtRandomAndWhoIsTooFast() {
        List<RaterQuality> raters = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            raters.add(rater(5, HONEST_SIDES, new Count(9, 10), new Count(9, 10), HONEST_AGREEMENT));
        }
        raters.add(rater(5, new Count(95, 100), new Count(9, 10), new Count(8, 10), HONEST_AGREEMENT));
        raters.add(rater(5, HONEST_SIDES, new Count(4, 10), new Count(3, 12), new Count(51, 100)));
        raters.add(rater(80, HONEST_SIDES, new Count(9, 10), new Count(9, 10), HONEST_AGREEMENT));
        List<RaterQuality> judged = RoundQuality.judged(raters);
        assertThat(judged.subList(0, 8))
                .allSatisfy(rater -> assertThat(rater.flags()).isEmpty());
        assertThat(kinds(judged.get(8))).containsExactly(Kind.ONE_SIDED);
        assertThat(judged.get(8).flags().getFirst().evidence())
                .startsWith("chose the left side in 95 of 100, p < 0.0001");
        assertThat(kinds(judged.get(9))).contains(Kind.MISSES_ATTENTION, Kind.AT_RANDOM);
        assertThat(kinds(judged.get(10))).containsExactly(Kind.TOO_FAST);
    }

    @Test
    void correctsForTheNumberOfRaters() {
        Count leaning = new Count(66, 100);
        List<RaterQuality> one = List.of(rater(0, leaning, new Count(0, 0), new Count(0, 0), new Count(0, 0)));
        assertThat(kinds(RoundQuality.judged(one).getFirst())).containsExactly(Kind.ONE_SIDED);
        List<RaterQuality> many = new ArrayList<>(one);
        for (int i = 0; i < 30; i++) {
            many.add(rater(0, HONEST_SIDES, new Count(0, 0), new Count(0, 0), new Count(0, 0)));
        }
        assertThat(kinds(RoundQuality.judged(many).getFirst())).isEmpty();
    }

    @Test
    void saysNothingOfSomebodyOfWhomNothingIsKnown() {
        Count none = new Count(0, 0);
        RaterQuality judged =
                RoundQuality.judged(List.of(rater(0, none, none, none, none))).getFirst();
        assertThat(judged.flags()).isEmpty();
        assertThat(judged.leftP()).isEqualTo(1);
        assertThat(RoundQuality.judged(List.of())).isEmpty();
    }

    private static List<Kind> kinds(RaterQuality rater) {
        return rater.flags().stream().map(QualityFlag::kind).toList();
    }

    private static RaterQuality rater(long fast, Count left, Count attention, Count repeats, Count agreement) {
        return new RaterQuality(
                UUID.randomUUID(),
                "somebody",
                BigDecimal.ONE,
                100,
                6.0,
                fast,
                left,
                1,
                attention,
                repeats,
                agreement,
                List.of());
    }
}
