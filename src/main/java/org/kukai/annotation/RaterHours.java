package org.kukai.annotation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.Session;

/**
 * Who voted when: for each rater the votes of each of the last hours in which the round was alive, in UTC, skips not counted.
 *
 * @param hours when each hour begins, the oldest first
 */
public record RaterHours(List<Instant> hours, List<Row> rows) {
    private static final int HOURS = 12;
    private static final int RATERS = 20;

    /** One rater's votes, hour by hour. */
    public record Row(String rater, List<Long> votes) {
        public Row {
            votes = List.copyOf(votes);
        }
    }

    public RaterHours {
        hours = List.copyOf(hours);
        rows = List.copyOf(rows);
    }

    /** Of the hours up to the last vote; the busiest raters first, no more than twenty. */
    public static RaterHours of(Round round) {
        List<Object[]> found = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        with last as (
                            select date_trunc('hour', max(cast_at), 'UTC') as hour from vote where round_id = :round),
                        counted as (
                            select v.rater_id, date_trunc('hour', v.cast_at, 'UTC') as hour, count(*) as votes
                            from vote v, last
                            where v.round_id = :round and v.choice <> 'SKIP' and v.kind = 'ASKED'
                              and v.cast_at >= last.hour - (:hours - 1) * interval '1 hour'
                            group by 1, 2)
                        select a.name, c.hour, c.votes, last.hour
                        from counted c join account a on a.id = c.rater_id cross join last
                        order by sum(c.votes) over (partition by a.id) desc, a.name""", Object[].class)
                .setParameter("round", round.id)
                .setParameter("hours", HOURS)
                .getResultList();
        if (found.isEmpty()) {
            return new RaterHours(List.of(), List.of());
        }
        Instant first = ((Instant) found.getFirst()[3]).minus(HOURS - 1L, ChronoUnit.HOURS);
        Map<String, Long[]> votes = new LinkedHashMap<>();
        for (Object[] row : found) {
            Long[] own = votes.computeIfAbsent((String) row[0], none -> zeros());
            own[(int) ChronoUnit.HOURS.between(first, (Instant) row[1])] = ((Number) row[2]).longValue();
        }
        List<Instant> hours = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            hours.add(first.plus(i, ChronoUnit.HOURS));
        }
        return new RaterHours(
                hours,
                votes.entrySet().stream()
                        .limit(RATERS)
                        .map(e -> new Row(e.getKey(), List.of(e.getValue())))
                        .toList());
    }

    private static Long[] zeros() {
        Long[] zeros = new Long[HOURS];
        java.util.Arrays.fill(zeros, 0L);
        return zeros;
    }
}
