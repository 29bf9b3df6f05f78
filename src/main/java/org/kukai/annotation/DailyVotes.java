package org.kukai.annotation;

import java.time.LocalDate;
import java.util.List;

import org.hibernate.Session;

/** Votes of all rounds on one day (UTC), skips and checks of raters not counted. */
public record DailyVotes(LocalDate day, long votes) {
    /** So many days up to the given one, oldest first, those without votes included. */
    public static List<DailyVotes> upTo(LocalDate last, int days) {
        return Vote.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select cast(d as date), count(v.assignment_id)
                        from generate_series(cast(:first as date), cast(:last as date), interval '1 day') d
                        left join vote v on v.cast_at >= d at time zone 'UTC'
                             and v.cast_at < (d + interval '1 day') at time zone 'UTC' and v.choice <> 'SKIP'
                             and v.kind = 'ASKED'
                        group by d order by d""", Object[].class)
                .setParameter("first", last.minusDays(days - 1L))
                .setParameter("last", last)
                .getResultStream()
                .map(row -> new DailyVotes((LocalDate) row[0], ((Number) row[1]).longValue()))
                .toList();
    }
}
