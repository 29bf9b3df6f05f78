package org.kukai.annotation;

import java.util.List;
import java.util.UUID;

import org.hibernate.Session;

/**
 * How far a round is.
 *
 * @param settled pairs that have all their votes
 * @param votes counted ones, of {@code votesWanted}
 * @param raters who have voted at least once
 */
public record RoundProgress(long pairs, long settled, long votes, long votesWanted, long raters) {
    public static RoundProgress of(Round round) {
        Object[] row = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select (select count(*) from pair where round_id = :round and settled_at is null) as unsettled,
                               coalesce(sum(votes), 0) as votes, count(*) filter (where votes > 0) as raters
                        from participation where round_id = :round""", Object[].class)
                .setParameter("round", round.id)
                .getSingleResult();
        return new RoundProgress(
                round.pairs, round.pairs - number(row[0]), number(row[1]), round.votesWanted(), number(row[2]));
    }

    /** What one rater has done in a round. */
    public record Rater(UUID id, String name, int votes, int skips) {}

    /** Everybody who has come to the round, the busiest first. */
    public static List<Rater> raters(Round round) {
        return Round.getEntityManager()
                .createQuery("""
                        select new org.kukai.annotation.RoundProgress$Rater(a.id, a.name, p.votes, p.skips)
                        from Participation p join Account a on a.id = p.raterId
                        where p.roundId = :round order by p.votes desc, a.name""", Rater.class)
                .setParameter("round", round.id)
                .getResultList();
    }

    /** Whole per cent of the votes wanted. */
    public long percent() {
        return votesWanted == 0 ? 0 : 100 * votes / votesWanted;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
