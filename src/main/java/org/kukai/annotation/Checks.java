package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;

/**
 * Gives the turns that check a rater. They are assignments and votes like others, so that pages, history and undo need not know
 * of them; they hold and count no vote of a pair. Most turns are none, which costs no statement.
 */
final class Checks {
    private Checks() {}

    /** The check that the rater's next turn is, if it is one and there is something to check with. */
    static Optional<Assignment> due(Round round, Participation rater, Instant now, Instant until) {
        int turn = rater.turns + 1;
        CheckSchedule schedule = CheckSchedule.of(round, rater);
        TurnKind kind = schedule.kindOf(turn);
        // At the very end there is none: what is left was counted out to the rater.
        if (kind == TurnKind.ASKED || Pair.aheadOf(rater, 1) == 0) {
            return Optional.empty();
        }
        return kind == TurnKind.ATTENTION
                ? attention(rater).map(pair -> Assignment.check(kind, pair, rater, null, now, until))
                : earlier(round, rater, schedule, turn)
                        .map(row -> Assignment.check(kind, (UUID) row[0], rater, !(boolean) row[1], now, until));
    }

    /** How many checks the rater will meet on the way through so many pairs. */
    static int before(Round round, Participation rater, int pairs) {
        return CheckSchedule.of(round, rater).before(rater.turns, pairs);
    }

    /** An attention pair that is new to the rater; every rater gets them in another order. */
    private static Optional<UUID> attention(Participation rater) {
        return Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select t.pair_id from attention t
                        where t.round_id = :round and t.retired_at is null and not exists (
                            select 1 from assignment a where a.pair_id = t.pair_id and a.rater_id = :rater)
                        order by md5(:seed || cast(t.pair_id as text)) limit 1""", UUID.class)
                .setParameter("round", rater.roundId)
                .setParameter("rater", rater.raterId)
                .setParameter("seed", rater.id.toString())
                .getResultStream()
                .findFirst();
    }

    /**
     * A pair on which the rater has voted some turns ago: at least the gap, and by chance up to twice that. Votes of which the
     * rater has seen how the words are counted are left out. Walks back over the rater's votes by their index.
     */
    private static Optional<Object[]> earlier(Round round, Participation rater, CheckSchedule schedule, int turn) {
        List<Object[]> found = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select a.pair_id, a.first_on_left
                        from vote v join assignment a on a.id = v.assignment_id
                        where v.round_id = :round and v.rater_id = :rater and v.kind = 'ASKED' and v.choice <> 'SKIP'
                          and v.disclosed_at is null
                          and not exists (select 1 from pair p where p.id = v.pair_id and p.dropped_at is not null)
                          and a.turn <= :until and not exists (
                              select 1 from assignment r where r.pair_id = v.pair_id and r.rater_id = v.rater_id and r.kind = 'REPEAT')
                        order by v.cast_at desc limit 1""", Object[].class)
                .setParameter("round", rater.roundId)
                .setParameter("rater", rater.raterId)
                .setParameter("until", turn - round.repeatGap - 1 - schedule.draw(turn, round.repeatGap))
                .getResultList();
        return found.stream().findFirst();
    }
}
