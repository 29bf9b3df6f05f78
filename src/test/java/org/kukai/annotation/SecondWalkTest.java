package org.kukai.annotation;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.account.Account;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

/** What a rater gets who has come to the end of the pairs. */
@QuarkusTest
class SecondWalkTest {
    private static final int FAR = 1_000_000;

    @Inject
    Turns turns;

    @Inject
    Voting voting;

    private final UUID ann = Person.idOfNewRater();
    private final UUID ben = Person.idOfNewRater();

    @Test
    void givesEveryPairThatWasPassedByOnce() {
        Round round = open(4, 2);
        pretend(round, ann);
        assertThat(walk(round, ann)).isEqualTo(4);
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Nothing.class);
    }

    @Test
    void givesAPairThatWasFullUntilItIsFreed() {
        Round round = open(3, 1);
        UUID held = offered(round, ben);
        assertThat(walk(round, ann)).isEqualTo(2);
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Nothing.class);
        voting.cast(round.id, ben, held, Choice.SKIP);
        assertThat(walk(round, ann)).isOne();
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Nothing.class);
        assertThat(turns.next(round.id, ben)).isInstanceOf(Turn.Nothing.class);
        QuarkusTransaction.requiringNew().run(() -> voting.withdrawLast(round.id, ann));
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Offered.class);
    }

    @Test
    void looksAtSoManyInOneGoAndTellsTheRaterToLookInAgain() {
        Round round = open(160, 3);
        more(round, 10_100);
        pretend(round, ann);
        execute("""
                insert into assignment (id, round_id, pair_id, rater_id, first_on_left, state, assigned_at, leased_until)
                select uuid7(), round_id, id, ?2, true, 'VOTED', now(), now() from pair where round_id = ?1""", round, ann);
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Waiting.class);
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Nothing.class);
        execute(
                "delete from assignment where rater_id = ?2 and pair_id = "
                        + "(select id from pair where round_id = ?1 and position = 7)",
                round,
                ann);
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Nothing.class);
        for (int votes : new int[] {3, 2}) {
            execute(
                    "update pair set votes = " + votes
                            + " where round_id = ?1 and position = 7 and cast(?2 as uuid) is not null",
                    round,
                    ann);
        }
        assertThat(turns.next(round.id, ann)).isInstanceOf(Turn.Offered.class);
    }

    /** As if the rater had come that far; others had locked whatever they passed by. */
    private void pretend(Round round, UUID rater) {
        QuarkusTransaction.requiringNew().run(() -> Participation.join(round.id, rater, Instant.EPOCH));
        execute("update participation set reached = " + FAR + " where round_id = ?1 and rater_id = ?2", round, rater);
    }

    /** Pairs of whatever poems the round has; nobody looks at what they say. */
    private static void more(Round round, int pairs) {
        execute("""
                insert into pair (id, round_id, position, prompt_id, first_id, second_id, wanted)
                select uuid7(), ?1, 1000 + row_number() over (), h.prompt_id, h.id, o.id, 3
                from (select first_id as id, prompt_id from pair where round_id = ?1
                      union all select second_id, prompt_id from pair where round_id = ?1) h
                     join (select first_id as id from pair where round_id = ?1
                           union all select second_id from pair where round_id = ?1) o on o.id > h.id
                where not exists (select from pair p where p.round_id = ?1
                                  and least(p.first_id, p.second_id) = h.id and greatest(p.first_id, p.second_id) = o.id)
                  and cast(?2 as uuid) is not null
                limit\s""" + pairs, round, round.id);
    }

    private int walk(Round round, UUID rater) {
        int seen = 0;
        while (turns.next(round.id, rater) instanceof Turn.Offered offered) {
            voting.cast(round.id, rater, offered.pair().assignment(), Choice.LEFT);
            seen++;
        }
        return seen;
    }

    private UUID offered(Round round, UUID rater) {
        return ((Turn.Offered) turns.next(round.id, rater)).pair().assignment();
    }

    private static Round open(int pairs, int votes) {
        RoundDraft draft = new RoundDraft(
                "end " + UUID.randomUUID(),
                "",
                "",
                Pairing.MODEL_VS_MODEL,
                Poems.duel(pairs).models(),
                pairs,
                votes);
        return QuarkusTransaction.requiringNew()
                .call(() -> Round.open(
                        draft, Account.findByName(Person.ADMIN.name()).orElseThrow(), Instant.EPOCH));
    }

    private static void execute(String sql, Round round, UUID second) {
        QuarkusTransaction.requiringNew()
                .run(() -> Round.getEntityManager()
                        .createNativeQuery(sql)
                        .setParameter(1, round.id)
                        .setParameter(2, second)
                        .executeUpdate());
    }
}
