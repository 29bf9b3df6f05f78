package org.kukai.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.kukai.statistics.ActivePairing.Asked;
import org.kukai.statistics.ActivePairing.Couple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActivePairingTest {
    private static final ActivePairing PAIRING = new ActivePairing(Prior.USUAL, 1, 7);

    @Property(tries = 200)
    void asksAboutEveryItemOnceFirstAndNeverTwiceTheSame(
            @ForAll @IntRange(min = 1, max = 40) int items,
            @ForAll @IntRange(min = 1, max = 6) int groups,
            @ForAll @IntRange(max = 300) int wanted) {
        int[] groupOf = IntStream.range(0, items).map(i -> i % groups).toArray();
        List<Couple> couples = PAIRING.next(groupOf, List.of(), wanted);
        Set<Set<Integer>> seen = new HashSet<>();
        Set<Integer> compared = new HashSet<>();
        long comparable = 0;
        for (int group = 0; group < groups; group++) {
            long size = members(groupOf, group);
            comparable += size > 1 ? size : 0;
        }
        for (Couple couple : couples) {
            assertThat(groupOf[couple.first()]).isEqualTo(groupOf[couple.second()]);
            assertThat(seen.add(Set.of(couple.first(), couple.second()))).isTrue();
            int before = compared.size();
            compared.add(couple.first());
            compared.add(couple.second());
            assertThat(before < compared.size() || before == comparable)
                    .as("no second look before every item had its first")
                    .isTrue();
        }
        assertThat(couples).hasSize((int) Math.min(wanted, all(groupOf, groups)));
    }

    @Example
    void takesWhatWasAskedIntoAccount() {
        int[] groups = new int[4];
        List<Asked> asked = new ArrayList<>();
        asked.add(new Asked(new Bout(0, 1, 0, 0, 0), 3));
        assertThat(PAIRING.next(groups, asked, 1))
                .satisfiesExactly(c -> assertThat(Set.of(c.first(), c.second())).isEqualTo(Set.of(2, 3)));
        assertThat(PAIRING.next(groups, asked, 100)).hasSize(5).doesNotContain(new Couple(0, 1), new Couple(1, 0));
    }

    @Example
    void asksWhereTheOrderIsNotKnown() {
        // The first two are far above the last two; who is better in each half is open.
        List<Asked> asked = List.of(asked(0, 2, 9, 0), asked(1, 3, 9, 0), asked(0, 3, 9, 0), asked(1, 2, 9, 0));
        List<Couple> couples = PAIRING.next(new int[4], asked, 2);
        assertThat(couples.stream().map(c -> Set.of(c.first(), c.second())))
                .containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2, 3));
    }

    @Example
    void givesTheSameForTheSame() {
        int[] groups = IntStream.range(0, 60).map(i -> i / 20).toArray();
        List<Asked> asked = List.of(asked(0, 1, 1, 0), asked(20, 21, 0, 1));
        assertThat(PAIRING.next(groups, asked, 50))
                .isEqualTo(new ActivePairing(Prior.USUAL, 1, 7).next(groups, asked, 50))
                .isNotEqualTo(new ActivePairing(Prior.USUAL, 1, 8).next(groups, asked, 50));
    }

    @Example
    void refusesAPairAcrossGroups() {
        assertThatThrownBy(() -> PAIRING.next(new int[] {0, 1}, List.of(asked(0, 1, 1, 0)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Asked asked(int first, int second, int wins, int losses) {
        return new Asked(new Bout(first, second, wins, 0, losses), 0);
    }

    private static long members(int[] groupOf, int group) {
        return IntStream.of(groupOf).filter(g -> g == group).count();
    }

    private static long all(int[] groupOf, int groups) {
        return IntStream.range(0, groups)
                .mapToLong(group -> members(groupOf, group))
                .map(size -> size * (size - 1) / 2)
                .sum();
    }
}
