package org.kukai.annotation.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.kukai.account.Account;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Pairing;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundDraft;
import org.kukai.annotation.RoundProgress;
import org.kukai.annotation.Sitting;
import org.kukai.annotation.Turn;
import org.kukai.annotation.Turns;
import org.kukai.annotation.Voting;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

/** Rounds that two raters vote on, for tests of what admins decide about them. */
abstract class ReviewedRounds {
    static final BigDecimal OUT = BigDecimal.ZERO;

    @Inject
    Turns turns;

    @Inject
    Voting voting;

    @Inject
    Sitting sitting;

    @Inject
    RaterDecisions decisions;

    @Inject
    Adjudications adjudications;

    @Inject
    WritersTold writers;

    @Inject
    PoemDecisions poems;

    final UUID ann = Person.idOfNewRater();
    final UUID ben = Person.idOfNewRater();
    final UUID admin = QuarkusTransaction.requiringNew()
            .call(() -> Account.findByName(Person.ADMIN.name()).orElseThrow().id);

    int walk(Round round, UUID rater, Choice choice) {
        int seen = 0;
        while (turns.next(round.id, rater) instanceof Turn.Offered offered) {
            voting.cast(round.id, rater, offered.pair().assignment(), choice);
            seen++;
        }
        return seen;
    }

    /** Flags the first poem of every pair that was given to somebody. */
    static void flag(Round round) {
        QuarkusTransaction.requiringNew()
                .run(() -> Round.getEntityManager()
                        .createNativeQuery("""
                        insert into poem_flag (id, round_id, assignment_id, haiku_id, rater_id, kind, note, flagged_at)
                        select uuid7(), a.round_id, a.id, p.first_id, a.rater_id, 'COPIED', 'Basho', now()
                        from assignment a join pair p on p.id = a.pair_id where a.round_id = ?1 on conflict do nothing""")
                        .setParameter(1, round.id)
                        .executeUpdate());
    }

    static Round round(int pairs, int votes) {
        return round(Poems.duel(pairs).models(), pairs, votes);
    }

    static Round round(List<String> models, int pairs, int votes) {
        RoundDraft draft =
                new RoundDraft("review " + UUID.randomUUID(), "", "", Pairing.MODEL_VS_MODEL, models, pairs, votes);
        return QuarkusTransaction.requiringNew()
                .call(() -> Round.open(
                        draft, Account.findByName(Person.ADMIN.name()).orElseThrow(), Instant.EPOCH));
    }

    static long mismatches(int usual, int more, boolean early) {
        return org.kukai.annotation.OverlapProbe.mismatches(usual, more, early);
    }

    static Round.Status status(Round round) {
        return QuarkusTransaction.requiringNew().call(() -> Round.get(round.id).status);
    }

    static RoundProgress progress(Round round) {
        return QuarkusTransaction.requiringNew().call(() -> RoundProgress.of(Round.get(round.id)));
    }

    BigDecimal weight(Round round) {
        return QuarkusTransaction.requiringNew().call(() -> (BigDecimal) Round.getEntityManager()
                .createNativeQuery("select weight from participation where round_id = ?1 and rater_id = ?2")
                .setParameter(1, round.id)
                .setParameter(2, ann)
                .getSingleResult());
    }

    static UUID id(String sql, Round round) {
        return QuarkusTransaction.requiringNew().call(() -> (UUID) Round.getEntityManager()
                .createNativeQuery(sql, UUID.class)
                .setParameter(1, round.id)
                .getSingleResult());
    }

    static long number(String sql, Round round) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Round.getEntityManager()
                                .createNativeQuery(sql)
                                .setParameter(1, round.id)
                                .getSingleResult())
                        .longValue());
    }
}
