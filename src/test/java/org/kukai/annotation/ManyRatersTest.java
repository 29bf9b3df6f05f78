package org.kukai.annotation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.account.Account;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ManyRatersTest {
    private static final List<Choice> CHOICES = List.of(Choice.values());
    private static final int THREADS = 20;
    private static final int RATERS = 40;
    private static final int PAIRS = 60;
    private static final int VOTES = 3;
    private static final int LATECOMERS = 5;

    @Inject
    Turns turns;

    @Inject
    Voting voting;

    @Inject
    Sitting sitting;

    private final Map<UUID, Choice> acknowledged = new ConcurrentHashMap<>();

    @Test
    void losesAndDoublesNothingWhenManyRatersVoteAtOnce() throws Exception {
        Round round = open();
        // Every rater twice: somebody with two tabs open.
        List<UUID> raters = Stream.generate(Person::idOfNewRater).limit(RATERS).toList();
        List<UUID> tabs = Stream.concat(raters.stream(), raters.stream()).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (UUID rater : tabs) {
                boolean byPage = running.size() % 2 == 0;
                running.add(
                        threads.submit(() -> byPage ? sitUntilDone(round.id, rater) : voteUntilDone(round.id, rater)));
            }
            for (Future<?> tab : running) {
                tab.get(2, TimeUnit.MINUTES);
            }
        }
        // What the very last to look at it has skipped, when all others had gone, waits for whoever comes late.
        for (int late = 0; late < LATECOMERS; late++) {
            voteUntilDone(round.id, Person.idOfNewRater());
        }
        QuarkusTransaction.requiringNew().run(() -> {
            List<Pair> pairs = Pair.list("roundId", round.id);
            assertThat(pairs).hasSize(PAIRS).allSatisfy(pair -> {
                assertThat(pair.votes).isEqualTo(VOTES);
                assertThat(pair.held).isZero();
                assertThat(pair.settledAt).isNotNull();
                assertThat(Vote.count("pairId = ?1 and choice <> 'SKIP'", pair.id))
                        .isEqualTo(VOTES);
            });
            List<Vote> stored = Vote.list("roundId", round.id);
            assertThat(stored).hasSameSizeAs(acknowledged.keySet());
            assertThat(stored)
                    .allSatisfy(vote -> assertThat(vote.choice).isEqualTo(acknowledged.get(vote.assignmentId)));
            assertThat(number(
                            "select count(*) from (select 1 from assignment where round_id = ?1"
                                    + " group by pair_id, rater_id having count(*) > 1) twice",
                            round.id))
                    .isZero();
            assertThat(number("select sum(votes) from participation where round_id = ?1", round.id))
                    .isEqualTo(PAIRS * VOTES);
            assertThat(number("select count(*) from ballot where round_id = ?1", round.id))
                    .isEqualTo(PAIRS * VOTES);
            assertThat(number("select count(*) from assignment where round_id = ?1 and first_on_left", round.id))
                    .isBetween(1L, (long) PAIRS * VOTES - 1);
            assertThat(Round.get(round.id).status).isEqualTo(Round.Status.SETTLED);
        });
    }

    private boolean voteUntilDone(UUID round, UUID rater) {
        while (turns.next(round, rater) instanceof Turn.Offered offered) {
            UUID assignment = offered.pair().assignment();
            voting.cast(round, rater, assignment, choice(assignment));
            acknowledged.put(assignment, choice(assignment));
        }
        return true;
    }

    /** As the voting page does it: with one pair ahead, and the vote and what follows it in one call. */
    private boolean sitUntilDone(UUID round, UUID rater) {
        Turn shown = turns.next(round, rater);
        while (shown instanceof Turn.Offered offered) {
            UUID assignment = offered.pair().assignment();
            Turn ahead = turns.ahead(round, rater, assignment);
            UUID after = ahead instanceof Turn.Offered next ? next.pair().assignment() : null;
            Answer answer = Answer.of(assignment, choice(assignment));
            Turn turn = sitting.answer(round, rater, answer, after).join().turn();
            acknowledged.put(assignment, answer.choice());
            shown = after == null ? turn : ahead;
        }
        return true;
    }

    /** Both tabs of a rater say the same of a pair, so that it does not matter which of them was last. */
    private static Choice choice(UUID assignment) {
        return CHOICES.get(Math.floorMod(assignment.hashCode(), CHOICES.size()));
    }

    private static Round open() {
        RoundDraft draft = new RoundDraft(
                "crowd " + UUID.randomUUID(),
                "",
                "",
                Pairing.MODEL_VS_MODEL,
                Poems.duel(PAIRS).models(),
                PAIRS,
                VOTES);
        return QuarkusTransaction.requiringNew().call(() -> {
            Account admin = Account.findByName(Person.ADMIN.name()).orElseThrow();
            return Round.open(draft, admin, Instant.EPOCH);
        });
    }

    private static long number(String sql, UUID round) {
        return ((Number) Panache.getEntityManager()
                        .createNativeQuery(sql)
                        .setParameter(1, round)
                        .getSingleResult())
                .longValue();
    }
}
