package org.kukai.annotation;

import java.util.List;
import java.util.UUID;

import org.hibernate.Session;

/**
 * How far a round is. Each number is a sum over the raters, so a round of a million pairs takes no longer than a small one.
 *
 * @param settled pairs that have all the votes that they need
 * @param votes counted ones, of {@code votesWanted}
 * @param votesWanted the usual votes of every pair, more of those that are split and fewer of those settled early
 * @param raters who have voted at least once
 */
public record RoundProgress(long pairs, long settled, long votes, long votesWanted, long raters) {
    public static RoundProgress of(Round round) {
        Object[] row = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select coalesce(sum(settled), 0) + (select settled_apart from round where id = :round),
                               coalesce(sum(votes) filter (where weight > 0), 0),
                               coalesce(sum(extra), 0) + (select extra_apart from round where id = :round),
                               count(*) filter (where votes > 0 and weight > 0)
                        from participation where round_id = :round""", Object[].class)
                .setParameter("round", round.id)
                .getSingleResult();
        return new RoundProgress(
                round.pairs,
                number(row[0]),
                number(row[1]),
                (long) round.pairs * round.votesPerPair + number(row[2]),
                number(row[3]));
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
