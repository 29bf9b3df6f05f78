package org.kukai.annotation;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OverlapTest {
    @ParameterizedTest
    @CsvSource({
        // usual, more, early, firsts, seconds, ties, neithers, needed
        "3, 0, false, 0, 0, 0, 0, 3",
        "3, 0, false, 2, 0, 0, 0, 3",
        "3, 0, true,  1, 0, 0, 0, 3",
        "3, 0, true,  2, 0, 0, 0, 2",
        "3, 0, true,  0, 0, 2, 0, 2",
        "5, 0, true,  3, 0, 0, 0, 3",
        "5, 0, true,  3, 1, 0, 0, 4",
        "5, 0, true,  2, 1, 0, 0, 5",
        "2, 3, false, 1, 1, 0, 0, 3",
        "2, 3, false, 2, 1, 0, 0, 3",
        "2, 3, false, 1, 1, 1, 0, 4",
        "2, 3, false, 2, 2, 0, 0, 5",
        "2, 2, false, 2, 2, 0, 0, 4",
        "1, 5, false, 1, 0, 0, 0, 1",
    })
    void needsAsManyVotesAsTheResultHangsOn(
            int usual, int more, boolean early, int firsts, int seconds, int ties, int neithers, int needed) {
        assertThat(new Overlap(usual, more, early).needed(new Tally(firsts, seconds, ties, neithers)))
                .isEqualTo(needed);
    }

    @Property
    boolean stopsEarlyOnlyWhenNoVotesToComeChangeWhichAnswerLeads(
            @ForAll @IntRange(min = 1, max = 9) int usual,
            @ForAll @IntRange(max = 5) int a,
            @ForAll @IntRange(max = 5) int b,
            @ForAll @IntRange(max = 5) int c,
            @ForAll @IntRange(max = 4) int next) {
        Tally tally = new Tally(a, b, c, 0);
        int left = usual - tally.votes();
        if (left <= 0) {
            return true;
        }
        boolean stops = new Overlap(usual, 0, true).needed(tally) == tally.votes();
        boolean sure = true;
        // The worst for the leader is that all who are left say the same.
        for (int answer = 0; answer < 4; answer++) {
            Tally end = new Tally(
                    a + (answer == 0 ? left : 0),
                    b + (answer == 1 ? left : 0),
                    c + (answer == 2 ? left : 0),
                    answer == 3 ? left : 0);
            sure &= end.lead() > 0 && leader(end) == leader(tally) && tally.lead() > 0;
        }
        return stops == sure && next >= 0;
    }

    @Property
    boolean neverNeedsFewerThanItHasOrMoreThanTheMost(
            @ForAll @IntRange(min = 1, max = 9) int usual,
            @ForAll @IntRange(max = 9) int more,
            @ForAll boolean early,
            @ForAll @IntRange(max = 4) int a,
            @ForAll @IntRange(max = 4) int b,
            @ForAll @IntRange(max = 4) int c) {
        Tally tally = new Tally(a, b, c, 0);
        int needed = new Overlap(usual, more, early).needed(tally);
        return tally.votes() > usual + more || (needed >= tally.votes() && needed <= usual + more);
    }

    private static int leader(Tally tally) {
        int[] answers = {tally.firsts(), tally.seconds(), tally.ties(), tally.neithers()};
        int best = 0;
        for (int i = 1; i < answers.length; i++) {
            best = answers[i] > answers[best] ? i : best;
        }
        return best;
    }
}
