package org.kukai.llm.gate;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharesTest {
    private static final int ALL = Report.MANY;

    private static List<Integer> deal(int total, int... wanted) {
        List<Lease> leases = leases(wanted);
        return leases.stream()
                .map(lease -> Shares.due(lease.holder(), leases, total))
                .toList();
    }

    private static List<Lease> leases(int... wanted) {
        return IntStream.range(0, wanted.length)
                .mapToObj(i -> new Lease(new UUID(0, i), 0, 0, 0, wanted[i], Instant.EPOCH))
                .toList();
    }

    @Test
    void dealsEvenlyToThoseWhoWantMuch() {
        assertThat(deal(64, ALL, ALL)).containsExactly(32, 32);
        assertThat(deal(64, ALL, ALL, ALL)).containsExactly(21, 21, 22);
        assertThat(deal(1, ALL, ALL)).containsExactly(0, 1);
    }

    @Test
    void givesWhatOneDoesNotWantToTheOthers() {
        assertThat(deal(64, 10, ALL)).containsExactly(10, 54);
        assertThat(deal(64, ALL, 0, 10)).containsExactly(54, 0, 10);
    }

    @Test
    void leavesEverybodyRoomToGrowWhenNobodyWantsMuch() {
        assertThat(deal(64, 2, 2)).containsExactly(32, 32);
        assertThat(deal(64, 0)).containsExactly(64);
    }

    @Test
    void dealsOutExactlyWhatThereIs() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            int total = random.nextInt(200);
            int[] wanted = random.ints(1 + random.nextInt(8), 0, 120).toArray();
            assertThat(deal(total, wanted).stream().mapToInt(x -> x).sum()).isEqualTo(total);
        }
    }
}
