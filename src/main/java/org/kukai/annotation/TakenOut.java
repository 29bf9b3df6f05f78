package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.hibernate.Session;

/**
 * Takes pairs out of their rounds, and back in: those that an admin has dropped, and those with a poem that is withdrawn, or says the
 * same as one. A pair that is out is given to nobody, wants no more votes than it has, and counts as settled; its votes stay, and
 * whoever looks at it may still answer.
 */
public final class TakenOut {
    // Locks are taken in the order that Turns names: pairs, then rounds.
    private static final String FOLLOW = """
            with stand as (
                select q.id, q.settled_at is not null as was_settled,
                       pair_needs(q.firsts, q.seconds, q.ties, q.neithers, r.votes_per_pair, r.more_votes, r.settle_early) as needed,
                       exists (select from standing_adjudication j where j.pair_id = q.id and j.decision = 'DROP')
                           or exists (select from withdrawn_haiku w where w.haiku_id in (q.first_id, q.second_id)) as out
                from pair q join round r on r.id = q.round_id where q.id in (:pairs)),
            moved as (
                update pair p set
                    dropped_at = case when s.out then cast(:now as timestamptz) end,
                    wanted = case when s.out then p.votes + p.held else greatest(s.needed, p.votes + p.held) end,
                    settled_at = case when s.out or p.votes >= s.needed then coalesce(p.settled_at, cast(:now as timestamptz)) end
                from stand s
                where p.id = s.id and s.out <> (p.dropped_at is not null)
                returning p.round_id, cast(p.settled_at is not null as integer) - cast(s.was_settled as integer) as settled,
                          case when s.out then p.votes - s.needed else s.needed - p.votes end as extra),
            sums as (select round_id, sum(settled) as settled, sum(extra) as extra from moved group by round_id)
            update round r set settled_apart = r.settled_apart + sums.settled, extra_apart = r.extra_apart + sums.extra
            from sums where r.id = sums.round_id returning r.id""";

    private static final int AT_ONCE = 10_000;

    private TakenOut() {}

    /** Looks at one pair again, after it was decided about. */
    public static void lookAtPair(UUID pair, Instant now) {
        follow(List.of(pair), now);
    }

    /** Looks again at all pairs of all rounds that show the poem, after it was withdrawn or brought back. */
    public static void lookAtPoem(UUID haiku, Instant now) {
        List<UUID> alike = session()
                .createNativeQuery("""
                        select h.id from haiku w join haiku h on h.prompt_id = w.prompt_id and h.fingerprint = w.fingerprint
                        where w.id = :haiku""", UUID.class)
                .setParameter("haiku", haiku)
                .getResultList();
        // No index leads from a poem to its pairs: every vote would have to keep it, and poems are withdrawn seldom.
        follow(
                session()
                        .createNativeQuery("""
                                select p.id from pair p where p.first_id in (:alike) or p.second_id in (:alike)
                                order by p.id for no key update""", UUID.class)
                        .setParameterList("alike", alike)
                        .getResultList(),
                now);
    }

    /** Looks at pairs that have just been chosen, as a poem may have been withdrawn meanwhile. */
    static void lookAtNew(Round round, int behind, Instant now) {
        follow(
                session()
                        .createNativeQuery("""
                                select p.id from pair p where p.round_id = :round and p.position > :behind
                                  and (p.first_id in (select haiku_id from withdrawn_haiku)
                                       or p.second_id in (select haiku_id from withdrawn_haiku))
                                order by p.id for no key update of p""", UUID.class)
                        .setParameter("round", round.id)
                        .setParameter("behind", behind)
                        .getResultList(),
                now);
    }

    /** How many pairs of the round are out. */
    public static long count(UUID round) {
        return session()
                .createNativeQuery(
                        "select count(*) from pair where round_id = :round and dropped_at is not null", Long.class)
                .setParameter("round", round)
                .getSingleResult();
    }

    private static void follow(List<UUID> pairs, Instant now) {
        Set<UUID> rounds = new TreeSet<>();
        for (int from = 0; from < pairs.size(); from += AT_ONCE) {
            rounds.addAll(session()
                    .createNativeQuery(FOLLOW, UUID.class)
                    .setParameterList("pairs", pairs.subList(from, Math.min(from + AT_ONCE, pairs.size())))
                    .setParameter("now", now)
                    .getResultList());
        }
        rounds.forEach(round -> Settling.look(round, now));
    }

    private static Session session() {
        return Round.getEntityManager().unwrap(Session.class);
    }
}
