package org.kukai.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ManyAdaptiveVotesTest {
    private static final List<Choice> CHOICES = List.of(Choice.values());
    private static final int THREADS = 12;

    @Inject
    Turns turns;

    @Inject
    Voting voting;

    @ParameterizedTest
    @CsvSource({"3, 0, true", "2, 4, false", "3, 4, true", "5, 1, true"})
    void keepsAllCountsInStepWhenManyVoteChangeAndUndoAtOnce(int usual, int more, boolean early) throws Exception {
        int pairs = 12;
        RoundRules rules = new RoundRules(more, early, null, null, 1, null);
        Round round = RoundsTest.open(Poems.duel(pairs).models(), pairs, usual, rules);
        List<UUID> raters =
                Stream.generate(Person::idOfNewRater).limit(usual + more + 5L).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            raters.forEach(rater -> running.add(threads.submit(() -> voteAtWhim(round, rater))));
            for (Future<?> one : running) {
                one.get(2, TimeUnit.MINUTES);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Overlap overlap = new Overlap(usual, more, early);
            List<Pair> all = Pair.list("roundId", round.id);
            assertThat(all).hasSize(pairs).allSatisfy(pair -> {
                assertThat(pair.votes).isEqualTo(pair.tally().votes()).isLessThanOrEqualTo(usual + more);
                assertThat(pair.tally()).isEqualTo(counted(pair));
                assertThat(pair.wanted).isEqualTo(Math.max(overlap.needed(pair.tally()), pair.votes + pair.held));
                assertThat(pair.isSettled()).isEqualTo(pair.votes >= overlap.needed(pair.tally()));
            });
            RoundProgress progress = RoundProgress.of(Round.get(round.id));
            assertThat(progress.votes())
                    .isEqualTo(all.stream().mapToInt(pair -> pair.votes).sum());
            assertThat(progress.settled())
                    .isEqualTo(all.stream().filter(Pair::isSettled).count());
            assertThat(progress.votesWanted())
                    .isEqualTo(all.stream()
                            .mapToInt(pair -> overlap.needed(pair.tally()))
                            .sum());
            assertThat(Round.get(round.id).status)
                    .isEqualTo(progress.settled() == pairs ? Round.Status.SETTLED : Round.Status.OPEN);
        });
    }

    @Test
    void nobodyWaitsInACircleWhenManyComeForTheLastPairsAtOnce() throws Exception {
        List<UUID> raters = Stream.generate(Person::idOfNewRater).limit(24).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(raters.size())) {
            for (int again = 0; again < 60; again++) {
                Round round =
                        RoundsTest.open(Poems.duel(9).models(), 9, 1, new RoundRules(2, false, null, null, 1, null));
                List<Future<?>> running = new ArrayList<>();
                raters.forEach(rater -> running.add(threads.submit(() -> voteAtWhim(round, rater))));
                for (Future<?> one : running) {
                    one.get(2, TimeUnit.MINUTES);
                }
            }
        }
    }

    private void voteAtWhim(Round round, UUID rater) {
        Random whim = new Random(rater.hashCode());
        while (turns.next(round.id, rater) instanceof Turn.Offered offered) {
            Choice choice = CHOICES.get(whim.nextInt(CHOICES.size()));
            try {
                voting.cast(round.id, rater, offered.pair().assignment(), choice);
                if (whim.nextInt(4) == 0) {
                    voting.cast(
                            round.id, rater, offered.pair().assignment(), CHOICES.get(whim.nextInt(CHOICES.size())));
                }
                if (whim.nextInt(6) == 0) {
                    voting.withdrawLast(round.id, rater);
                }
            } catch (PairGoneException gone) {
                // A skip that was to become a vote came too late: others have given the pair what it needs.
                assertThat(gone).hasMessageContaining("not counted");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Tally counted(Pair pair) {
        List<Object[]> rows = Pair.getEntityManager()
                .createNativeQuery("""
                        select count(*) filter (where preferred = 'FIRST'), count(*) filter (where preferred = 'SECOND'),
                               count(*) filter (where preferred = 'TIE'), count(*) filter (where preferred = 'NEITHER')
                        from ballot where pair_id = ?1""")
                .setParameter(1, pair.id)
                .getResultList();
        Object[] row = rows.getFirst();
        return new Tally(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).intValue(),
                ((Number) row[2]).intValue(),
                ((Number) row[3]).intValue());
    }
}
