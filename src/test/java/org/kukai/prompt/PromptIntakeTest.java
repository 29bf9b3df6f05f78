package org.kukai.prompt;

import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class PromptIntakeTest {
    @Inject
    PromptIntake intake;

    @Inject
    Clock clock;

    @Test
    void tellsWhatBecameOfEachText() {
        List<String> texts = List.of("Intake: write of rain.", "intake: write of RAIN", "", "Intake: write of snow.");

        Intake first = intake.addTexts(texts, Optional.of(Split.HELD_OUT), "a test");

        assertThat(first.added()).isEqualTo(2);
        assertThat(first.duplicates()).isEqualTo(1);
        assertThat(first.rejected()).isEqualTo(1);
        assertThat(first.rejections()).containsExactly(new Intake.Rejection(2, 0, "The prompt is empty."));
        assertThat(intake.addTexts(texts, Optional.empty(), "a test").added()).isZero();
        QuarkusTransaction.requiringNew().run(() -> {
            Prompt stored = Prompt.findByText("INTAKE: write of rain").orElseThrow();
            assertThat(stored.text).isEqualTo("Intake: write of rain.");
            assertThat(stored.split).isEqualTo(Split.HELD_OUT);
        });
    }

    @Test
    void takesTheSplitFromTheTopicSoThatItNeverCrossesTheWall() {
        Stream<Row> rows = IntStream.range(0, 20)
                .mapToObj(i -> new Row.Text(i, 0, "Phrasing " + i + " of one topic.", "a toad under the porch"));

        intake.add(rows.iterator(), Optional.empty(), "a test");

        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(Prompt.<Prompt>list("topic", "a toad under the porch"))
                        .hasSize(20)
                        .allMatch(prompt -> prompt.split == Split.drawnFor("a toad under the porch")));
    }

    @Test
    void storesMoreThanOneBatchAndTheLongestPrompts() {
        List<String> texts = IntStream.range(0, 2_500)
                .mapToObj(i -> "Batch " + i + " " + "月".repeat(i % 500 == 0 ? 1_900 : 3))
                .toList();
        assertThat(intake.addTexts(texts, Optional.empty(), "a test").added()).isEqualTo(2_500);
    }

    @Test
    void storesEachPromptOnceWhenTwoBringThemInOtherOrder() {
        List<String> texts =
                IntStream.range(0, 2_500).mapToObj(i -> "Together " + i).toList();
        CompletableFuture<Intake> one =
                CompletableFuture.supplyAsync(() -> intake.addTexts(texts, Optional.empty(), "a test"));
        CompletableFuture<Intake> other =
                CompletableFuture.supplyAsync(() -> intake.addTexts(texts.reversed(), Optional.empty(), "a test"));
        assertThat(one.join().added() + other.join().added()).isEqualTo(2_500);
    }

    @Test
    void storesNothingWhenTheRowsBreakOff() {
        Iterator<Row> breaking = new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Row next() {
                if (next == 1_500) {
                    throw new NoSuchElementException("unreadable from here");
                }
                return new Row.Text(next, 0, "Breaking off at " + next++, null);
            }
        };
        assertThatThrownBy(() -> intake.add(breaking, Optional.empty(), "a test"))
                .isInstanceOf(NoSuchElementException.class);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(Prompt.findByText("Breaking off at 1")).isEmpty());
    }

    @Test
    @TestTransaction
    void refusesAPromptThatIsThereAlready() {
        Prompt.create("Single: write of hail.", null, "a test", clock.instant());
        assertThatThrownBy(() -> Prompt.create("single: write of hail", null, "a test", clock.instant()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(RefusedException.Kind.CONFLICT));
    }

    @Test
    @TestTransaction
    void findsByWordsAndSplitNewestFirst() {
        Prompt older = Prompt.create("Filter: 100%_of a Heron.", Split.TRAIN, "a test", clock.instant());
        Prompt newer = Prompt.create("Filter: 100%_of a heron again.", Split.TRAIN, "a test", clock.instant());
        Prompt other = Prompt.create("Filter: 100%_of a heron held out.", Split.HELD_OUT, "a test", clock.instant());

        PromptFilter all = PromptFilter.of(Optional.empty(), " 100%_OF A HERON ");
        assertThat(Prompt.newestFirst(all, 0, 2)).containsExactly(other, newer);
        assertThat(Prompt.newestFirst(all, 2, 2)).containsExactly(older);
        assertThat(Prompt.count(all)).isEqualTo(3);
        assertThat(Prompt.count(PromptFilter.of(Split.spelled("held-out"), "100%_of a heron")))
                .isEqualTo(1);
        assertThat(Prompt.count(PromptFilter.of(Optional.empty(), "100x_of a heron")))
                .isZero();
        assertThat(Prompt.count(PromptFilter.ALL)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void goesAwayUnlessItWasAsked() {
        Prompt prompt = QuarkusTransaction.requiringNew()
                .call(() -> Prompt.create("Removal: write of fog.", null, "a test", clock.instant()));
        QuarkusTransaction.requiringNew().run(() -> Prompt.byId(prompt.id).remove());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> Prompt.byId(prompt.id)))
                .isInstanceOf(RefusedException.class);
    }
}
