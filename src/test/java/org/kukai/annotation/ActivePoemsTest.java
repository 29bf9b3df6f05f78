package org.kukai.annotation;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.annotation.ActiveRoundTest.draft;

/** Each test has the training side to itself, in a transaction that is taken back. */
@QuarkusTest
class ActivePoemsTest {
    @Test
    void takesWholeSmallPromptsUntilTheyHaveHalfAsManyPairsMoreThanWereAskedFor() {
        amongPromptsOf(5, 40, () -> {
            Round round = openedToTheEnd(draft(30, null));
            assertThat(round.pairs).isEqualTo(30);
            assertThat(compared(round)).as("5 prompts of 10 pairs each").isEqualTo(25);
        });
    }

    @Test
    void takesAThirdOfThePairsWherePromptsHaveManyPoems() {
        amongPromptsOf(40, 2, () -> {
            Round round = openedToTheEnd(draft(60, null));
            assertThat(round.pairs).isEqualTo(60);
            assertThat(compared(round)).isEqualTo(20);
        });
    }

    @Test
    void takesNoMorePoemsThanCanBeComparedOnce() {
        amongPromptsOf(2, 20, () -> {
            Round round = openedToTheEnd(draft(7, null));
            assertThat(round.pairs).isEqualTo(7);
            assertThat(compared(round)).isEqualTo(14);
        });
    }

    @Test
    void takesAllPoemsWhereTheyHaveFewerPairsThanWereAskedFor() {
        amongPromptsOf(3, 4, () -> {
            Round round = openedToTheEnd(draft(100, null));
            assertThat(round.pairs).isEqualTo(12);
            assertThat(compared(round)).isEqualTo(12);
            assertThat(RoundForecast.of(draft(100, null)).roughly()).isFalse();
        });
    }

    @Test
    void foretellsTheNumberOfPairsThatTheRoundGets() {
        amongPromptsOf(4, 40, () -> {
            addPromptsOf(6, 40);
            RoundForecast told = RoundForecast.of(draft(30, null));
            assertThat(told.pairs()).isEqualTo(30);
            assertThat(told.roughly()).isFalse();
        });
    }

    @Test
    void foretellsPairsRoughlyWhereTheirNumberDependsOnWhichPoemsAreDrawn() {
        amongPromptsOf(4, 40, () -> {
            assertThat(RoundForecast.of(draft(30, 12)).roughly())
                    .as("all prompts alike")
                    .isFalse();
            addPromptsOf(6, 40);
            assertThat(RoundForecast.of(draft(30, 12)).roughly()).isTrue();
            assertThat(RoundForecast.of(draft(12, 12)).roughly())
                    .as("there are as many however it is drawn")
                    .isFalse();
        });
    }

    private static void amongPromptsOf(int poems, int prompts, Runnable test) {
        QuarkusTransaction.begin();
        try {
            Panache.getEntityManager()
                    .createNativeQuery("update prompt set split = 'HELD_OUT'")
                    .executeUpdate();
            addPromptsOf(poems, prompts);
            test.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static void addPromptsOf(int poems, int prompts) {
        for (int i = 0; i < prompts; i++) {
            UUID prompt = Poems.prompt("TRAIN");
            IntStream.range(0, poems).forEach(poem -> Poems.haiku(prompt, 3));
        }
    }

    private static Round openedToTheEnd(RoundDraft draft) {
        Round round = Round.open(draft, RoundsTest.admin(), Instant.EPOCH);
        while (round.growing) {
            PairBatch batch = PairBatch.lockOpen(round.id).orElseThrow();
            round.grow(ActivePairs.add(batch, round, 10, Instant.EPOCH));
        }
        return round;
    }

    private static long compared(Round round) {
        return (long) Panache.getEntityManager()
                .createNativeQuery("select count(*) from round_poem where round_id = ?1", Long.class)
                .setParameter(1, round.id)
                .getSingleResult();
    }
}
