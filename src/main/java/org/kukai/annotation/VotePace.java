package org.kukai.annotation;

import java.time.Instant;
import java.util.List;

import org.hibernate.Session;

/**
 * How many votes came in each hour, or in each day once the round is older than two; without gaps, in UTC.
 *
 * @param unit {@code hour} or {@code day}
 */
public record VotePace(String unit, List<Slot> slots) {
    private static final int MOST_HOURS = 48;
    private static final int MOST_SLOTS = 120;

    /** Votes from this moment on, for one unit. */
    public record Slot(Instant start, long votes) {}

    public VotePace {
        slots = List.copyOf(slots);
    }

    public static VotePace of(Round round) {
        Number hours = (Number) Round.getEntityManager()
                .createNativeQuery("""
                        select coalesce(extract(epoch from max(cast_at) - min(cast_at)) / 3600, 0)
                        from vote where round_id = :round and kind = 'ASKED'""")
                .setParameter("round", round.id)
                .getSingleResult();
        String unit = hours.doubleValue() < MOST_HOURS ? "hour" : "day";
        List<Object[]> rows = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        with counted as (
                            select date_trunc(:unit, cast_at, 'UTC') as start, count(*) as votes
                            from vote where round_id = :round and choice <> 'SKIP' and kind = 'ASKED' group by 1)
                        select slot, coalesce(votes, 0)
                        from (select generate_series(max(start) - (:most - 1) * cast('1 ' || :unit as interval),
                                                     max(start), cast('1 ' || :unit as interval)) as slot,
                                     min(start) as first from counted) slots
                             left join counted on start = slot
                        where slot >= first order by slot""", Object[].class)
                .setParameter("round", round.id)
                .setParameter("unit", unit)
                .setParameter("most", MOST_SLOTS)
                .getResultList();
        return new VotePace(
                unit,
                rows.stream()
                        .map(row -> new Slot((Instant) row[0], ((Number) row[1]).longValue()))
                        .toList());
    }
}
