package org.kukai.ranking;

import java.util.UUID;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Round;

/** Whose votes are looked at: those of one round, or, of all rounds, each rater's latest on the same two poems. */
public record Scope(@Nullable UUID round) {
    public static final Scope ALL = new Scope(null);

    private static final String OF_ROUND = "select * from ballot where round_id = :round";

    private static final String OF_ALL = """
            select distinct on (first_id, second_id, rater_id) *
            from (
                select prompt_id, least(first_id, second_id) as first_id, greatest(first_id, second_id) as second_id,
                       rater_id, round_id, cast_at, weight,
                       case
                           when preferred in ('TIE', 'NEITHER') then preferred
                           when (preferred = 'FIRST') = (first_id < second_id) then 'FIRST'
                           else 'SECOND'
                       end as preferred
                from ballot) turned
            order by first_id, second_id, rater_id, cast_at desc, round_id""";

    /**
     * Every pair with its votes: counted, and as sums of the raters' weights. That neither is any good is no preference, as a
     * tie is.
     */
    private static final String COMPARED = """
            compared as (
                select prompt_id, first_id, second_id, count(*) as votes,
                       count(*) filter (where preferred = 'FIRST') as firsts,
                       count(*) filter (where preferred = 'SECOND') as seconds,
                       count(*) filter (where preferred in ('TIE', 'NEITHER')) as ties,
                       coalesce(sum(weight) filter (where preferred = 'FIRST'), 0) as first_weight,
                       coalesce(sum(weight) filter (where preferred = 'SECOND'), 0) as second_weight,
                       coalesce(sum(weight) filter (where preferred in ('TIE', 'NEITHER')), 0) as tie_weight
                from votes group by prompt_id, first_id, second_id)""";

    /** The same from the counts that each pair of a round keeps: right while every rater weighs 1, and much less to read. */
    private static final String KEPT = """
            compared as (
                select prompt_id, first_id, second_id, votes, firsts, seconds, ties + neithers as ties,
                       firsts as first_weight, seconds as second_weight, ties + neithers as tie_weight
                from pair where round_id = :round and kind = 'ASKED' and votes > 0)""";

    /** A query that may read {@code compared}. */
    NativeQuery<Object[]> query(String sql) {
        NativeQuery<Object[]> query = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("with " + compared() + sql, Object[].class);
        return round == null ? query : query.setParameter("round", round);
    }

    private String compared() {
        if (round == null) {
            return "votes as (" + OF_ALL + ")," + COMPARED;
        }
        boolean alike = Round.getEntityManager()
                .createNativeQuery("select 1 from participation where round_id = :round and weight <> 1 limit 1")
                .setParameter("round", round)
                .getResultList()
                .isEmpty();
        return alike ? KEPT : "votes as (" + OF_ROUND + ")," + COMPARED;
    }

    /**
     * How many votes there are, and a word that is another when they, or what they count for, are others.
     */
    State state() {
        Object[] row = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select coalesce(sum(votes), 0),
                               md5(string_agg(concat_ws(' ', rater_id, votes, check_votes, skips, weight, last_vote_at), ','
                                              order by id))
                        from participation where cast(:round as uuid) is null or round_id = :round""", Object[].class)
                .setParameter("round", round, StandardBasicTypes.UUID)
                .getSingleResult();
        return new State(((Number) row[0]).longValue(), String.valueOf(row[1]));
    }

    /** See {@link #state()}. */
    record State(long votes, String exact) {}
}
