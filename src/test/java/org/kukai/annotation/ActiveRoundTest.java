package org.kukai.annotation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.job.JobPostponedException;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class ActiveRoundTest {
    @Inject
    Rounds rounds;

    @Inject
    PairsJob job;

    @Inject
    Turns turns;

    @Inject
    Voting voting;

    @Test
    void comparesEveryPoemOnceAndThenNoTwoPoemsTwice() {
        UUID prompt = Poems.prompt("TRAIN");
        List<UUID> poems =
                Stream.generate(() -> Poems.haiku(prompt, 3)).limit(6).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            Round round = comparing(prompt, poems, 40);
            PairBatch batch = PairBatch.lockOpen(round.id).orElseThrow();
            round.grow(ActivePairs.add(batch, round, 3, Instant.EPOCH));
            assertThat(compared(round)).containsExactlyInAnyOrderElementsOf(poems);
            while (batch.isOpen()) {
                round.grow(ActivePairs.add(batch, round, 4, Instant.EPOCH));
            }
            assertThat(round.pairs).as("6 × 5 / 2 pairs").isEqualTo(15);
            assertThat(round.growing).isFalse();
            assertThat(new HashSet<>(compared(round))).hasSize(6);
        });
    }

    @Test
    void comparesAPoemNoMoreThatWasWithdrawnMeanwhile() {
        UUID prompt = Poems.prompt("TRAIN");
        List<UUID> poems =
                Stream.generate(() -> Poems.haiku(prompt, 3)).limit(6).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            Round round = comparing(prompt, poems, 40);
            PairBatch batch = PairBatch.lockOpen(round.id).orElseThrow();
            round.grow(ActivePairs.add(batch, round, 3, Instant.EPOCH));
            Panache.getEntityManager()
                    .createNativeQuery("""
                            insert into poem_decision (id, haiku_id, decision, reason, decided_by, decided_at)
                            values (uuid7(), ?1, 'WITHDRAW', 'copied', ?2, now())""")
                    .setParameter(1, poems.getFirst())
                    .setParameter(2, RoundsTest.admin().id)
                    .executeUpdate();
            while (batch.isOpen()) {
                round.grow(ActivePairs.add(batch, round, 4, Instant.EPOCH));
            }
            assertThat(round.pairs).as("5 × 4 / 2 pairs and the one before").isEqualTo(11);
        });
    }

    static Round comparing(UUID prompt, List<UUID> poems, int pairs) {
        Round round = Round.announce(draft(pairs, null), RoundsTest.admin(), Instant.EPOCH);
        poems.forEach(poem -> Panache.getEntityManager()
                .createNativeQuery("insert into round_poem (round_id, haiku_id, prompt_id) values (?1, ?2, ?3)")
                .setParameter(1, round.id)
                .setParameter(2, poem)
                .setParameter(3, prompt)
                .executeUpdate());
        return round;
    }

    @Test
    void getsMorePairsWhileRatersVoteUntilAllThatWereAskedForAreThere() {
        for (int i = 0; i < 4; i++) {
            UUID prompt = Poems.prompt("TRAIN");
            Stream.generate(() -> Poems.haiku(prompt, 4)).limit(3).forEach(poem -> {});
        }
        Round round = rounds.open(draft(40, 20), admin());
        assertThat(round.pairs).isGreaterThanOrEqualTo(10);
        UUID rater = Person.idOfNewRater();
        Set<String> seen = new HashSet<>();
        RoundsTest.await(() -> {
            while (turns.next(round.id, rater) instanceof Turn.Offered offered) {
                BlindPair pair = offered.pair();
                List<String> two = Stream.of(pair.left(), pair.right()).sorted().toList();
                assertThat(seen.add(String.join("\n\n", two))).isTrue();
                voting.cast(round.id, rater, pair.assignment(), Choice.LEFT);
            }
            return RoundsTest.fresh(round).status == Round.Status.SETTLED;
        });
        Round end = RoundsTest.fresh(round);
        assertThat(end.growing).isFalse();
        assertThat(end.pairs).isBetween(10, 40).isEqualTo(seen.size());
    }

    @Test
    void makesPairsOnceWhenTwoNodesThinkTheWorkTheirs() throws Exception {
        Poems.Duel duel = Poems.duel(9);
        RoundDraft draft =
                new RoundDraft("twice " + UUID.randomUUID(), "", "", Pairing.MODEL_VS_MODEL, duel.models(), 9, 1);
        Round round =
                QuarkusTransaction.requiringNew().call(() -> Round.announce(draft, RoundsTest.admin(), Instant.EPOCH));
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = Stream.generate(() -> nodes.submit(() -> lookAt(round)))
                    .limit(2)
                    .collect(Collectors.toUnmodifiableList());
            for (Future<?> one : both) {
                one.get(1, TimeUnit.MINUTES);
            }
        }
        assertThat(RoundsTest.fresh(round).pairs).isEqualTo(9);
        assertThat(RoundsTest.fresh(round).growing).isFalse();
        assertThat(QuarkusTransaction.requiringNew().call(() -> Pair.count("roundId", round.id)))
                .isEqualTo(9);
    }

    private void lookAt(Round round) {
        try {
            job.run(round.id.toString());
        } catch (JobPostponedException later) {
            assertThat(later).hasMessageContaining("gone on with");
        }
    }

    @Test
    void refusesWhatAnActiveRoundCannotBe() {
        assertThatThrownBy(() -> draft(4, 9)).hasMessageContaining("9 poems need at least 5 pairs");
        assertThatThrownBy(() -> draft(50_001, null)).hasMessageContaining("from 1 to 50000");
        assertThatThrownBy(() -> new RoundDraft(
                        "a", "", "", Pairing.ACTIVE, List.of(), 4, 1, new RoundRules(0, false, null, null, 2, null)))
                .hasMessageContaining("one part");
        assertThatThrownBy(() -> new RoundDraft(
                        "a", "", "", Pairing.RANDOM, List.of(), 4, 1, new RoundRules(0, false, null, null, 1, 4)))
                .hasMessageContaining("for the pairing active only");
    }

    /** Of an active round that asks one vote a pair. */
    static RoundDraft draft(int pairs, @org.jspecify.annotations.Nullable Integer poems) {
        return new RoundDraft(
                "active " + UUID.randomUUID(),
                "",
                "",
                Pairing.ACTIVE,
                List.of(),
                pairs,
                1,
                new RoundRules(0, false, null, null, 1, poems));
    }

    private static org.kukai.account.Account admin() {
        return QuarkusTransaction.requiringNew().call(RoundsTest::admin);
    }

    @SuppressWarnings("unchecked")
    private static List<UUID> compared(Round round) {
        return Panache.getEntityManager()
                .createNativeQuery("select first_id from pair where round_id = ?1"
                        + " union all select second_id from pair where round_id = ?1")
                .setParameter(1, round.id)
                .getResultList();
    }
}
