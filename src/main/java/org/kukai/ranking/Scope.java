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

    /** One step of a vote count that is looked at again at every vote. */
    private static final long FEW = 1000;

    private static final String OF_ROUND = "select * from ballot where round_id = :round";

    private static final String OF_ALL = """
            select distinct on (least(first_id, second_id), greatest(first_id, second_id), rater_id) *
            from ballot
            order by least(first_id, second_id), greatest(first_id, second_id), rater_id, cast_at desc, round_id""";

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

    /** A query that may read {@code votes} and {@code compared}. */
    NativeQuery<Object[]> query(String sql) {
        String votes = round == null ? OF_ALL : OF_ROUND;
        NativeQuery<Object[]> query = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("with votes as (" + votes + ")," + COMPARED + sql, Object[].class);
        return round == null ? query : query.setParameter("round", round);
    }

    /** Changes when the votes do; with many votes, when they have grown by about a hundredth. */
    String state() {
        Object[] row = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select coalesce(sum(votes), 0), coalesce(sum(votes * weight), 0), max(last_vote_at)
                        from participation where cast(:round as uuid) is null or round_id = :round""", Object[].class)
                .setParameter("round", round, StandardBasicTypes.UUID)
                .getSingleResult();
        long votes = ((Number) row[0]).longValue();
        return votes < FEW
                ? votes + " " + row[1] + " " + row[2]
                : String.valueOf(Math.round(100 * Math.log(Math.max(1, ((Number) row[1]).doubleValue()))));
    }
}
