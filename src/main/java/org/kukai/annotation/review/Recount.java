package org.kukai.annotation.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.kukai.annotation.Settling;

/**
 * Brings the pairs of one rater in one round back in step with the votes, after these have been set aside or brought back: by
 * sets, so that a hundred thousand votes are a few statements. Locks are taken in the order that {@link
 * org.kukai.annotation.Turns} names; the rater's participation is locked.
 */
@ApplicationScoped
class Recount {
    private static final String TOUCHED =
            "(select a.pair_id from assignment a where a.round_id = :round and a.rater_id = :rater and a.kind = 'ASKED')";

    private static final String SET_ASIDE = """
            update assignment set state = case state when 'VOTED' then 'SET_ASIDE' else 'LAPSED' end
            where round_id = :round and rater_id = :rater and kind = 'ASKED' and state in ('VOTED', 'HELD')""";

    private static final String BRING_BACK = """
            update assignment set state = 'VOTED'
            where round_id = :round and rater_id = :rater and kind = 'ASKED' and state = 'SET_ASIDE'""";

    private static final String LOCK = "select id from pair where id in " + TOUCHED + " order by id for no key update";

    private static final String SUMS = """
            select count(*) filter (where p.settled_at is not null),
                   coalesce(sum(case when p.dropped_at is null then pair_needs(p.firsts, p.seconds, p.ties, p.neithers, r.votes_per_pair,
                                                                               r.more_votes, r.settle_early)
                                 else p.votes end), 0)
            from pair p join round r on r.id = p.round_id where p.id in\s""" + TOUCHED;

    private static final String COUNT = """
            update pair p set held = t.held, votes = t.votes, firsts = t.firsts, seconds = t.votes - t.firsts - t.ties - t.neithers,
                              ties = t.ties, neithers = t.neithers, wanted = greatest(p.wanted, t.votes + t.held)
            from (select x.pair_id, count(*) filter (where x.state = 'HELD') as held,
                         count(*) filter (where x.state = 'VOTED') as votes,
                         count(*) filter (where x.state = 'VOTED' and v.choice in ('LEFT', 'RIGHT')
                                            and (v.choice = 'LEFT') = x.first_on_left) as firsts,
                         count(*) filter (where x.state = 'VOTED' and v.choice = 'TIE') as ties,
                         count(*) filter (where x.state = 'VOTED' and v.choice = 'NEITHER') as neithers
                  from assignment x left join vote v on v.assignment_id = x.id
                  where x.kind = 'ASKED' and x.pair_id in\s""" + TOUCHED + " group by x.pair_id) t where p.id = t.pair_id";

    // Raising what a pair wants before asking what it needs is what lets votes come back to a pair that others have
    // filled.
    private static final String REVIEW = """
            update pair p set wanted = greatest(n.needed, p.votes + p.held),
                              settled_at = case when p.votes < n.needed then null else coalesce(p.settled_at, cast(:now as timestamptz)) end
            from (select q.id, pair_needs(q.firsts, q.seconds, q.ties, q.neithers, r.votes_per_pair, r.more_votes, r.settle_early)
                                   as needed
                  from pair q join round r on r.id = q.round_id where q.dropped_at is null and q.id in\s""" + TOUCHED + """
                  ) n
            where p.id = n.id""";

    private final EntityManager database;

    Recount(EntityManager database) {
        this.database = database;
    }

    /** Takes the rater's votes out of what counts, and gives back what they hold. */
    void without(UUID round, UUID rater, Instant now) {
        recount(SET_ASIDE, round, rater, now);
    }

    /** Counts the rater's votes again. */
    void with(UUID round, UUID rater, Instant now) {
        recount(BRING_BACK, round, rater, now);
    }

    private void recount(String states, UUID round, UUID rater, Instant now) {
        query(states, round, rater).executeUpdate();
        query(LOCK, round, rater).getResultList();
        Object[] before = (Object[]) query(SUMS, round, rater).getSingleResult();
        query(COUNT, round, rater).executeUpdate();
        query(REVIEW, round, rater).setParameter("now", now).executeUpdate();
        Object[] after = (Object[]) query(SUMS, round, rater).getSingleResult();
        query("""
                        update participation set settled = settled + :settled, extra = extra + :extra
                        where round_id = :round and rater_id = :rater""", round, rater)
                .setParameter("settled", difference(after[0], before[0]))
                .setParameter("extra", difference(after[1], before[1]))
                .executeUpdate();
        Settling.look(round, now);
    }

    private Query query(String sql, UUID round, UUID rater) {
        Query query = database.createNativeQuery(sql);
        return query.setParameter("round", round).setParameter("rater", rater);
    }

    private static int difference(Object one, Object other) {
        return ((Number) one).intValue() - ((Number) other).intValue();
    }
}
