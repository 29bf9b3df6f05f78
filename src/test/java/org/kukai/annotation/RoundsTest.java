package org.kukai.annotation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.RefusedException;
import org.kukai.account.Account;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class RoundsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Inject
    Rounds rounds;

    @Inject
    Turns turns;

    @Inject
    Voting voting;

    private final UUID ann = Person.idOfNewRater();

    @Test
    void givesNoNewPairWhilePausedAndTakesTheVoteOnTheOneInHand() {
        Round round = open(Poems.duel(3).models(), 3, 2, RoundRules.USUAL);
        UUID held = offered(round, ann);
        rounds.pause(round.id, admin());
        assertThat(turns.next(round.id, Person.idOfNewRater())).isInstanceOf(Turn.Paused.class);
        assertThat(offered(round, ann)).isEqualTo(held);
        voting.cast(round.id, ann, held, Choice.LEFT);
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Paused.class);
        assertThatThrownBy(() -> rounds.pause(round.id, admin())).hasMessageContaining("this one is paused");
        rounds.resume(round.id);
        assertThat(offered(round, ann)).isNotEqualTo(held);
        assertThatThrownBy(() -> rounds.resume(round.id)).hasMessageContaining("not paused");
    }

    @Test
    void isSettledAfterAPauseInWhichItsLastPairWas() {
        Round round = open(Poems.duel(1).models(), 1, 1, RoundRules.USUAL);
        UUID held = offered(round, ann);
        rounds.pause(round.id, admin());
        voting.cast(round.id, ann, held, Choice.LEFT);
        assertThat(fresh(round).status).isEqualTo(Round.Status.PAUSED);
        assertThat(rounds.resume(round.id).status).isEqualTo(Round.Status.SETTLED);
    }

    @Test
    void thanksARaterWhoHasGivenAllThatTheRoundTakesFromOne() {
        Round round = open(Poems.duel(4).models(), 4, 2, new RoundRules(0, false, 2, null, 1, null));
        UUID skipped = offered(round, ann);
        voting.cast(round.id, ann, skipped, Choice.SKIP);
        voting.cast(round.id, ann, offered(round, ann), Choice.LEFT);
        voting.cast(round.id, ann, offered(round, ann), Choice.LEFT);
        assertThat(turns.next(round.id, ann))
                .isInstanceOfSatisfying(
                        Turn.Enough.class, enough -> assertThat(enough.today()).isFalse());
        assertThatThrownBy(() -> voting.cast(round.id, ann, skipped, Choice.TIE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("all the votes that this round takes from one person");
        QuarkusTransaction.requiringNew().run(() -> voting.withdrawLast(round.id, ann));
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Offered.class);
    }

    @Test
    void letsARaterGoOnTheNextDay() {
        Round round = open(Poems.duel(4).models(), 4, 2, new RoundRules(0, false, null, 1, 1, null));
        voting.cast(round.id, ann, offered(round, ann), Choice.LEFT);
        assertThat(turns.next(round.id, ann))
                .isInstanceOfSatisfying(
                        Turn.Enough.class, enough -> assertThat(enough.today()).isTrue());
        QuarkusTransaction.requiringNew()
                .run(() -> Vote.update(
                        "castAt = ?1 where roundId = ?2", Instant.now().minus(Duration.ofDays(1)), round.id));
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Offered.class);
    }

    @Test
    void addsPairsOfAnotherSourceAndOpensTheSettledRoundAgain() {
        Poems.Duel duel = Poems.duel(5);
        Round round = open(duel.models(), 2, 1, RoundRules.USUAL);
        assertThat(pairsOf(round, ann)).hasSize(2);
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
        rounds.add(round.id, Pairing.MODEL_VS_MODEL, duel.models(), 10, admin());
        await(() -> !fresh(round).growing);
        assertThat(fresh(round).pairs).isEqualTo(5);
        assertThat(pairsOf(round, ann)).hasSize(3);
        await(() -> fresh(round).status == Round.Status.SETTLED);
        assertThat(number(
                        "select count(distinct h) from (select first_id h from pair where round_id = ?1"
                                + " union all select second_id from pair where round_id = ?1) used",
                        round))
                .isEqualTo(10);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(PairBatch.of(round))
                        .extracting(batch -> batch.wanted, batch -> batch.made)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple(2, 2), org.assertj.core.groups.Tuple.tuple(10, 3)));
    }

    @Test
    void settlesAgainWhenThereAreNoMorePairsToAdd() {
        Poems.Duel duel = Poems.duel(1);
        Round round = open(duel.models(), 1, 1, RoundRules.USUAL);
        assertThat(pairsOf(round, ann)).hasSize(1);
        rounds.add(round.id, Pairing.MODEL_VS_MODEL, duel.models(), 10, admin());
        await(() -> fresh(round).status == Round.Status.SETTLED && !fresh(round).growing);
        assertThat(fresh(round).pairs).isOne();
    }

    @Test
    void refusesToAddToAClosedRoundOrBeyondAMillion() {
        Poems.Duel duel = Poems.duel(1);
        Round round = open(duel.models(), 1, 1, RoundRules.USUAL);
        assertThatThrownBy(() -> rounds.add(round.id, Pairing.RANDOM, List.of(), 1_000_000, admin()))
                .hasMessageContaining("from 1 to 999999");
        assertThatThrownBy(() -> rounds.add(round.id, Pairing.ACTIVE, List.of(), 5, admin()))
                .hasMessageContaining("opened as active");
        rounds.close(round.id, admin());
        assertThatThrownBy(() -> rounds.add(round.id, Pairing.RANDOM, List.of(), 5, admin()))
                .hasMessageContaining("Reopen it");
    }

    @Test
    void makesALargeRoundInSlicesThatGiveTheSamePairsAsAtOnce() {
        Poems.Duel duel = Poems.duel(7);
        RoundDraft draft = draft(duel.models(), 7, 1, RoundRules.USUAL);
        QuarkusTransaction.requiringNew().run(() -> {
            Round round = Round.announce(draft, admin(), Instant.EPOCH);
            PairBatch batch = PairBatch.lockOpen(round.id).orElseThrow();
            while (batch.isOpen()) {
                round.grow(batch.goOn(round, Instant.EPOCH));
            }
            assertThat(round.pairs).isEqualTo(7);
            assertThat(round.growing).isFalse();
            assertThat(batch.made).isEqualTo(7);
            assertThat(number("select count(*) from pair where round_id = ?1 and position between 1 and 7", round))
                    .isEqualTo(7);
            assertThat(number(
                            "select count(*) from pair_choice c join pair_batch b on b.id = batch_id"
                                    + " where b.round_id = ?1",
                            round))
                    .isZero();
        });
    }

    @Test
    void waitsForPairsThatAreBeingChosen() {
        RoundDraft draft = draft(Poems.duel(1).models(), 1, 1, RoundRules.USUAL);
        Round round = QuarkusTransaction.requiringNew().call(() -> Round.announce(draft, admin(), Instant.EPOCH));
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Waiting.class);
    }

    static Round open(List<String> models, int pairs, int votes, RoundRules rules) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Round.open(draft(models, pairs, votes, rules), admin(), Instant.EPOCH));
    }

    private static RoundDraft draft(List<String> models, int pairs, int votes, RoundRules rules) {
        return new RoundDraft(
                "round " + UUID.randomUUID(), "", "", Pairing.MODEL_VS_MODEL, models, pairs, votes, rules);
    }

    static Account admin() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Account.findByName(Person.ADMIN.name()).orElseThrow());
    }

    private UUID offered(Round round, UUID rater) {
        return ((Turn.Offered) turns.next(round.id, rater)).pair().assignment();
    }

    /** Votes until there is no more, and tells which pairs the rater was given. */
    Set<UUID> pairsOf(Round round, UUID rater) {
        return pairsOf(round, rater, turns, voting);
    }

    static Set<UUID> pairsOf(Round round, UUID rater, Turns turns, Voting voting) {
        Set<UUID> pairs = new HashSet<>();
        while (turns.next(round.id, rater) instanceof Turn.Offered offered) {
            UUID id = offered.pair().assignment();
            pairs.add(QuarkusTransaction.requiringNew().call(() -> Assignment.<Assignment>findById(id).pairId));
            voting.cast(round.id, rater, id, Choice.LEFT);
        }
        return pairs;
    }

    static Round fresh(Round round) {
        return QuarkusTransaction.requiringNew().call(() -> Round.get(round.id));
    }

    private static long number(String sql, Round round) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> ((Number) Panache.getEntityManager()
                                .createNativeQuery(sql)
                                .setParameter(1, round.id)
                                .getSingleResult())
                        .longValue());
    }

    static void await(BooleanSupplier wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!wanted.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
