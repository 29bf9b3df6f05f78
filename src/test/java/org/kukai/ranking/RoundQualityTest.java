package org.kukai.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.kukai.ranking.QualityFlag.Kind;
import org.kukai.ranking.RaterQuality.Count;
import org.kukai.statistics.Conformity.Seen;
import org.kukai.statistics.RaterTests.Verdict;

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
        RaterQuality clicker = rater(5, HONEST_SIDES, new Count(4, 10), new Count(3, 12), new Count(51, 100));
        raters.add(clicker);
        raters.add(rater(80, HONEST_SIDES, new Count(9, 10), new Count(9, 10), HONEST_AGREEMENT));
        List<RaterQuality> judged = RoundQuality.judged(
                raters,
                Map.of(
                        clicker.id(),
                        List.of(alone(30), withOther(20)),
                        raters.getFirst().id(),
                        List.of(alone(5), withOther(45))));
        assertThat(judged.subList(0, 8))
                .allSatisfy(rater -> assertThat(rater.flags()).isEmpty());
        assertThat(kinds(judged.get(8))).containsExactly(Kind.ONE_SIDED);
        assertThat(judged.get(8).flags().getFirst().evidence())
                .startsWith("chose the left side in 95 of 100, p < 0.0001");
        assertThat(kinds(judged.get(9))).contains(Kind.MISSES_ATTENTION, Kind.APART);
        assertThat(kinds(judged.get(10))).containsExactly(Kind.TOO_FAST);
    }

    @Test
    void correctsForTheNumberOfRaters() {
        Count leaning = new Count(66, 100);
        List<RaterQuality> one = List.of(rater(0, leaning, new Count(0, 0), new Count(0, 0), new Count(0, 0)));
        assertThat(kinds(RoundQuality.judged(one, Map.of()).getFirst())).containsExactly(Kind.ONE_SIDED);
        List<RaterQuality> many = new ArrayList<>(one);
        for (int i = 0; i < 30; i++) {
            many.add(rater(0, HONEST_SIDES, new Count(0, 0), new Count(0, 0), new Count(0, 0)));
        }
        assertThat(kinds(RoundQuality.judged(many, Map.of()).getFirst())).isEmpty();
    }

    @Test
    void saysNothingOfSomebodyOfWhomNothingIsKnown() {
        Count none = new Count(0, 0);
        RaterQuality judged = RoundQuality.judged(List.of(rater(0, none, none, none, none)), Map.of())
                .getFirst();
        assertThat(judged.flags()).isEmpty();
        assertThat(judged.verdict()).isEqualTo(new Verdict(1, 1));
        assertThat(RoundQuality.judged(List.of(), Map.of())).isEmpty();
    }

    /** Pairs where the rater was alone against two. */
    private static Seen alone(long pairs) {
        return new Seen(List.of(1L, 2L, 0L, 0L), 0, pairs);
    }

    /** Pairs where the rater and one other said the same against a third. */
    private static Seen withOther(long pairs) {
        return new Seen(List.of(2L, 1L, 0L, 0L), 0, pairs);
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
                new Verdict(1, 1),
                attention,
                repeats,
                agreement,
                List.of());
    }
}
